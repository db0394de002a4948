"""How fast real articles are read, on one core: ``OMP_NUM_THREADS=1 python -m benchmarks.speed [--articles 200]``.

Prints articles and tokens per second of processor time, and the share of each room. Machines differ and are noisy: compare the shares,
which come from one run, rather than the rates. ``/usr/bin/time -v lacos read NEWS.jsonl --format jsonl`` tells the memory of a real run.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from lacos import actors, claims, events, language, statements
from lacos.records import Document

T = TypeVar("T")
NEWS = Path(__file__).parents[2] / "shared" / "data" / "news" / "fakebr-true-dev.jsonl.xz"


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` gives, and the seconds of processor time that it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=200)
    count = options.parse_args().articles
    with lzma.open(NEWS, "rt", encoding="utf8") as lines:
        documents = [Document.from_json(json.loads(line)) for line in islice(lines, count)]
    nlp, loading = timed(lambda: language.load("pt"))
    warm = nlp(documents[0].text)
    _, tables = timed(lambda: actors.resolve(warm, documents[0]))
    analysed, spent_on_language = timed(lambda: list(nlp.pipe(document.text for document in documents)))
    resolved, spent_on_actors = timed(lambda: [actors.resolve(*pair) for pair in zip(analysed, documents, strict=True)])
    read = list(zip(analysed, documents, resolved, strict=True))
    said, spent_on_statements = timed(lambda: [statements.find(*item) for item in read])
    _, spent_on_voices = timed(lambda: [statements.give_voice(d, t, s, m) for (d, t, m), s in zip(read, said, strict=True)])
    scenes = [(*item, found) for item, found in zip(read, said, strict=True)]
    verdicts, spent_on_judging = timed(lambda: [events.judge(events.Scene(*scene)) for scene in scenes])
    _, spent_on_events = timed(lambda: [events.code(verdict) for verdict in verdicts])
    _, spent_on_weighing = timed(lambda: [statements.weigh(verdict) for verdict in verdicts])
    spent_on_statements += spent_on_voices + spent_on_weighing
    spent_on_events += spent_on_judging
    told = [(events.code(verdict), statements.weigh(verdict), verdict) for verdict in verdicts]
    _, spent_on_claims = timed(lambda: [claims.claims(coded, said, verdict.scene.doc) for coded, said, verdict in told])
    _, spent_on_stances = timed(lambda: [statements.stances(verdict, coded, said) for coded, said, verdict in told])
    spent_on_statements += spent_on_stances
    spent = {
        "language": spent_on_language,
        "actors": spent_on_actors,
        "statements": spent_on_statements,
        "events": spent_on_events,
        "claims": spent_on_claims,
        "stances of persons": spent_on_stances,
    }
    total, tokens = sum(spent.values()), sum(map(len, analysed))
    print(f"loading: pipeline {loading:.2f} s, tables of actors {tables:.2f} s")
    print(f"{len(documents)} articles, {tokens} tokens: {len(documents) / total:.1f} articles/s, {tokens / total:.0f} tokens/s")
    print(
        "share of the language pipeline's time: "
        + ", ".join(f"{room} {seconds / spent_on_language:.2f}" for room, seconds in spent.items())
    )
    print(f"language pipeline alone: {tokens / spent_on_language:.0f} tokens/s")


if __name__ == "__main__":
    main()
