"""Whom the address of a tie or an actor means."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import RedirectResponse

from lacos.actors import ActorError, code_of
from lacos.actors.tables import CODE
from lacos.ledger import Filter, Ledger
from lacos.ledger.dyads import Sides as Between
from lacos.ledger.filters import state
from lacos.ledger.schema import mentions
from lacos.ties import Tie, TieError
from lacos.web import addresses
from lacos.web.addresses import with_query
from lacos.web.dependencies import opened
from lacos.web.errors import MissingError

MOST = 20
"""Codes of a side."""


@dataclass(frozen=True)
class Sides:
    """The codes of both sides of a tie, without ``other`` those of one and all others."""

    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def address(self) -> str:
        return addresses.tie("+".join(self.one), "+".join(self.other))

    @property
    def name(self) -> str:
        """What files about it are called: "PRK-USA"."""
        return "-".join("+".join(side) for side in (self.one, self.other) if side)

    @property
    def between(self) -> Between:
        return Between(self.one, self.other)

    def tie(self, ledger: Ledger, asked: Filter) -> Tie:
        """The tie in the time that is asked for. Raises MissingError where there can be none."""
        try:
            return Tie(ledger, self.one, self.other, asked.since, asked.until)
        except TieError as error:
            raise MissingError("missing_tie", sides=self.name, example=addresses.tie("PRK", "USA")) from error


def sides(request: Request, one: str, other: str = "") -> Sides:
    """The sides that an address gives, by codes or names. Raises MissingError for what names nobody, too many, or one on both sides."""
    ledger = opened(request)
    if any(side.count("+") >= MOST for side in (one, other)):
        raise MissingError("missing_side", most=MOST)
    first, second = (tuple(dict.fromkeys(state(known(ledger, part)) for part in side.split("+") if part)) for side in (one, other))
    if not first or set(first) & set(second):
        raise MissingError("missing_tie", sides=f"{one}, {other}", example=addresses.tie("PRK", "USA"))
    return Sides(first, second)


def known(ledger: Ledger, words: str) -> str:
    """The code that words stand for, by the tables of actors, or one that the ledger has. Raises MissingError for neither."""
    try:
        return code_of(words)
    except ActorError as error:
        if CODE.fullmatch(words):
            with ledger.database.reading() as connection:
                if connection.execute(select(mentions.c.code).where(mentions.c.state == state(words)).limit(1)).first():
                    return words
        raise MissingError("missing_actor", given=words) from error


def proper(request: Request, address: str) -> RedirectResponse | None:
    """The way to the proper address of what was asked for by names, None where it is this one."""
    if request.scope["raw_path"].decode("latin-1") == address:
        return None
    return RedirectResponse(with_query(address, request.query_params.multi_items()), 308)
