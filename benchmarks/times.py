"""How well time expressions are found and valued: ``python -m benchmarks.times [--errors]``, on the temporal track of the Second HAREM.

The 30 documents are split by their place in the file: those at even places (the first is 0) are for tuning, those at odd places for
reporting. The annotations of all were read once to learn HAREM's notation, before any form was written. A gold expression is found when
ours has the same words. What is mapped:

- HAREM takes prepositions and articles into an expression ("em 1997") and TIMEX3 leaves them out: they are cut from the beginning of both.
- Of alternative annotations (ALT) the first counts. What lies in OMITIDO, which HAREM does not annotate, is passed over.
- Expressions of the type GENERICO ("o momento", "em tempo") say no time: they need not be found, and finding one is no error. The last line
  counts them as needed.
- VAL_NORM of dates and hours is "+YYYYMMDDThhmm" with "-" for what is not said: each figure there must be ours; a year that is not there is
  free, a month or day that is not there must not be in ours.
- VAL_NORM of durations ("A12M0S0D0H0M0S0": 12 years) must be the length of ours; for "há seis meses" the time that long ago is as good.
- VAL_DELTA of what is counted from the utterance (ENUNCIACAO) must lead from the day that we are given as the publication's, the same
  made-up one for all documents, to our value. What is counted from the text (TEXTUAL) and empty values are not compared.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from lacos.language.times import TimeExpression, expressions, moments

TRACK = Path(__file__).parents[2] / "shared" / "data" / "time" / "harem2_tempo.xml.xz"
PUBLISHED = date(2008, 1, 16)
OPEN, CLOSE, OMIT, RESUME = "\ue000", "\ue001", "\ue002", "\ue003"
LEADING = re.compile(
    r"(?:(?:a partir|ao longo|por volta|pelo período|aos?|às?|as|o|os|a|em|n[oa]s?|d[eoa]s?|desde|até|por|pel[oa]s?|para|durante|entre|"
    r"antes|depois|perto|num|numa)\s+)+",
    re.IGNORECASE,
)
UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


@dataclass(frozen=True)
class Gold:
    """An annotated expression: its place without leading prepositions, its words and its attributes."""

    start: int
    end: int
    words: str
    attributes: dict[str, str]

    @property
    def is_generic(self) -> bool:
        return self.attributes.get("TIPO") == "GENERICO"


@dataclass(frozen=True)
class HaremDocument:
    text: str
    gold: list[Gold]
    omitted: list[tuple[int, int]]


def documents(track: Path) -> list[HaremDocument]:
    """The documents of the track, in its order."""
    with lzma.open(track) as file:
        return [_document(item) for item in ElementTree.parse(file).getroot().iter("DOC")]


def _document(element: ElementTree.Element) -> HaremDocument:
    attributes: list[dict[str, str]] = []
    marked = re.sub(r"\s+", " ", "\n".join(_marked(paragraph, attributes) for paragraph in element))
    marked = re.sub(rf" (?=[{CLOSE}{RESUME}]*[,.;:)!?»])", "", marked)
    text, opened = "", 0
    gold: list[Gold] = []
    omitted: list[tuple[int, int]] = []
    for letter in marked:
        if letter in (OPEN, OMIT):
            opened = len(text)
        elif letter == CLOSE:
            start, end = trimmed(text, opened, len(text.rstrip()))
            gold.append(Gold(start, end, text[start:end], attributes[len(gold)]))
        elif letter == RESUME:
            omitted.append((opened, len(text)))
        else:
            text += letter
    return HaremDocument(text, gold, omitted)


def _marked(element: ElementTree.Element, attributes: list[dict[str, str]]) -> str:
    """The text of an element with marks around what counts; its attributes are put by in the order of their marks."""
    is_time = element.tag == "EM" and element.get("CATEG") == "TEMPO"
    opening, closing = (OPEN, CLOSE) if is_time else (OMIT, RESUME) if element.tag == "OMITIDO" else ("", "")
    if is_time:
        attributes.append(dict(element.attrib))
    text = opening + (element.text or "")
    for child in element:
        text += _marked(child, attributes)
        if element.tag == "ALT" and "|" in (child.tail or ""):
            return text + (child.tail or "").partition("|")[0]
        text += child.tail or ""
    return text + closing


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the prepositions and articles that it begins with."""
    while start < end and text[start].isspace():
        start += 1
    leading = LEADING.match(text, start, end)
    return (leading.end() if leading and leading.end() < end else start), end


def same_value(gold: Gold, found: TimeExpression) -> bool | None:
    """Whether our value is that of HAREM; None where there is none to compare."""
    norm, delta = gold.attributes.get("VAL_NORM"), gold.attributes.get("VAL_DELTA")
    if norm and norm.startswith("+"):
        return _same_date(norm, found.begin)
    if norm:
        count, unit = _amount(norm)
        return found.value in (moments.duration(count, unit), moments.shift(PUBLISHED, -count, unit))
    if delta and gold.attributes.get("TEMPO_REF") == "ENUNCIACAO":
        return _same_delta(delta, gold.attributes.get("SENTIDO", ""), found)
    return None


def _same_date(norm: str, value: str) -> bool:
    year, month, day, clock = norm[1:5], norm[5:7], norm[7:9], norm[10:14]
    head, _, tail = value.partition("T")
    if clock != "----":
        return tail.replace(":", "")[:4] == clock
    ours = [*head.split("-"), "--", "--"]
    if len(head) == 3:
        ours[0] = head + "0"
    return year in ("----", ours[0]) and month == ours[1] and day == ours[2].rjust(2, "-")


def _amount(norm: str) -> tuple[int, str]:
    counts = [int(figure) for figure in re.findall(r"[A-Z](\d+)", norm)]
    return next(((count, unit) for count, unit in zip(counts, UNITS, strict=True) if count), (0, "day"))


def _same_delta(delta: str, direction: str, found: TimeExpression) -> bool:
    count, unit = _amount(delta)
    head = found.begin.partition("T")[0]
    if found.type == "DURATION":
        return found.value == moments.duration(count, unit)
    if count == 0:
        return PUBLISHED.isoformat().startswith(head)
    return head == moments.shift(PUBLISHED, count if direction == "POSTERIOR" else -count, unit)


def compare(document: HaremDocument, generic_too: bool = False) -> Iterator[tuple[str, str]]:
    """What happened, and to which words: "right", "missed", "false", and "value right" or "value wrong" for those that can be compared."""
    ours = {}
    for item in expressions(document.text, PUBLISHED):
        if not any(start <= item.start < end for start, end in document.omitted):
            ours[trimmed(document.text, item.start, item.end)] = item
    for gold in document.gold:
        found = ours.pop((gold.start, gold.end), None)
        if found is None:
            if generic_too or not gold.is_generic:
                yield "missed", f"«{gold.words}» {gold.attributes.get('TIPO')}"
            continue
        if gold.is_generic and not generic_too:
            continue
        yield "right", gold.words
        verdict = same_value(gold, found)
        if verdict is not None:
            yield (
                f"value {'right' if verdict else 'wrong'}",
                f"«{gold.words}» {gold.attributes.get('VAL_NORM') or gold.attributes} : {found.value}",
            )
    generic = [gold for gold in document.gold if gold.is_generic and not generic_too]
    for (start, end), item in ours.items():
        if not any(gold.start < end and start < gold.end for gold in generic):
            yield "false", f"«{item.words}» in «{document.text[max(0, start - 30) : end + 30]}»"


def show(name: str, chosen: list[HaremDocument], errors: bool = False, generic_too: bool = False) -> None:
    results = [result for document in chosen for result in compare(document, generic_too)]
    n = Counter(kind for kind, _ in results)
    precision, recall = n["right"] / (n["right"] + n["false"]), n["right"] / (n["right"] + n["missed"])
    values = n["value right"] + n["value wrong"]
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"{name}: {len(chosen)} documents, {n['right'] + n['missed']} expressions: "
        f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; "
        f"values right {n['value right']} of {values}, {n['value right'] / values:.3f}"
    )
    for kind, what in results:
        if errors and kind in ("missed", "false", "value wrong"):
            print(f"  {kind}: {what}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="show the mistakes of the tuning half")
    options.add_argument("--track", type=Path, default=TRACK, help="where the track lies")
    chosen = options.parse_args()
    errors, track = chosen.errors, documents(chosen.track)
    show("tuning half", track[::2], errors)
    show("reporting half", track[1::2])
    show("all", track)
    show("all, generic ones needed", track, generic_too=True)


if __name__ == "__main__":
    main()
