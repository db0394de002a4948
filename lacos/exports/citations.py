"""The documents that events are cited from, for reference managers: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from lacos.exports.files import save
from lacos.exports.options import Options
from lacos.exports.texts import one_line
from lacos.ledger.streaming import Row, Stream
from lacos.records import content_id

LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{character: "\\" + character for character in "$&%#_"},
}
LONGEST = 100
"""Characters of the beginning of a text that stands for its title."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
URL = ":/?#[]@!$&'()*+,;=%-._~"
"""What stays as it is in an address."""


def write_bibtex(stream: Stream, file: BinaryIO, _: Options) -> int:
    """An entry a document."""
    return save(file, map(bibtex, stream.documents()))


def write_csl(stream: Stream, file: BinaryIO, _: Options) -> int:
    """A list of items, one a document (citeproc's schema 1.0)."""
    file.write(b"[")
    items = (json.dumps(csl(document), ensure_ascii=False) for document in stream.documents())
    count = save(file, (f"{',' if n else ''}\n{item}" for n, item in enumerate(items)))
    file.write(b"\n]\n")
    return count


def bibtex(document: Row) -> str:
    """The entry of a document: an @article of its outlet, with what is known."""
    lines = "".join(f"  {field} = {value},\n" for field, value in fields(document))
    return f"@article{{{key(document)},\n{lines}}}\n\n"


def fields(document: Row) -> Iterator[tuple[str, str]]:
    """The fields of a BibTeX entry and their values in braces; those that nobody knows are left out."""
    if document["author"]:
        yield "author", "{{" + latex(document["author"]) + "}}"
    yield "title", "{{" + latex(title(document)) + "}}"
    if document["outlet"]:
        yield "journal", "{" + latex(document["outlet"]) + "}"
    year, *rest = (document["published"] or "").split("-")
    if year:
        yield "year", "{" + year + "}"
    if rest:
        yield "month", MONTHS[int(rest[0]) - 1]
    if len(rest) == 2:
        yield "day", "{" + str(int(rest[1])) + "}"
    if document["url"]:
        yield "url", "{" + quote(document["url"], safe=URL) + "}"
    if document["language"]:
        yield "language", "{" + latex(document["language"]) + "}"
    yield "note", "{" + latex(document["id"]) + "}"


def csl(document: Row) -> dict[str, Any]:
    """The item of a document."""
    known = {
        "author": [{"literal": one_line(document["author"])}] if document["author"] else None,
        "container-title": one_line(document["outlet"] or ""),
        "issued": {"date-parts": [[int(part) for part in document["published"].split("-")]]} if document["published"] else None,
        "URL": document["url"],
        "language": document["language"],
    }
    about = {"id": key(document), "type": "article-newspaper", "title": title(document)}
    return {**about, **{name: value for name, value in known.items() if value}, "note": one_line(document["id"])}


def key(document: Row) -> str:
    """The key that a document is cited by: its outlet, its year, and what tells it from others."""
    plain = unicodedata.normalize("NFKD", document["outlet"] or "").encode("ascii", "ignore").decode().lower()
    outlet = re.sub(r"[^a-z0-9]", "", plain)[:20]
    return f"{outlet}{(document['published'] or '')[:4]}-{content_id(document['id'])[:8]}"


def title(document: Row) -> str:
    """The title, else the beginning of the text in brackets, as styles have it for what has none."""
    if document["title"] and not document["title"].isspace():
        return one_line(document["title"])
    begin = one_line(document["text"][: 4 * LONGEST])
    return f"[{begin if len(begin) <= LONGEST else begin[:LONGEST].rstrip() + '…'}]"


def latex(text: str) -> str:
    """Text as TeX takes it, braces balanced, whatever is in it."""
    return "".join(LATEX.get(character, character) for character in one_line(text) if character.isprintable())
