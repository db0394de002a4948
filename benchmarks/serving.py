"""How quickly pages come with many readers: ``python -m benchmarks.serving LEDGER NEWS [--readers 20] [--add 200] [--seconds 20]``.

Serves a copy of a ledger and asks for pages of all kinds in both languages, once each, one after another; then has wrk (Debian's package)
ask for them, each reader on a connection of its own without a pause: for some seconds alone, then for as long as another process adds
texts of a file of news. Prints requests a second, how long they took, and how many failed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from lacos.ledger import Ledger, lookup, overview
from lacos.web import addresses

BUSIEST, MANY = 8, 30
"""Ties and actors, and happenings, claims and documents, whose pages are asked for."""
WORDS = ("Coreia míssil", "sanções", "Trump", "guerra", "Temer visita China")
ENDLESS = 3600
"""Seconds that wrk would go on for, were it not told to stop."""
SCRIPT = """
local pages, n = {PAGES}, 0
wrk.headers["Accept-Encoding"] = "gzip"
request = function() n = n + 1; return wrk.format("GET", pages[n % #pages + 1]) end
done = function(summary, latency)
  local failed, share = summary.errors, function(percent) return latency:percentile(percent) / 1e3 end
  io.write(string.format("%d requests, %.0f a second; half within %.1f ms, 95%% within %.1f, 99%% within %.1f; failed: %d\\n",
    summary.requests, summary.requests / summary.duration * 1e6, share(50), share(95), share(99),
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
"""


def pages(ledger: Ledger) -> list[str]:
    """Addresses of pages of all kinds in a mixed order: of the busiest ties and actors, of what is claimed most, of documents."""
    with ledger.database.reading() as connection:
        ties, actors = overview.busiest(connection, BUSIEST), lookup.find_actors(connection, BUSIEST)
    told = [str(row["id"]) for row in ledger.happenings(limit=MANY)]
    claimed = [str(one.happening["id"]) for one in ledger.claims(limit=MANY)]
    found = [
        *(addresses.home(), addresses.sources(), addresses.method(), addresses.correcting()),
        *(addresses.tie(row["one"], row["other"]) for row in ties),
        *(addresses.actor(row["code"]) for row in actors),
        *(addresses.happening(id) for id in told + claimed),
        *(addresses.claim(id) for id in claimed),
        *(addresses.document(row["id"]) for row in ledger.documents(MANY)),
        *(addresses.search(words) for words in WORDS),
    ]
    both = [f"{page}{'&' if '?' in page else '?'}lang={language}" for page in found for language in ("pt", "en")]
    return random.Random(1).sample(both, len(both))


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """A server of a ledger, by its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from lacos.cli import main; main()", "serve", str(ledger), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        start = time.perf_counter()
        while not is_there(f"http://127.0.0.1:{port}/healthz"):
            time.sleep(0.05)
        print(f"started in {time.perf_counter() - start:.1f} s")
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def is_there(address: str) -> bool:
    try:
        return bool(urlopen(address).status == 200)
    except URLError:
        return False


def slowest(address: str, asked_for: list[str]) -> float:
    """The seconds that the slowest page takes, each asked for once."""

    def timed(page: str) -> float:
        start = time.perf_counter()
        urlopen(address + page).read()
        return time.perf_counter() - start

    return max(map(timed, asked_for))


@contextmanager
def reading(address: str, script: Path, readers: int) -> Iterator[None]:
    """Readers who ask for pages until this ends; what they found is printed then."""
    command = ["wrk", "-t1", f"-c{readers}", f"-d{ENDLESS}s", "--timeout", "30s", "-s", str(script), address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as readers_there:
        yield
        readers_there.send_signal(signal.SIGINT)
        print(readers_there.communicate()[0].strip().splitlines()[-1], flush=True)


def add(ledger: Path, news: Path, count: int) -> None:
    """Have another process add texts of a file, and print how many it added and how long that took."""
    code = (
        "import sys, itertools; from lacos import sources; from lacos.ledger import Ledger; where, news, count = sys.argv[1:]\n"
        "with Ledger(where) as ledger: print(ledger.add(itertools.islice(sources.documents([news]), int(count))).added)"
    )
    start = time.perf_counter()
    added = subprocess.run([sys.executable, "-c", code, str(ledger), str(news), str(count)], check=True, capture_output=True, text=True)
    print(f"{added.stdout.strip()} texts added in {time.perf_counter() - start:.0f} s:")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    options.add_argument("news", type=Path)
    options.add_argument("--readers", type=int, default=20)
    options.add_argument("--add", type=int, default=200)
    options.add_argument("--seconds", type=int, default=20)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy, script = Path(folder) / "served.db", Path(folder) / "pages.lua"
        shutil.copy(asked.ledger, copy)
        with Ledger(copy) as ledger:
            print(f"{ledger.status()['documents']:,} texts")
            asked_for = pages(ledger)
            script.write_text(SCRIPT.replace("PAGES", ", ".join(f'"{page}"' for page in asked_for)))
        with served(copy) as address:
            print(f"the slowest page of all, none asked for before: {slowest(address, asked_for):.1f} s")
            for label, work in (("alone", lambda: time.sleep(asked.seconds)), ("adding", lambda: add(copy, asked.news, asked.add))):
                print(f"{label}, {asked.readers} readers", flush=True)
                with reading(address, script, asked.readers):
                    work()


if __name__ == "__main__":
    main()
