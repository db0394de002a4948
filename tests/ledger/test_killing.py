"""``kill -9`` at any moment: what was committed stays, whole, and adding goes on where it was."""

import random
import time
from pathlib import Path

import articles
import processes
import pytest
from soundness import content, faults, snapshot

from lacos.ledger import Ledger
from lacos.sources import documents

pytestmark = pytest.mark.slow

KILLS = {True: 15, False: 6}
"""How often, of a ledger in a file and on a server."""


def added(ledger: Ledger) -> set[str]:
    return {row["id"] for row in ledger.documents()}


def test_no_document_is_lost_or_halved_by_kills(address: str, tmp_path: Path) -> None:
    folder = articles.folder(tmp_path / "noticias", articles.reprints(40))
    chance, kills, kept, output = random.Random(address.rpartition(".")[2]), 0, set[str](), tmp_path / "saída"
    with Ledger(address) as looking:
        most = KILLS[looking.database.is_file]
        while True:
            process = processes.lacos(output, "add", address, folder)
            before = len(added(looking))
            if kills < most:
                while process.is_alive() and len(added(looking)) == before and chance.random() < 0.998:
                    time.sleep(0.002)
                time.sleep(chance.uniform(0, 0.03))
                process.kill()
            process.join()
            assert process.exitcode in (-9, 0), output.read_text()
            assert faults(looking) == []
            assert kept <= added(looking)
            kept = added(looking)
            if process.exitcode == 0:
                break
            kills += 1
        assert kills >= most // 2
        assert len(kept) == 40
        with Ledger(tmp_path / "calmo.db") as calm:
            calm.add(documents([folder]))
            assert content(looking) == content(calm)
            if looking.database.is_file:
                assert snapshot(looking) == snapshot(calm)
