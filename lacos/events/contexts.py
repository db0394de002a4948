"""The contexts of an event, by the words of its sentence and of those beside it (data/contexts.tsv; PLOVER manual, chapter 4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.events.ontology import context_labels, ontology, yielding
from lacos.records import EventType
from lacos.tables import TableError, rows

DATA = Path(__file__).parent / "data" / "contexts.tsv"
NO_CONTEXT = "-"
"""The context of phrases that only look like those of one: "polícia militar"."""
EMPTY = frozenset({"ADP", "AUX", "CCONJ", "DET", "PRON", "PUNCT", "SCONJ"})
"""Parts of speech with which no entry begins."""
BESIDE = 2
"""Different words of a context that must stand in the sentences beside it where its own has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of one context."""

    words: tuple[str, ...]
    context: str


Found = dict[str, set[tuple[str, ...]]]
"""The words found, by context."""
Begun = dict[tuple[int, ...], tuple[Entry, ...]]
"""The entries that a word may begin, by its form, lemma and part of speech."""


@cache
def lexicon(path: Path = DATA) -> dict[str, tuple[Entry, ...]]:
    """The entries by the stem of their first word. Raises TableError for a context that the ontology does not have."""
    found: dict[str, list[Entry]] = {}
    for where, row in rows(path):
        if row["context"] not in context_labels() and row["context"] != NO_CONTEXT:
            raise TableError(f"{where}: no context {row['context']!r} in ontology.toml")
        for phrase in row["words"].split("|"):
            if words := tuple(phrase.split()):
                keyed = words if len(words) == 1 else tuple(map(stem, words))
                found.setdefault(stem(words[0]), []).append(Entry(keyed, row["context"]))
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending of its gender and number, so that "química" stands for "químicas" too."""
    low = word.lower()
    bare = low.removesuffix("s") if len(low) > 3 else low
    return bare[:-1] if len(bare) > 3 and bare[-1] in "aoe" else bare


class Contexts:
    """The contexts of the sentences of one document, each looked up once."""

    def __init__(self) -> None:
        self._seen: dict[int, Found] = {}
        self._begun: Begun = {}
        self._rows: list[tuple[int, ...]] = []

    def of(self, sentence: SpacySpan, event_type: EventType, mode: str | None) -> tuple[str, ...]:
        """The contexts of an event in ``sentence``, in the manual's order: a word of its own, or two of the sentences beside it.

        Some modes carry a context of themselves (manual, table 3.10). A general context gives way to those that its entry names.
        """
        beside: Found = {}
        for other in neighbours(sentence):
            for context, words in self._words(other).items():
                beside.setdefault(context, set()).update(words)
        found = set(self._words(sentence)) | {context for context, words in beside.items() if len(words) >= BESIDE}
        if own := ontology()[event_type].mode_contexts.get(mode or ""):
            found.add(own)
        found -= {context for context, others in yielding().items() if found & others}
        return tuple(context for context in context_labels() if context in found)

    def _words(self, sentence: SpacySpan) -> Found:
        if sentence.start not in self._seen:
            if not self._rows:
                self._rows = list(map(tuple, sentence.doc.to_array(["LOWER", "LEMMA", "POS"]).tolist()))
            self._seen[sentence.start] = words_of(sentence, self._rows[sentence.start : sentence.end], self._begun)
        return self._seen[sentence.start]


def words_of(sentence: SpacySpan, words: list[tuple[int, ...]], begun: Begun) -> Found:
    """The entries found in a sentence, by context: at each place the longest, whose words no other takes up again.

    ``words`` are the numbers of form, lemma and part of speech of each word; ``begun`` remembers the entries that such a word may begin.
    """
    for place, word in enumerate(words):
        if word not in begun:
            begun[word] = beginning(sentence[place])
    if not any(begun[word] for word in words):
        return {}
    run = list(sentence)
    found: Found = {}
    free = 0
    for place, word in enumerate(words):
        if place < free or not begun[word]:
            continue
        here = [entry for entry in begun[word] if stands(entry, run, place)]
        if not here:
            continue
        free = place + max(len(entry.words) for entry in here)
        for entry in here:
            if len(entry.words) == free - place and entry.context != NO_CONTEXT:
                found.setdefault(entry.context, set()).add(entry.words)
    return found


def beginning(token: Token) -> tuple[Entry, ...]:
    """The entries that may begin with ``token``."""
    if token.pos_ in EMPTY:
        return ()
    known = lexicon()
    return tuple(entry for key in dict.fromkeys(keys(token)) for entry in known.get(key, ()))


def forms(token: Token) -> tuple[str, str]:
    """A word as written and its lemma, without the article of a contraction."""
    return token.lower_, token.lemma_.lower().partition(" ")[0]


def keys(token: Token) -> tuple[str, str]:
    form, base = forms(token)
    return stem(form), stem(base)


def stands(entry: Entry, run: list[Token], place: int) -> bool:
    """Whether an entry that may begin at ``place`` stands there: a phrase by stems, a word by form or lemma, a name with its capitals."""
    words = entry.words
    if len(words) > 1:
        return place + len(words) <= len(run) and all(word in keys(run[place + rank]) for rank, word in enumerate(words[1:], 1))
    return words[0] in forms(run[place]) if words[0].islower() else run[place].text == words[0]


def neighbours(sentence: SpacySpan) -> list[SpacySpan]:
    """The sentences before and after."""
    doc = sentence.doc
    before = [doc[sentence.start - 1].sent] if sentence.start else []
    after = [doc[sentence.end].sent] if sentence.end < len(doc) else []
    return before + after
