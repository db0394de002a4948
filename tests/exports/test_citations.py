"""The documents cited, as reference managers read them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cables import readings

from lacos.exports.citations import bibtex, csl, key, latex, title
from lacos.ledger import Filter

Exported = Callable[..., Path]
UNKNOWN = dict.fromkeys(("title", "author", "outlet", "published", "url", "language"))
BARE: dict[str, Any] = {"id": "b1", "text": "A Rússia\nagiu.", **UNKNOWN}


def test_csl_has_an_item_a_document(exported: Exported) -> None:
    items = json.loads(exported("csl").read_text("utf8"))
    assert len(items) == len({one["id"] for one in items}) == len(readings())
    (launch,) = (one for one in items if one["note"] == "missil-1")
    assert launch == {
        "id": "folhadopacifico2017-" + launch["id"][-8:],
        "type": "article-newspaper",
        "title": "Míssil cruza o céu do Japão",
        "author": [{"literal": "Ana Souza"}],
        "container-title": "Folha do Pacífico",
        "issued": {"date-parts": [[2017, 11, 28]]},
        "URL": "https://folha.example/missil",
        "language": "pt",
        "note": "missil-1",
    }


def test_only_what_tells_of_the_events_asked_for_is_cited(exported: Exported) -> None:
    assert [one["note"] for one in json.loads(exported("csl", Filter(tie=("CHL", "BOL"))).read_text("utf8"))] == ["acordo"]
    assert json.loads(exported("csl", Filter(among="FRA")).read_text("utf8")) == []
    assert exported("bibtex", Filter(among="FRA")).read_bytes() == b""


def test_bibtex_balances_its_braces_whatever_is_cited(exported: Exported) -> None:
    text = exported("bibtex").read_text("utf8")
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert text.count("@article{") == len(readings())
    assert r"title = {{=HYPERLINK(\"http://mal.example\";\"clique\")}}".replace(r"\"", '"') in text
    assert r"author = {{-Fulano {\textbackslash}input{\textbraceleft}x{\textbraceright}}}" in text
    assert "url = {https://gazeta.example/ataque?a=1&b=%7B2%7D}" in text


def test_bibtex_as_pybtex_reads_it(exported: Exported) -> None:
    database = pytest.importorskip("pybtex.database").parse_file(str(exported("bibtex")), "bibtex")
    (entry,) = (one for one in database.entries.values() if one.fields["note"] == "missil-1")
    assert (entry.type, entry.fields["year"], entry.fields["month"], entry.fields["day"]) == ("article", "2017", "November", "28")
    assert entry.fields["journal"] == "Folha do Pacífico"
    plain = pytest.importorskip("pybtex.richtext").Text.from_latex
    assert str(plain(entry.fields["title"])) == "Míssil cruza o céu do Japão"
    (bad,) = (one for one in database.entries.values() if "SOMA" in one.fields["title"] or "HYPERLINK" in one.fields["title"])
    assert str(plain(bad.fields["title"])) == '=HYPERLINK("http://mal.example";"clique")'
    assert len(database.entries) == len(readings())


def test_csl_as_citeproc_renders_it(exported: Exported) -> None:
    citeproc = pytest.importorskip("citeproc")
    items = json.loads(exported("csl").read_text("utf8"))
    source = pytest.importorskip("citeproc.source.json").CiteProcJSON(items)
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    bibliography.register(citeproc.Citation([citeproc.CitationItem(one["id"]) for one in items]))
    rendered = [str(one) for one in bibliography.bibliography()]
    assert len(rendered) == len(items)
    assert any("Míssil cruza o céu do Japão" in one and "Folha do Pacífico" in one and "2017" in one for one in rendered)


def test_a_document_of_which_nothing_is_known_is_called_by_its_words() -> None:
    assert bibtex(BARE) == f"@article{{{key(BARE)},\n  title = {{{{[A Rússia agiu.]}}}},\n  note = {{b1}},\n}}\n\n"
    assert csl(BARE) == {"id": key(BARE), "type": "article-newspaper", "title": "[A Rússia agiu.]", "note": "b1"}
    assert title(BARE | {"text": "palavra " * 100}) == f"[{('palavra ' * 12 + 'pala').strip()}…]"


def test_dates_of_less_than_a_day() -> None:
    assert csl(BARE | {"published": "2017-09"})["issued"] == {"date-parts": [[2017, 9]]}
    assert "year = {2017},\n  month = sep,\n  note" in bibtex(BARE | {"published": "2017-09"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("100% & $5 #1_2", r"100\% \& \$5 \#1\_2"),
        ("a~b^c\\d", r"a{\textasciitilde}b{\textasciicircum}c{\textbackslash}d"),
        ("{", r"{\textbraceleft}"),
        ("linha\n\tdois\x07", "linha dois"),
        ("ação", "ação"),
    ],
)
def test_latex(text: str, wanted: str) -> None:
    assert latex(text) == wanted
