"""The words that records are made of: types, statuses, stances and the like, errors, and ids."""

from __future__ import annotations

import hashlib
from enum import StrEnum


class LacosError(Exception):
    """Base of all errors that Laços raises on purpose; its message is for the person who must act."""


class SpanError(LacosError):
    """A span lies outside its text, or its recorded words are not the words found there."""


class RecordError(LacosError):
    """A record was given a value that its vocabulary does not have."""


class EventType(StrEnum):
    """The 16 event types of PLOVER (manual, section 3)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event took place, as the text presents it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Stance(StrEnum):
    """The speaker's attitude to the content of a statement."""

    ASSERT = "assert"
    DENY = "deny"
    CONDEMN = "condemn"
    SUPPORT = "support"
    DEMAND = "demand"
    THREATEN = "threaten"
    PROMISE = "promise"
    QUESTION = "question"
    ACCUSE = "accuse"


class Attitude(StrEnum):
    """What a person's words or deeds are to another."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Standing(StrEnum):
    """How a claim stands in its text: told in the text's own voice, somebody's word, asserted and denied, or only denied."""

    TOLD = "told"
    ATTRIBUTED = "attributed"
    CONTESTED = "contested"
    DENIED = "denied"


class MentionKind(StrEnum):
    """How the words of a mention stand for their actor."""

    NAME = "name"
    OFFICE = "office"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ROLE = "role"
    PRONOUN = "pronoun"
    COREFERENCE = "coreference"
    ELLIPSIS = "ellipsis"


def content_id(*parts: object) -> str:
    """A 16-digit hexadecimal id of ``parts``: equal parts, equal ids."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]
