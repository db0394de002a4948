"""The front door to a ledger: what it holds, and the ties, briefs and exports that are made of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from lacos import ledger
from lacos.ledger import Filter

if TYPE_CHECKING:
    from lacos.briefs import Brief
    from lacos.ties import Move, Network, Tie


class Ledger(ledger.Ledger):
    """A ledger as :func:`lacos.open` gives it: all that :class:`lacos.ledger.Ledger` does, and what is made of what it holds."""

    def tie(self, one: str | Collection[str], other: str | Collection[str] = (), since: str | None = None, until: str | None = None) -> Tie:
        """All that passes between two actors or sets of actors, by code, or without ``other`` between one and all others (docs/ties.md).

        Raises TieError for sides and dates that make no tie.
        """
        from lacos.ties import Tie

        return Tie(self, one, other, since, until)

    def network(self, since: str | None = None, until: str | None = None) -> Network:
        """The network of all ties in some time: who is allied with whom, who is central."""
        from lacos.ties import network

        return network(self, since, until)

    def moves(self, early: str | tuple[str, str], late: str | tuple[str, str]) -> tuple[Move, ...]:
        """Who came closer and who drew apart between two times, each a date ("2017") or the first and the last."""
        from lacos.ties import moves

        return moves(self, early, late)

    def brief(
        self, one: str, other: str = "", length: str = "page", language: str = "pt", since: str | None = None, until: str | None = None
    ) -> Brief:
        """Cited prose about a tie, or without ``other`` about an actor: a "paragraph", a "page" or a "dossier" (docs/briefs.md).

        Raises BriefError for another length or language, TieError for sides and dates that make no tie.
        """
        from lacos.briefs import BriefError, Length, brief

        if length not in list(Length):
            raise BriefError(f"{length!r} is no length of a brief: choose one of {', '.join(Length)}")
        return brief(self, one, other, Length(length), language, since, until)

    def export(self, out: str | Path, format: str, asked: Filter | None = None, language: str = "pt") -> dict[str, int]:
        """Write what is asked to a file in the format of another tool (docs/exports.md). Returns how many records each file has.

        Raises ExportError for a format that there is not or a file that cannot be written.
        """
        from lacos.exports import export

        return export(self, out, format, asked, language=language)
