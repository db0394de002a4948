"""A tie in a ledger that another computer serves."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, cast

from lacos.client import records
from lacos.ledger import Ledger, Told
from lacos.records import Standing
from lacos.ties import Act, Report, Tie

if TYPE_CHECKING:
    from lacos.client.remote import RemoteLedger


class RemoteTie(Tie):
    """The same as a Tie, of whose acts and reports the server is asked once; its figures and charts are made of these here."""

    def __init__(
        self,
        remote: RemoteLedger,
        one: str | Collection[str],
        other: str | Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        but: str | Collection[str] = (),
    ) -> None:
        super().__init__(cast(Ledger, remote), one, other, since, until, but)
        self.remote = remote
        self._path = f"/ties/{'+'.join(self.one)}/{'+'.join(self.other) or 'others'}"
        self._query = [("but", code) for code in self.but]
        self._query += [(name, day) for name, day in (("since", since), ("until", until)) if day]

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        return tuple(map(records.act, self.remote.transfer.parts(f"{self._path}/acts", self._query)))

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return tuple(map(records.report, self.remote.transfer.parts(f"{self._path}/reports", self._query)))

    def claims(self, standings: Collection[Standing] = (), limit: int | None = None) -> list[Told]:
        query = [*self._query, *(("standing", str(one)) for one in standings)]
        return list(map(records.told, self.remote.transfer.parts(f"{self._path}/claims", query, limit)))

    def rest(self) -> Tie:
        rest = super().rest()
        return RemoteTie(self.remote, rest.one, (), rest.since, rest.until, rest.but)
