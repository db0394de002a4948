"""What charts call things in a language: actors, happenings, days, periods, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lacos import messages
from lacos.actors.naming import naming
from lacos.messages import Messages
from lacos.records import EventType, Standing, Status
from lacos.ties.findings import Act, Break, Every, Period, Trend

PATH = Path(__file__).parent / "messages.toml"
LONG = 100
"""Characters of a happening's name."""
REAL = (Status.OCCURRED, Status.ONGOING)
MINUS = "−"
LIST = 3
"""Actors of one side that are named; the others are counted."""


@dataclass(frozen=True)
class Labels:
    """The labels of one language, "pt" or "en"."""

    language: str

    @property
    def words(self) -> Messages:
        """The messages of the language."""
        return messages.messages(self.language, PATH)

    def actor(self, code: str) -> str:
        """The short name of an actor: "EUA"."""
        return naming(code, self.language).short

    def actors(self, codes: Sequence[str], most: int = LIST) -> str:
        """Several actors: "Rússia, China e Cuba"; of many the first, and how many more."""
        names = [self.actor(code) for code in codes]
        if len(names) > most:
            names = [*names[:most], self.words("others", n=self.number(len(codes) - most))]
        return self.words("and", some=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)

    def tie(self, one: Sequence[str], other: Sequence[str]) -> str:
        """A tie: "Coreia do Norte – EUA"."""
        return self.words("pair", one=self.actors(one), other=self.actors(other) if other else self.words("all"))

    def noun(self, kind: EventType, mode: str | None) -> str:
        """What was done: "ameaça", "teste ou movimento de armas"."""
        return self.words.term("noun", f"{kind}/{mode}" if mode else kind)

    def happening(self, actors: Sequence[str], recipients: Sequence[str], noun: str, length: int = LONG) -> str:
        """Who does what to whom: "Coreia do Norte → Japão: ameaça". To fit a length, fewer actors are named."""
        text = ""
        for most in range(LIST, 0, -1):
            sides = (self.actors(side, most) or "?" for side in (actors, recipients) if side or side is actors)
            text = f"{' → '.join(sides)}: {noun}"
            if len(text) <= length:
                break
        return text

    def act(self, act: Act) -> str:
        """The same of an act of a tie."""
        actors = [act.actor, act.recipient] if act.joint else [act.actor]
        recipients = [] if act.joint else [act.recipient]
        return self.happening(list(filter(None, actors)), list(filter(None, recipients)), self.noun(act.type, act.mode))

    def dated(self, act: Act) -> str:
        """An act with its day, and how widely it is told: "3 set. 2017, EUA → Coreia do Norte: crítica (2 origens, 2 artigos)"."""
        day = self.day(act.day) if act.day else self.when(act.when)
        amounts = {what: self.count(what, number) for what, number in (("origins", act.origins), ("articles", act.articles))}
        return self.words("top_act", day=day, act=self.act(act), **amounts)

    def broken(self, one: Break) -> str:
        """A break: "mar. 2018: a cooperação líquida passa de −1,8 a +1,2 ..."."""
        return self.words(f"break.{one.kind}", period=self.period(one.first), **self.amounts(one))

    def amounts(self, change: Break | Trend) -> dict[str, str]:
        """The numbers of a change of net cooperation: ``before``, ``after``, ``change`` and its interval, ``low`` and ``high``."""
        return {name: self.number(getattr(change, name), 1, signed=True) for name in ("before", "after", "change", "low", "high")}

    def told(self, happening: Mapping[str, Any], length: int) -> str:
        """The same of a happening as the ledger has it; what did not take place, or not yet, is called so where it is not only denied."""
        actors, recipients = ([code for code in happening[side].split("+") if code] for side in ("actor", "recipient"))
        noun = self.noun(EventType(happening["type"]), happening["mode"])
        if happening["status"] not in REAL and happening["standing"] != Standing.DENIED:
            noun += f" ({self.words.term('status', happening['status'])})"
        return self.happening(actors, recipients, noun, length)

    def day(self, day: date) -> str:
        """ "3 set. 2017", "3 Sep 2017"."""
        return f"{day.day} {self.month(day.month)} {day.year}"

    def when(self, value: str | None) -> str:
        """An ISO date of any precision: "2017", "set. 2017", "3 set. 2017"; "?" for none."""
        if not value:
            return "?"
        year, *rest = map(int, value.split("-"))
        return " ".join([*(str(day) for day in rest[1:]), *(self.month(month) for month in rest[:1]), str(year)])

    def month(self, number: int) -> str:
        """ "set.", "Sep"."""
        return self.words("months").split("|")[number - 1]

    def period(self, period: Period) -> str:
        """ "3 set. 2017", "semana de 4 set. 2017", "set. 2017", "2017"."""
        if period.every is Every.WEEK:
            return self.words("week", monday=self.day(period.first))
        return self.when(period.label)

    def number(self, value: float, decimals: int = 0, signed: bool = False) -> str:
        """A number as the language writes it: "2.480", "+1,5", "−0,3"."""
        written = f"{abs(value):,.{decimals}f}"
        marks = str.maketrans({",": self.words("thousands"), ".": self.words("decimal")})
        sign = MINUS if value < 0 and written.strip("0.") else "+" if signed and written.strip("0.") else ""
        return sign + written.translate(marks)

    def count(self, what: str, number: int) -> str:
        """ "1 origem", "2.480 artigos"."""
        one, many = self.words(f"count.{what}", n=self.number(number)).split("|")
        return one if number == 1 else many

    def per(self, what: str, every: Every) -> str:
        """ "acontecimentos por mês"."""
        return self.words(f"per.{every}", what=self.words(f"axis.{what}"))

    def listed(self, names: Iterable[str]) -> str:
        """Names one after another."""
        return ", ".join(names)
