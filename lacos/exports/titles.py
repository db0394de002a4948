"""Happenings and positions in a line, for tools that show a record by its name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lacos.exports.actors import name
from lacos.ledger.streaming import Row
from lacos.messages import Messages
from lacos.messages import messages as read
from lacos.records import Position, Standing, Status


@cache
def messages(language: str) -> Messages:
    """The words of exports."""
    return read(language, Path(__file__).parent / "messages.toml")


def side(states: str, language: str) -> str:
    """The names of states joined by "+"."""
    return ", ".join(name(code, language) for code in states.split("+") if code)


def happening(row: Row, language: str) -> str:
    """Who does what to whom: "Rússia → Ucrânia: RECUAR (não ocorrido)", with status and standing where there is more to it."""
    words = messages(language)
    acting, acted = side(row["actor"], language) or words("nobody"), side(row["recipient"], language)
    notes = [words.term("status", row["status"])] if row["status"] != Status.OCCURRED else []
    notes += [words.term("standing", row["standing"]).lower()] if row["standing"] in (Standing.CONTESTED, Standing.DENIED) else []
    noted = f" ({', '.join(dict.fromkeys(notes))})" if notes else ""
    return f"{acting}{' → ' if acted else ''}{acted}: {words.term('type', row['type'])}{noted}"


def position(one: Position, language: str) -> str:
    """Who takes which stance: "Coreia do Norte: nega"."""
    words = messages(language)
    who = (one.actor.person or name(one.actor.code, language)) if one.actor else words("nobody")
    return f"{who}: {words.term('stance', one.stance)}"
