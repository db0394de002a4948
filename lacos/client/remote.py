"""A ledger that another computer serves, with the methods of one that is here."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lacos.briefs import Brief
from lacos.client import records
from lacos.client.errors import RemoteError
from lacos.client.tie import RemoteTie
from lacos.client.transfer import Transfer
from lacos.exports.files import written
from lacos.ledger import Added, Filter, Rows, Told, schema
from lacos.ledger.corrections import Change
from lacos.ledger.lookup import ACTOR, STATEMENT
from lacos.ledger.queries import EVENT, HAPPENING
from lacos.reader import Reading
from lacos.records import Document
from lacos.sources import Problem
from lacos.ties import Move, Network

if TYPE_CHECKING:
    import httpx

DOCUMENT = ("id", "published", "outlet", "title", "author", "url", "language", "wires", "coder", "added")
HIT = ("document", "published", "source", "title", "words", "score")
FAILURE = ("name", "message", "attempts", "first", "last", "options")
JUDGEMENT, CORRECTION = (
    tuple(column.name.replace("undone", "undone_at") for column in table.columns) for table in (schema.judgements, schema.corrections)
)
MOST, BYTES = 50, 1_000_000
"""Texts that are sent at once, and about how much they may come to."""
TOO_MUCH = (413, 422)
"""What a server says where some texts of several are more than it takes."""


class RemoteLedger:
    """A ledger at an address, as :class:`lacos.ledger.Ledger`; who judges is whose token it is.

    Long lists come in several parts: what is added meanwhile may shift what follows. Every method raises RemoteError where the server
    cannot be reached, does not know the token, or does not do what is asked.
    """

    def __init__(self, url: str, token: str | None = None, timeout: float = 60.0, client: httpx.Client | None = None) -> None:
        self.transfer = Transfer(url, token, timeout, client)

    @property
    def name(self) -> str:
        return self.transfer.url

    def close(self) -> None:
        self.transfer.close()

    def __enter__(self) -> RemoteLedger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def status(self) -> dict[str, Any]:
        """How much there is: documents, events, happenings by standing, failures, versions of the coder."""
        return dict(self.transfer.get("/status"))

    def events(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> Rows:
        """The events asked for, the earliest first."""
        return records.rows(EVENT, self.transfer.parts("/events", records.asking(asked), limit, offset))

    def happenings(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> Rows:
        """The happenings asked for, the latest first."""
        return records.rows(HAPPENING, self.transfer.parts("/happenings", records.asking(asked), limit, offset))

    def claims(self, asked: Filter | None = None, limit: int | None = None, offset: int = 0) -> list[Told]:
        """The happenings asked for with who asserts, denies or condemns them, the contested first, then the latest."""
        return list(map(records.told, self.transfer.parts("/claims", records.asking(asked), limit, offset)))

    def happening(self, id: str) -> Told:
        """One happening with what is told and claimed of it."""
        return records.told(self.transfer.get(f"/claims/{quote(id, safe='')}"))

    def statements(self, asked: Filter | None = None, stances: Sequence[str] = (), limit: int | None = None, offset: int = 0) -> Rows:
        """Statements, the latest first: those of ``asked.actor``, of its documents and time, of some stances."""
        query = [*records.asking(asked), *(("stance", str(one)) for one in stances)]
        return records.rows(STATEMENT, self.transfer.parts("/statements", query, limit, offset))

    def actors(self, limit: int | None = None, offset: int = 0) -> Rows:
        """The states and organisations on the sides of happenings, those of most happenings first."""
        return records.rows(ACTOR, self.transfer.parts("/actors", (), limit, offset))

    def tie(
        self,
        one: str | Collection[str],
        other: str | Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        but: str | Collection[str] = (),
    ) -> RemoteTie:
        """All that passes between two, as :class:`lacos.ties.Tie`. Raises TieError for sides or dates that make no tie."""
        return RemoteTie(self, one, other, since, until, but)

    def brief(
        self,
        one: str,
        other: str = "",
        length: str = "page",
        language: str = "pt",
        since: str | None = None,
        until: str | None = None,
    ) -> Brief:
        """Cited prose about a tie, or about an actor's ties with all."""
        query = {"length": length, "language": language, "since": since or "", "until": until or ""}
        sides = "/".join(quote(code, safe="") for code in (one, other or "others"))
        return records.brief(self.transfer.get(f"/briefs/{sides}", query.items()))

    def network(self, since: str | None = None, until: str | None = None) -> Network:
        """The network of all ties in some time: who is allied with whom, who is central."""
        return records.network(self.transfer.get("/network", records.asking(Filter(since=since, until=until))))

    def moves(self, early: str | tuple[str, str], late: str | tuple[str, str]) -> tuple[Move, ...]:
        """Who came closer and who drew apart between two times, each a date ("2017") or the first and the last."""
        times = (("early", early), ("late", late))
        query = [(name, time if isinstance(time, str) else ",".join(time)) for name, time in times]
        return tuple(map(records.move, self.transfer.get("/moves", query)))

    def export(self, out: str | Path, format: str, asked: Filter | None = None, language: str = "pt") -> None:
        """Write what is asked to a file in the format of another tool (docs/exports.md); gdelt is an archive of two.

        Raises ExportError for a file that cannot be written.
        """
        with written([Path(out).resolve()]) as (file,):
            self.transfer.save(f"/exports/{quote(format, safe='')}", [*records.asking(asked), ("language", language)], file)

    def search(self, query: str, limit: int = 20) -> Rows:
        """The documents with all words of a query, whatever their endings; phrases in quotes. The best first."""
        return records.rows(HIT, self.transfer.parts("/search", [("q", query)], limit))

    def documents(self, limit: int | None = None, offset: int = 0) -> Rows:
        """The documents, the latest first."""
        return records.rows(DOCUMENT, self.transfer.parts("/documents", (), limit, offset))

    def reading(self, id: str) -> Reading:
        """What a document says, as it was read and corrected."""
        return Reading.from_json(self.transfer.get(f"/documents/{quote(id, safe='')}"))

    def failures(self) -> Rows:
        """What could not be read, the latest first."""
        return records.rows(FAILURE, self.transfer.parts("/failures"))

    def judgements(self) -> Rows:
        """What persons judged, the latest first, what was undone included."""
        return records.rows(JUDGEMENT, self.transfer.parts("/judgements"))

    def corrections(self) -> Rows:
        """What persons corrected, the latest first, what was undone included."""
        return records.rows(CORRECTION, self.transfer.parts("/corrections"))

    def read(self, document: Document) -> Reading:
        """What a text says; nothing of it is kept."""
        return Reading.from_json(self.transfer.send("POST", "/read", body=document.to_json()))

    def add(self, incoming: Iterable[Document | Problem], progress: Callable[[Added], None] = lambda _: None) -> Added:
        """Have documents read and kept there, as many at a time as go into one request; what was added stays whatever happens.

        What cannot be read is among the problems of the outcome. Needs the token of somebody who may write.
        """
        outcome = Added()
        for part in parts(incoming):
            outcome += Added(failed=int(part.fatal), problems=[part]) if isinstance(part, Problem) else self._added(part)
            progress(outcome)
        return outcome

    def judge(self, one: str, other: str, same: bool, note: str = "") -> int:
        """Keep the judgement that two event mentions, by id, tell of the same happening or do not. Returns its number."""
        body = {"one": one, "other": other, "same": same, "note": note}
        return int(self.transfer.send("POST", "/judgements", body=body)["n"])

    def correct(self, event: str, change: Change, note: str = "") -> int:
        """Keep the correction of an event: that it is none, or what it says instead. Returns its number."""
        return int(self.transfer.send("POST", "/corrections", body={"event": event, **asdict(change), "note": note})["n"])

    def undo(self, number: int) -> None:
        """Undo a judgement or a correction."""
        self.transfer.send("DELETE", f"/judgements/{number}")

    def _added(self, batch: Sequence[Document]) -> Added:
        """What adding some documents came to; where they are more than the server takes, half of them, and so on."""
        try:
            found = self.transfer.send("POST", "/documents", body={"documents": [one.to_json() for one in batch]})
        except RemoteError as error:
            if error.status not in TOO_MUCH:
                raise
            if len(batch) > 1:
                half = len(batch) // 2
                return self._added(batch[:half]) + self._added(batch[half:])
            return Added(failed=1, problems=[Problem(batch[0].input or batch[0].id, str(error))])
        return Added(**{**found, "problems": [Problem(**one) for one in found["problems"]]})


def parts(incoming: Iterable[Document | Problem]) -> Iterator[list[Document] | Problem]:
    """Documents by the request, and problems as they come."""
    part: list[Document] = []
    size = 0
    for item in incoming:
        if isinstance(item, Problem):
            yield item
            continue
        length = len(json.dumps(item.to_json()))
        if part and (len(part) == MOST or size + length > BYTES):
            yield part
            part, size = [], 0
        part.append(item)
        size += length
    if part:
        yield part
