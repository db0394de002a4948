"""What it costs to add articles beside analysing their language alone: ``OMP_NUM_THREADS=1 python -m benchmarks.cost [--articles 300]``.

Adds real articles to a new ledger by one process, which reads, joins and stores them, and runs the bare pipeline over the same articles
before and after. Prints seconds of processor time and their ratio: machines are noisy, and what they do in one run is alike.
"""

from __future__ import annotations

import argparse
import tempfile
from itertools import islice
from pathlib import Path

from spacy.language import Language

from benchmarks.speed import NEWS, timed
from lacos import language, reader, sources
from lacos.ledger import Ledger
from lacos.records import Document

WARM = 5
"""Articles that are read before, so that models, tables and memories are there."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300)
    count = options.parse_args().articles
    found = (item for item in sources.documents([str(NEWS)]) if isinstance(item, Document))
    documents = list(islice(found, count + WARM))
    rest, nlp = documents[WARM:], language.load("pt")
    list(reader.read_all(documents[:WARM]))
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "news.db") as ledger:
        before = bare(nlp, rest)
        _, adding = timed(lambda: ledger.add(rest))
        after = bare(nlp, rest)
    print(f"{len(rest)} articles: added in {adding:.1f} s, analysed alone in {before:.1f} s before and {after:.1f} s after")
    print(f"ratio: {adding / ((before + after) / 2):.2f}")


def bare(nlp: Language, documents: list[Document]) -> float:
    """The seconds of processor time that the pipeline takes over texts."""
    return timed(lambda: sum(1 for _ in nlp.pipe(document.text for document in documents)))[1]


if __name__ == "__main__":
    main()
