"""Articles are hostile input: shown as what they are, wherever they show, and never run."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient
from visitors import visit

from lacos.ledger import Ledger
from lacos.reader import Reading
from lacos.records import Document

MARK = "azulejo"
"""A word to find them by."""
ATTACKS = {
    "script": f"<script>alert('{MARK}')</script>",
    "picture": f"<img src=x onerror=alert(1)> {MARK}",
    "quotes": f"\"><svg onload=alert(1)> ' {MARK}",
    "close": f"</title></textarea></style></script><b> {MARK}",
    "address": f"javascript:alert(1) {MARK}",
    "template": "{{ 7*7 }}{% import os %}" + MARK,
    "right to left": f"\u202eoãçamrofni\u202c \u2067{MARK}\u2069\u200b\ufeff",
    "nulls": f"a\0b\x1b[2J\x07 {MARK}",
    "halves": f"{MARK} \udcff".encode("utf8", "replace").decode(),
    "formula": f'=HYPERLINK("http://mal.example"; {MARK})',
}


def hostile(id: str, text: str) -> Reading:
    """An article whose every part is an attack."""
    told = {"title": text[:200], "source": text[:200], "url": "javascript:alert(document.cookie)"}
    return Reading(Document(text, id=id, published=date(2017, 9, 3), **told), (), (), ())


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of such articles, some under ids that are attacks, and one of one line of five million characters."""
    with Ledger(tmp_path_factory.mktemp("hostile") / "crise.db") as ledger:
        for name, text in ATTACKS.items():
            ledger.record(hostile(name, text))
        ledger.record(hostile("<script>alert(1)</script>", MARK))
        ledger.record(hostile("../../etc/passwd", MARK))
        ledger.record(hostile("long", "a" * 5_000_000 + f" {MARK}"))
        yield ledger


@pytest.fixture(scope="module")
def client(attacked: Ledger) -> Iterator[TestClient]:
    with visit(attacked) as visitor:
        yield visitor


PATHS = ["/", f"/search?q={MARK}", "/sources", *(f"/document/{name}" for name in (*ATTACKS, "%3Cscript%3Ealert(1)%3C%2Fscript%3E"))]
PATHS += ["/document/..%2F..%2Fetc%2Fpasswd", "/document/long"]


@pytest.mark.parametrize("path", PATHS)
def test_it_is_shown_and_does_not_run(client: TestClient, path: str) -> None:
    answered = client.get(path)
    assert answered.status_code == 200
    page = answered.text
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", page)
    assert not re.search(r"<(img|svg)[^>]*\son\w+=", page)
    assert "<b> " not in page
    assert not re.search(r'(href|src|action)="?\s*javascript:', page)
    assert f"49{MARK}" not in page
    assert "\0" not in page


def test_a_script_in_the_address_does_not_run(client: TestClient) -> None:
    for path in ("/search?q=<script>alert(1)</script>", "/sources?source=<script>", "/<script>alert(1)</script>", "/enter?back=/<script>"):
        assert "<script>" not in client.get(path).text, path


def test_five_million_characters_do_not_make_a_page_that_no_browser_bears(client: TestClient) -> None:
    assert len(client.get("/").content) < 200_000
    assert len(client.get(f"/search?q={MARK}").content) < 200_000
    assert client.get("/document/long").status_code == 200


def test_a_table_does_not_become_a_formula(client: TestClient) -> None:
    """A spreadsheet runs what begins with =, +, - or @."""
    answered = client.get("/sources?format=csv")
    assert answered.status_code == 200
    assert not re.search(r'(^|,)"?[=@]', answered.text, re.MULTILINE)
