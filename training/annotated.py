"""Our own annotations: of the news corpus, kept apart from its texts (``training/pt/annotated/*.jsonl`` point into them by offsets), and of
articles written for this project, with their texts (``training/pt/written/*.jsonl``).

Made as data/gold/GUIDE.md says, on Brazilian politics, justice and everyday news, which the gold's training documents have little of.
``python -m training.annotated PART OUT.json`` writes a part with its words, for ``lacos evaluate OUT.json``.

A line a document: its id and part, the places of its sentences in the article's text, and the gold's records with places instead of words.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lacos.evaluation import GoldDocument

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "data" / "news" / "fakebr-true-dev.jsonl.xz"
ANNOTATED = ROOT / "training" / "pt" / "annotated"
WORDS = ("trigger", "cue", "content", "text")
"""The fields of records that hold words of the text."""
WRITTEN = ROOT / "training" / "pt" / "written"
KINDS = ("events", "statements")
EVENT = {"mode": None, "actor": [], "recipient": [], "historical": False, "date": None, "attributed_to": []}
STATEMENT = {"speaker": None, "cue": "", "about": []}
"""What a record has where nothing is stored."""

Record = dict[str, Any]


def load(part: str) -> list[GoldDocument]:
    """The annotated documents of a part with their words: "tune" to build with, "check" to measure on and nothing else."""
    texts = articles()
    lines = (line for path in sorted(ANNOTATED.glob("*.jsonl")) for line in path.read_text("utf8").splitlines())
    items = map(json.loads, lines)
    return [_document(item, texts) for item in items if item["part"] == part]


def written() -> list[GoldDocument]:
    """The articles written to learn from, most on world news, of which the corpus has little. States and offices in them are real."""
    items = [json.loads(line) for path in sorted(WRITTEN.glob("*.jsonl")) for line in path.read_text("utf8").splitlines()]
    return [
        GoldDocument(
            item["id"],
            item["date"],
            tuple(item["sentences"]),
            tuple(EVENT | record for record in item["events"]),
            tuple(STATEMENT | record for record in item["statements"]),
        )
        for item in items
    ]


def articles() -> dict[str, Record]:
    with lzma.open(NEWS, "rt", encoding="utf8") as lines:
        return {item["id"]: item for line in lines for item in (json.loads(line),)}


def _document(item: Record, texts: dict[str, Record]) -> GoldDocument:
    article = texts[item["id"]]
    sentences = tuple(article["text"][start:end] for start, end in item["sentences"])
    joined = " ".join(sentences)

    def words(place: list[int]) -> str:
        return joined[place[0] : place[1]]

    events = tuple(EVENT | replaced(record, words) for record in item["events"])
    statements = tuple(STATEMENT | replaced(record, words) for record in item["statements"])
    return GoldDocument(item["id"], article["published"][:10], sentences, events, statements)


def replaced(record: Any, change: Any) -> Any:
    """A copy of a record with every field of words changed; empty words stay."""
    if isinstance(record, list):
        return [replaced(item, change) for item in record]
    if isinstance(record, dict):
        return {key: change(value) if key in WORDS and value else replaced(value, change) for key, value in record.items()}
    return record


def store(documents: list[Record], path: Path) -> None:
    """Write documents in the gold's form without their words to a file. Raises ValueError for words that are not in the text."""
    texts = articles()
    with path.open("w", encoding="utf8") as out:
        for document in sorted(documents, key=lambda item: str(item["id"])):
            out.write(json.dumps(_placed(document, texts), separators=(",", ":")) + "\n")


def _placed(document: Record, texts: dict[str, Record]) -> Record:
    text, at = texts[document["id"]]["text"], 0
    places = []
    for sentence in document["sentences"]:
        start = text.index(sentence, at)
        at = start + len(sentence)
        places.append([start, at])
    joined = " ".join(document["sentences"])
    starts = list(_starts(document["sentences"]))
    item: Record = {"id": document["id"], "part": document["part"], "sentences": places}
    for kind in KINDS:
        item[kind] = [_with_places(record, joined, starts[record["sentence"]]) for record in document[kind]]
    return item


def _with_places(record: Record, joined: str, start: int) -> Record:
    def place(words: str) -> list[int]:
        found = joined.find(words, start)
        found = found if found >= 0 else joined.find(words)
        if found < 0:
            raise ValueError(f"{words!r} is not in the text")
        return [found, found + len(words)]

    placed: Record = replaced(record, place)
    return {key: value for key, value in placed.items() if value not in (None, [], False)} | {"sentence": record["sentence"]}


def _starts(sentences: list[str]) -> Iterator[int]:
    at = 0
    for sentence in sentences:
        yield at
        at += len(sentence) + 1


if __name__ == "__main__":
    fields = ("id", "date", "sentences")
    written = [
        {name: getattr(document, name) for name in fields} | {"events": document.raw_events, "statements": document.raw_statements}
        for document in load(sys.argv[1])
    ]
    Path(sys.argv[2]).write_text(json.dumps(written, ensure_ascii=False), "utf8")
