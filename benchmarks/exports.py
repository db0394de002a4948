"""How long each format takes and how much memory: ``python -m benchmarks.exports [--events 100000] [--where LEDGER] [--formats csv xlsx]``.

The ledger is kept at a path, or made of the made-up Readings of benchmarks.ledger. Each format is written by a process of its own; prints
the seconds, the processor's seconds, the highest memory of the process, the size of the files, and the records in them.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.ledger import EVENTS, readings
from lacos.exports import FORMATS, export
from lacos.ledger import Ledger


def made(where: Path, events: int) -> Path:
    """A ledger of so many made-up events."""
    with Ledger(where) as ledger:
        for reading in readings(events // EVENTS):
            ledger.record(reading)
    return where


def measure(where: str, format: str, polecat: bool) -> None:
    """Export all of a ledger once and print what it took."""
    with tempfile.TemporaryDirectory() as folder, Ledger(where, create=False) as ledger:
        start, clock = time.perf_counter(), time.process_time()
        written = export(ledger, Path(folder) / "out", format, polecat=polecat)
        wall, used = time.perf_counter() - start, time.process_time() - clock
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(Path(place).stat().st_size for place in written) / 1e6
        name = f"{format}{' --polecat' if polecat else ''}"
        records = " + ".join(f"{count:,}" for count in written.values())
        print(f"{name:16} {wall:6.1f} s {used:6.1f} s {memory:6.0f} MB {size:7.1f} MB {records:>20}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--where")
    options.add_argument("--formats", nargs="+", choices=[*FORMATS], default=[*FORMATS])
    options.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("--polecat", action="store_true")
    asked = options.parse_args()
    if asked.measure:
        measure(asked.where, asked.formats[0], asked.polecat)
        return
    with tempfile.TemporaryDirectory() as folder:
        where = asked.where or str(made(Path(folder) / "made.db", asked.events))
        print(f"{'format':16} {'time':>8} {'cpu':>8} {'memory':>9} {'size':>10} {'records':>20}")
        for format in asked.formats:
            arguments = ["--where", where, "--formats", format, *(["--polecat"] if asked.polecat else [])]
            subprocess.run([sys.executable, "-m", "benchmarks.exports", "--measure", *arguments], check=True)


if __name__ == "__main__":
    main()
