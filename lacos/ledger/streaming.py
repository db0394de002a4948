"""Reading a ledger record by record: what is asked for is put in order, then fetched by the hundred, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, select

from lacos.ledger import parties, recording
from lacos.ledger.filters import Filter, at, state
from lacos.ledger.queries import HAPPENING, reported
from lacos.ledger.schema import claims, documents, events, happenings, mentions, positions, sides
from lacos.records import Document, Event, Mention, Position, Span, Standing

Key = tuple[int, int]
"""A document and a rank among its records."""
Row = Mapping[str, Any]
EVENT, CLAIM = tuple(events.columns.keys()), ("id", "standing")
PART = 400
"""Records fetched at once."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention, as the claim of its text has it, with the happening that it tells of.

    ``own_voice`` says that the text tells it itself; ``positions`` are those taken on its claim, ``wires`` the agencies that its text is
    credited to, ``coder`` the version that read it.
    """

    event: Event
    own_voice: bool
    claim: str | None
    standing: Standing | None
    positions: tuple[Position, ...]
    happening: Row | None
    outlet: str | None
    wires: tuple[str, ...]
    coder: str

    @property
    def document(self) -> Document:
        return self.event.trigger.document


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening, its columns, with all that tell of it in the order of their reports."""

    row: Row
    tellings: tuple[Telling, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions taken on it, those of each claim once."""
        taken = {(one.document.id, one.claim): one.positions for one in self.tellings}
        return tuple(position for some in taken.values() for position in some)


class Stream:
    """What is asked of a ledger, all as it was at one moment. It ends with the connection that it reads from."""

    def __init__(self, connection: Connection, asked: Filter) -> None:
        self.asked = asked
        self._connection = connection

    def events(self) -> Iterator[Telling]:
        """The events asked for, the earliest first."""
        for rows in self._parts(parties.chosen_events(self.asked)):
            keys = [(row.document, row.rank) for row in rows]
            found = tellings(self._connection, keys)
            yield from (found[key] for key in keys)

    def happenings(self) -> Iterator[Happening]:
        """The happenings asked for, the earliest first, with all that tell of them, whoever does."""
        for rows in self._parts(earliest(self.asked)):
            of: dict[int, list[Key]] = {row.n: [] for row in rows}
            for row in self._connection.execute(members(list(of))):
                of[row.happening].append((row.document, row.rank))
            found = tellings(self._connection, [key for keys in of.values() for key in keys])
            yield from (Happening(columns(row), tuple(found[key] for key in of[row.n])) for row in rows)

    def summaries(self) -> Iterator[Row]:
        """The columns of the happenings asked for, the earliest first."""
        for rows in self._parts(earliest(self.asked)):
            yield from map(columns, rows)

    def documents(self) -> Iterator[Row]:
        """The documents that tell of the events asked for, in the order of their publication."""
        telling = parties.chosen_events(self.asked).order_by(None).with_only_columns(events.c.document)
        for rows in self._parts(select(documents).where(documents.c.n.in_(telling)).order_by(reported, documents.c.n)):
            yield from (row._mapping for row in rows)

    def ties(self, happening: Row) -> Iterator[tuple[str, str, bool]]:
        """Who acts upon whom in a happening, or together with whom, of those asked for."""
        return (pair for pair in parties.pairs(happening) if is_asked(self.asked, *pair))

    def _parts(self, query: Select[Any]) -> Iterator[Sequence[Any]]:
        return self._connection.execute(query, execution_options={"yield_per": PART}).partitions()


def is_asked(asked: Filter, actor: str, recipient: str, joint: bool) -> bool:
    """Whether a tie of a happening that is asked for is one of those asked for; another may be: "A and B accuse C"."""
    acting, both = ({actor, recipient} if joint else {actor}), {actor, recipient}
    return (
        (asked.actor is None or state(asked.actor) in acting)
        and (asked.recipient is None or (not joint and state(asked.recipient) == recipient))
        and (asked.among is None or state(asked.among) in both)
        and (asked.tie is None or {*map(state, asked.tie)} == both)
    )


def earliest(asked: Filter) -> Select[Any]:
    """The happenings asked for, the earliest first."""
    query, time = parties.chosen_happenings(asked)
    return query.order_by(time, happenings.c.n)


def columns(row: Any) -> Row:
    """The columns of a happening that users see, which come after its number."""
    return dict(zip(HAPPENING, row[1:], strict=True))


def members(numbers: Sequence[int]) -> Select[Any]:
    """The events of happenings, in the order of their reports."""
    return (
        select(claims.c.happening, events.c.document, events.c.rank)
        .join_from(events, claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .join(documents, documents.c.n == events.c.document)
        .where(claims.c.happening.in_(numbers))
        .order_by(reported, events.c.document, events.c.rank)
    )


def tellings(connection: Connection, keys: Sequence[Key]) -> dict[Key, Telling]:
    """Events by their keys, with all that stands beside them."""
    found: dict[Key, Telling] = {}
    for first in range(0, len(keys), PART):
        found |= fetched(connection, keys[first : first + PART])
    return found


def fetched(connection: Connection, keys: Sequence[Key]) -> dict[Key, Telling]:
    """The same, for as many as a query takes."""
    rows = [Parted(row) for row in connection.execute(telling(keys))]
    texts = sources(connection, sorted({document for document, _ in keys}))
    on_sides = beside(connection, sides, sides.c.event, keys, texts)
    of_claims = [(one.event["document"], one.event["claim"]) for one in rows if one.event["claim"] is not None]
    taken = beside(connection, positions, positions.c.claim, of_claims, texts)
    return {one.key: together(one, texts[one.key[0]], on_sides.get(one.key, []), taken.get(one.claim_key, [])) for one in rows}


class Parted:
    """A row of :func:`telling`, by table."""

    __slots__ = ("claim", "event", "happening")

    def __init__(self, row: Sequence[Any]) -> None:
        self.event: Row = dict(zip(EVENT, row, strict=False))
        self.claim: Row = dict(zip(CLAIM, row[len(EVENT) :], strict=False))
        self.happening: Row = dict(zip(HAPPENING, row[-len(HAPPENING) :], strict=True))

    @property
    def key(self) -> Key:
        return self.event["document"], self.event["rank"]

    @property
    def claim_key(self) -> Key:
        return self.event["document"], self.event["claim"]


def telling(keys: Sequence[Key]) -> Select[Any]:
    """Events with their claims and happenings."""
    return (
        select(events, *(claims.c[name] for name in CLAIM), *(happenings.c[name] for name in HAPPENING))
        .outerjoin(claims, and_(claims.c.document == events.c.document, claims.c.rank == events.c.claim))
        .outerjoin(happenings, happenings.c.n == claims.c.happening)
        .where(at(events.c.document, events.c.rank, keys))
    )


def sources(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Document, Row]]:
    """Documents by number, as records and as rows."""
    rows = connection.execute(select(documents).where(documents.c.n.in_(numbers))).mappings()
    return {row["n"]: (Document.from_json(row), row) for row in map(dict, rows)}


Beside = list[tuple[Row, Mention | None]]


def beside(
    connection: Connection, table: Table, of: Any, keys: Sequence[Key], texts: Mapping[int, tuple[Document, Row]]
) -> dict[Key, Beside]:
    """The rows of sides or positions by the event or claim that they belong to, each with its mention, if it has one."""
    query = (
        select(table, mentions)
        .outerjoin(mentions, and_(mentions.c.document == table.c.document, mentions.c.rank == table.c.mention))
        .where(at(table.c.document, of, keys))
        .order_by(*table.primary_key)
    )
    names, mentioned = table.columns.keys(), mentions.columns.keys()
    found: dict[Key, Beside] = {}
    for row in connection.execute(query):
        one = dict(zip(names, row, strict=False))
        mention = None
        if one["mention"] is not None:
            named = dict(zip(mentioned, row[len(names) :], strict=True))
            mention = recording.to_mention(named, spanned(texts[one["document"]][0], named))
        found.setdefault((one["document"], one[of.name]), []).append((one, mention))
    return found


def spanned(document: Document, row: Row, name: str = "") -> Span | None:
    """The words that a row points at."""
    prefix = f"{name}_" if name else ""
    start = row[f"{prefix}start"]
    return None if start is None else document.span(start, row[f"{prefix}end"])


def together(row: Parted, source: tuple[Document, Row], on_sides: Beside, taken: Beside) -> Telling:
    """An event with its sides, claim, happening and text."""
    document, text = source

    def words(one: Row, name: str = "") -> Span | None:
        return spanned(document, one, name)

    def known(some: Beside) -> dict[int, Mention]:
        return {one["mention"]: mention for one, mention in some if mention is not None}

    return Telling(
        event=recording.to_event(row.event, words, row.event["rank"], [one for one, _ in on_sides], known(on_sides)),
        own_voice=row.event["own_voice"],
        claim=row.claim["id"],
        standing=Standing(row.claim["standing"]) if row.claim["id"] else None,
        positions=tuple(recording.to_position(one, words, known(taken)) for one, _ in taken),
        happening=row.happening if row.happening["id"] else None,
        outlet=text["outlet"],
        wires=recording.joined(text["wires"]),
        coder=text["coder"],
    )
