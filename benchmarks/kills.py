"""Whether a ledger survives being killed: ``python -m benchmarks.kills [--kills 1000]``, where processes can be forked.

A process records made-up Readings (those of ``benchmarks.ledger``) and says of each that it is kept; SIGKILL ends it at a random moment,
and another goes on. After each kill the file must be sound, and every document that was kept there whole. Prints how many documents were
lost or halved.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import Connection as Database
from sqlalchemy import text

from benchmarks.ledger import EVENTS, readings
from lacos.ledger import Ledger

DOCUMENTS = 3_000
"""Documents of a ledger, after which a new one is begun."""
HALVED = """
    SELECT count(*) FROM documents WHERE
    (SELECT count(*) FROM events WHERE document = n) != :events OR
    (SELECT count(*) FROM claims WHERE document = n AND happening IS NOT NULL) != :events OR
    (SELECT count(*) FROM sides WHERE document = n) < :events OR
    (SELECT count(*) FROM traits WHERE document = n) != :events OR
    (SELECT count(*) FROM search WHERE rowid = n) != 1
"""
ORPHANS = "SELECT count(*) FROM happenings WHERE n NOT IN (SELECT happening FROM claims WHERE happening IS NOT NULL)"

STRAYS = """
    SELECT abs((SELECT count(*) FROM event_parties WHERE one = '' AND other = '') - (SELECT count(*) FROM events))
    + abs((SELECT count(*) FROM happening_parties WHERE one = '' AND other = '') - (SELECT count(*) FROM happenings))
"""


def record(where: str, say: Connection) -> None:
    """Record what is not there yet, saying the id of each document once it is kept."""
    with Ledger(where) as ledger:
        kept = {row["id"] for row in ledger.documents()}
        for reading in readings(DOCUMENTS):
            if reading.document.id not in kept:
                ledger.record(reading)
                say.send(reading.document.id)


def killed(where: str, after: float) -> set[str]:
    """What a process said to have kept before it was killed, so many seconds after it began."""
    context = multiprocessing.get_context("fork")
    hear, say = context.Pipe(duplex=False)
    process = context.Process(target=record, args=(where, say))
    process.start()
    say.close()
    time.sleep(after)
    process.kill()
    process.join()
    heard = set()
    try:
        while True:
            heard.add(hear.recv())
    except (EOFError, OSError):
        return heard


def faults(connection: Database, kept: set[str]) -> dict[str, int]:
    """How many documents are lost, how many halved, and what else is wrong."""
    there = {row.id for row in connection.execute(text("SELECT id FROM documents"))}
    return {
        "lost": len(kept - there),
        "halved": int(connection.execute(text(HALVED), {"events": EVENTS}).scalar_one()),
        "happenings that nobody tells": int(connection.execute(text(ORPHANS)).scalar_one()),
        "records without their parties": int(connection.execute(text(STRAYS)).scalar_one()),
        "damage": int(connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok")
        + len(connection.exec_driver_sql("PRAGMA foreign_key_check").all()),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=1000)
    asked = options.parse_args()
    chance, total = random.Random(1), {"kills": 0, "documents": 0}
    with tempfile.TemporaryDirectory() as folder:
        with Ledger(Path(folder) / "warm.db") as ledger:
            ledger.record(next(readings(1)))  # loads what forked processes then have
        rank, kept = 0, set[str]()
        while total["kills"] < asked.kills:
            where = str(Path(folder) / f"{rank}.db")
            kept |= killed(where, chance.uniform(0, 0.6))
            total["kills"] += 1
            with Ledger(where) as ledger, ledger.database.reading() as connection:
                for name, count in faults(connection, kept).items():
                    total[name] = total.get(name, 0) + count
            if len(kept) > DOCUMENTS // 2:
                total["documents"] += len(kept)
                rank, kept = rank + 1, set()
        total["documents"] += len(kept)
    print(", ".join(f"{count:,} {name}" for name, count in total.items()))


if __name__ == "__main__":
    main()
