"""Pages that are kept for strangers."""

import time
from collections.abc import Callable
from threading import Event

import pytest
from news import Fact, article
from starlette.testclient import TestClient

from lacos.ledger import Change, Ledger
from lacos.records import EventType

Serve = Callable[..., TestClient]
NEWS = Fact(EventType.ACCUSE, "RUS", "USA", "2017-09-03")


def test_a_page_that_a_browser_has_is_not_sent_again(library: Ledger, serve: Serve) -> None:
    reader = serve(library)
    tag = reader.get("/").headers["etag"]
    again = reader.get("/", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert reader.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_what_others_add_shows_at_once(anywhere: Ledger, serve: Serve) -> None:
    reader = serve(anywhere)
    before = reader.get("/sources")
    assert "O Clarim" not in before.text
    with Ledger(anywhere.database.url.render_as_string(hide_password=False)) as other:
        other.record(article("a", "2017-09-04", "O Clarim", NEWS))
    after = reader.get("/sources", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert "O Clarim" in after.text


def test_while_a_ledger_changes_readers_get_a_page_that_held_a_moment_ago(
    ledger: Ledger, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = serve(ledger)
    reader.app.state.grace = 60.0  # type: ignore[attr-defined]
    before = reader.get("/sources").text
    slow = Event()
    monkeypatch.setattr("lacos.web.pages.sources.amount", lambda *_: slow.wait(10) and 7)
    ledger.record(article("a", "2017-09-04", "O Clarim", NEWS))
    assert reader.get("/sources").text == before
    slow.set()
    for _ in range(100):
        after = reader.get("/sources").text
        if after != before:
            break
    assert "O Clarim" in after


def test_between_making_pages_anew_the_server_rests(ledger: Ledger, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lacos.web.keeping.REST", 5)
    reader = serve(ledger)
    reader.app.state.grace = 60.0  # type: ignore[attr-defined]
    before = {page: reader.get(page).text for page in ("/sources", "/")}
    monkeypatch.setattr("lacos.web.pages.sources.amount", lambda *_: time.sleep(0.2) or 7)
    ledger.record(article("a", "2017-09-04", "O Clarim", NEWS))

    def until_new(page: str) -> float:
        """The moment at which a page is first another than it was."""
        while reader.get(page).text == before[page]:
            time.sleep(0.01)
        return time.monotonic()

    fresh = until_new("/sources")
    assert until_new("/") - fresh > 0.8


def test_what_somebody_corrects_shows_at_once_whatever_process_took_it(anywhere: Ledger, serve: Serve) -> None:
    anywhere.record(article("a", "2017-09-04", "O Clarim", NEWS))
    reader = serve(anywhere)
    app = reader.app.state  # type: ignore[attr-defined]
    app.kept.patience = app.grace = 1000.0
    (event,) = anywhere.events()
    with Ledger(anywhere.database.url.render_as_string(hide_password=False)) as other:
        assert "Rússia → EUA: acusação" in reader.get("/").text
        number = other.correct(event["id"], Change(type="THREATEN"), "ana")
        assert "Rússia → EUA: ameaça" in reader.get("/").text
        other.undo(number)
        assert "Rússia → EUA: acusação" in reader.get("/").text


def test_a_page_is_made_once_for_all_who_read_the_same(library: Ledger, serve: Serve) -> None:
    reader = serve(library)
    app = reader.app
    for path in ("/method", "/method?lang=en", "/method"):
        reader.get(path)
    assert sum(1 for key in app.state.kept._entries if key[0] == "page") == 2  # type: ignore[attr-defined]
    reader.get("/choose?theme=dark")
    assert "data-theme" in reader.get("/method").text


def test_errors_and_what_sets_a_cookie_are_not_kept(library: Ledger, serve: Serve) -> None:
    reader = serve(library)
    for path in ("/nada", "/choose?theme=dark", "/search?since=x", "/enter"):
        assert "etag" not in reader.get(path).headers
    assert not [key for key in reader.app.state.kept._entries if key[0] == "page"]  # type: ignore[attr-defined]


def test_the_head_of_a_page(client: TestClient) -> None:
    answer, whole = client.head("/method"), client.get("/method")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == whole.headers["etag"]
    assert answer.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("path", ["/?lang=pt", "/search?q=acusou&lang=pt", "/sources?lang=pt"])
def test_a_ledger_on_a_server_reads_as_one_in_a_file(ledger: Ledger, shared: Ledger, serve: Serve, path: str) -> None:
    for one in (ledger, shared):
        one.record(article("a", "2017-09-04", "O Clarim", NEWS))
    file, server = (serve(one).get(path).text.partition("<main")[2] for one in (ledger, shared))
    assert file.replace("crise", shared.database.url.database or "") == server
    assert "Rússia → EUA: acusação" in server or "/sources" in path
