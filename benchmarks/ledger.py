"""How a ledger bears a million events: ``python -m benchmarks.ledger [--events 1000000] [--where PATH]``.

Made-up Readings (no text is analysed) of 20 events, each a claim, told over 20 years by 300 outlets about 180 states, few of which act
often (Zipf). Prints the rate of adding by the tenth, a second of
processor time, the size, and the times of queries once they have been asked (the median of five).
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from lacos.actors.territories import territories
from lacos.ledger import Filter, Ledger
from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, Event, EventDate, EventType, Mention, Position, Stance, Status

EVENTS, STATES = 20, 180
"""Events a document, and states; the first of these by code act oftenest."""
FIRST = date(2004, 1, 1)
DAYS = 20 * 365
VERBS = (
    "acusou",
    "atacou",
    "visitou",
    "apoiou",
    "ameaçou",
    "sancionou",
    "negociou",
    "pressionou",
    "criticou",
    "armou",
    "convocou",
    "isolou",
)
SYLLABLES = ("ba", "co", "di", "fe", "gu", "la", "mo", "ne", "pi", "ru", "sa", "te", "vo", "xi", "za")


def readings(count: int, seed: int = 1) -> Iterator[Reading]:
    """So many Readings, in the order of their days."""
    chance = random.Random(seed)
    codes = sorted(territories())[:STATES]
    weights = [1 / rank for rank in range(1, len(codes) + 1)]
    types = list(EventType)
    for n in range(count):
        day = FIRST + timedelta(days=DAYS * n // count)
        told = [(*chance.choices(codes, weights, k=2), chance.choice(VERBS), word(chance), word(chance)) for _ in range(EVENTS)]
        lines = [f"{actor} {verb} {recipient}: {one} {other}." for actor, recipient, verb, one, other in told]
        text = "\n".join(lines)
        document = Document(text, f"d{n}", day, source=f"jornal{chance.randrange(300)}.example", language="pt")
        yield Reading(document, *records(document, told, lines, day, types, chance))


def word(chance: random.Random) -> str:
    """A made-up word, so that texts are as unlike as real ones."""
    return "".join(chance.choices(SYLLABLES, k=4))


def records(document: Document, told: Any, lines: list[str], day: date, types: list[EventType], chance: random.Random) -> tuple[Any, ...]:
    """The mentions, events, statements and claims of a made-up document."""
    events, claims, mentions, at = [], [], [], 0
    for (actor, recipient, verb, *_), line in zip(told, lines, strict=True):
        start = at + len(actor) + 1
        sides = [
            Mention(Actor(actor), document.span(at, at + len(actor))),
            Mention(Actor(recipient), document.span(start + len(verb) + 1, start + len(verb) + 1 + len(recipient))),
        ]
        event = Event(
            type=types[VERBS.index(verb)],
            trigger=document.span(start, start + len(verb)),
            sentence=document.span(at, at + len(line)),
            actor=(sides[0],),
            recipient=(sides[1],) if recipient != actor else (),
            status=Status.OCCURRED,
            date=EventDate((day - timedelta(days=chance.randrange(3))).isoformat()) if chance.random() < 0.5 else None,
        )
        positions = (Position(sides[1], Stance.DENY, event.sentence),) if chance.random() < 0.1 else ()
        mentions += sides
        events.append(event)
        claims.append(Claim((event,), (event.id,), positions))
        at += len(line) + 1
    return tuple(mentions), tuple(events), (), tuple(claims)


def timed(ask: Callable[[], Any]) -> float:
    """Milliseconds that a question takes once it has been asked."""
    ask()
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        ask()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--where")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = asked.where or str(Path(folder) / "synthetic.db")
        measure(where, asked.events // EVENTS)


def measure(where: str, count: int) -> None:
    """Add so many documents to a new ledger, then ask it."""
    with Ledger(where) as ledger:
        rates, start, clock, wall = [], time.process_time(), time.process_time(), time.perf_counter()
        for n, reading in enumerate(readings(count), 1):
            ledger.record(reading)
            if n % max(1, count // 10) == 0:
                rates.append((count // 10) * EVENTS / (time.process_time() - start))
                print(f"{n * EVENTS:,} events: {rates[-1]:,.0f} events/s", flush=True)
                start = time.process_time()
        print(f"rate of the last tenth to the first: {rates[-1] / rates[0]:.2f}; {time.process_time() - clock:.0f} s of processor time")
        print(f"{time.perf_counter() - wall:.0f} s in all")
        if ledger.database.is_file:
            print(f"size: {Path(where).stat().st_size / 1e6:,.0f} MB")
        codes = sorted(territories())[:STATES]
        busy, quiet = (codes[0], codes[1]), (codes[0], codes[-1])
        questions = {
            "claims of a busy tie": lambda: ledger.claims(Filter(tie=busy), limit=50),
            "claims of a quiet tie": lambda: ledger.claims(Filter(tie=quiet), limit=50),
            "contested claims of a tie": lambda: ledger.claims(Filter(tie=busy, standings=("contested",)), limit=50),
            "happenings of a tie in a year": lambda: ledger.happenings(Filter(tie=busy, since="2010", until="2010"), limit=50),
            "happenings among one actor": lambda: ledger.happenings(Filter(among=codes[1]), limit=50),
            "events of a tie": lambda: ledger.events(Filter(tie=busy), limit=50),
            "events of an actor in a month": lambda: ledger.events(Filter(actor=codes[1], since="2015-03", until="2015-03"), limit=50),
            "words": lambda: ledger.search(f"{codes[0]} acusou", 20),
        }
        for name, ask in questions.items():
            print(f"{name}: {timed(ask):.0f} ms")


if __name__ == "__main__":
    main()
