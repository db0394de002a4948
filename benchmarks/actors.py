"""How many of the gold's actors are resolved: ``python -m benchmarks.actors [GOLD ...] [--misses N]``.

Every {text, code} of the gold's events and statements with words is looked for in its sentence; right where a mention of ours that
overlaps the words has the code. ``state`` compares without sectors. Explicit: the words hold a name, an adjective of origin or a
role of their own; pointing: they only point back ("o país", "ele", "o presidente"). Then the other way round: of our mentions within
words that the gold gives a code, the share that has it, by kind of mention and by the confidence that we gave.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path

from spacy.tokens import Doc

from lacos import language
from lacos.actors.gazetteer import gazetteer
from lacos.actors.roles import role_of
from lacos.evaluation import GoldDocument, load
from lacos.reader import listen
from lacos.records import Mention

GOLD = Path(__file__).parents[2] / "shared" / "data" / "gold"


def wanted(gold: GoldDocument) -> list[tuple[int, int, str, str]]:
    """(start, end, words, code) of each actor that the annotators named, once."""
    found = {}
    for record in (*gold.events, *gold.statements):
        sides = [*record.get("actor", ()), *record.get("recipient", ()), *record.get("attributed_to", ())]
        near = record.get("start", 0)
        for side in (*sides, *([record["speaker"]] if record.get("speaker") else ())):
            words, code = side["text"], side["code"]
            if not words or not code:
                continue
            first = gold.starts[record["sentence"]]
            last = first + len(gold.sentences[record["sentence"]])
            places = [
                found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", gold.text[:last]) if found.start() >= first
            ]
            if places:
                at = min(places, key=lambda place: abs(place - near))
                found[at, at + len(words), code] = (at, at + len(words), words, code)
    return list(found.values())


def kind(words: str, doc: Doc, start: int, end: int) -> str:
    """explicit or pointing."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if gazetteer().find(words):
        return "explicit"
    named = any(token.pos_ == "PROPN" or token.ent_type_ for token in span)
    roles = [role for token in span if (role := role_of(token))]
    if named or any(role.kind in ("person", "organ") and role.sector for role in roles):
        return "explicit"
    return "pointing" if roles or all(token.pos_ in ("PRON", "DET", "NUM", "ADJ", "ADP") for token in span) else "other"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", nargs="*", type=Path, default=[GOLD / "dev.json", GOLD / "train.json"])
    options.add_argument("--misses", type=int, default=0)
    chosen = options.parse_args()
    nlp = language.load("pt")
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[str] = []
    trusted: Counter[tuple[str, float]] = Counter()
    right: Counter[tuple[str, float]] = Counter()
    for path in chosen.gold:
        for gold in load(path):
            document = gold.document()
            doc = nlp(document.text)
            mentions, _ = listen(doc, document)
            placed: list[Mention] = [*mentions, *(m for token in doc for m in mentions.place(token))]
            actors = wanted(gold)
            for mention in mentions:
                span = mention.span
                codes = {code for start, end, _, code in actors if span and start <= span.start and span.end <= end}
                if codes:
                    trusted[mention.kind.value, mention.confidence] += 1
                    right[mention.kind.value, mention.confidence] += mention.code in codes
            for start, end, words, code in actors:
                here = [m for m in placed if m.span and m.span.start < end and start < m.span.end]
                codes = {m.code for m in here}
                group = kind(words, doc, start, end)
                state = code.partition("/")[0] in {c.partition("/")[0] for c in codes}
                counts.update({(group, "all"): 1, (group, "code"): code in codes, (group, "state"): state, (group, "found"): bool(codes)})
                if "/" in code and state:
                    counts.update({(group, "with sector"): 1, (group, "sector"): code in codes})
                if code not in codes:
                    misses.append(f"{group}\t{code}\t{'+'.join(sorted(codes)) or '-'}\t{words}\t{gold.id}")
    for group in sorted({key[0] for key in counts}):
        total = counts[group, "all"]
        shares = " ".join(f"{name} {counts[group, name] / total:.3f}" for name in ("found", "state", "code"))
        print(f"{group}: {total} {shares}, sector {counts[group, 'sector'] / max(1, counts[group, 'with sector']):.3f}")
    for way in sorted(trusted):
        print(f"{way[0]}, confidence {way[1]}: {trusted[way]} mentions, {right[way] / trusted[way]:.3f} right")
    random.Random(1).shuffle(misses)
    for miss in misses[: chosen.misses]:
        print(miss)


if __name__ == "__main__":
    main()
