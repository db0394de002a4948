"""Feeds that a ledger follows: what their servers said is kept, so that only what is new is asked for."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from lacos.cli import app
from lacos.ledger import Ledger
from lacos.sources import Fetcher

pytestmark = pytest.mark.slow

MORE = "Os dois governos informaram que as conversas seguirão nas próximas semanas, com a presença de observadores da região. " * 4
STORIES = [
    "O presidente do Chile recebeu em Santiago o chanceler da Bolívia.",
    "A Rússia condenou o ataque da Ucrânia contra Belgorod.",
    "Moçambique pediu ajuda militar à Tanzânia.",
]


@dataclass
class Newspaper:
    """A small web server with a feed of some stories. It answers 304 to who knows the feed as it is."""

    url: str
    stories: list[str] = field(default_factory=lambda: STORIES[:2])
    asked: list[dict[str, str]] = field(default_factory=list)
    broken: bool = False

    @property
    def tag(self) -> str:
        return f'"{len(self.stories)}"'

    def feed(self) -> bytes:
        items = "".join(
            f"<item><title>{story[:20]}</title><link>{self.url}/{n}</link><pubDate>Tue, 07 Jun 2022 10:00:00 -0300</pubDate>"
            f"<content:encoded><![CDATA[<p>{story} {MORE}</p>]]></content:encoded></item>"
            for n, story in enumerate(self.stories)
        )
        head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Folha do Pacífico</title>'
        return f'<?xml version="1.0" encoding="utf-8"?>{head}{items}</channel></rss>'.encode()


@pytest.fixture
def newspaper() -> Iterator[Newspaper]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, status = b"", 404
            if self.path == "/feed":
                found.asked.append(dict(self.headers))
                status = 500 if found.broken else 304 if self.headers.get("If-None-Match") == found.tag else 200
                body = found.feed() if status == 200 else b""
            self.send_response(status)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", found.tag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    found = Newspaper(f"http://127.0.0.1:{server.server_port}")
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """English, and no waiting between two requests to our own server."""
    monkeypatch.setenv("LACOS_LANG", "en")
    monkeypatch.setattr(Fetcher.__init__, "__defaults__", (True, 0.0, 2.0, 60.0, 20_000_000))


def watch(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["watch", *map(str, arguments), "--once"])


def test_only_what_is_new_is_asked_for_and_added(address: str, newspaper: Newspaper) -> None:
    feed = f"{newspaper.url}/feed"
    first = watch(address, feed)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "2 added" in first.stderr
    assert "If-None-Match" not in newspaper.asked[0]
    with Ledger(address) as ledger:
        assert {(row["outlet"], row["published"]) for row in ledger.documents()} == {("Folha do Pacífico", "2022-06-07")}
        (row,) = ledger.feeds()
        assert (row["url"], row["message"]) == (feed, None)

    second = watch(address)
    assert second.exit_code == 0
    assert "0 added" in second.stderr
    assert newspaper.asked[1]["If-None-Match"] == '"2"'

    newspaper.stories = STORIES
    third = watch(address)
    assert "1 added, 0 replaced, 2 there already" in third.stderr
    with Ledger(address) as ledger:
        assert ledger.status()["documents"] == 3


def test_a_feed_that_fails_is_named_and_asked_again(address: str, newspaper: Newspaper) -> None:
    newspaper.broken = True
    result = watch(address, f"{newspaper.url}/feed")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{newspaper.url}/feed" in result.stderr
    with Ledger(address) as ledger:
        assert "500" in ledger.feeds()[0]["message"]
        assert len(ledger.failures()) == 1
    newspaper.broken = False
    assert "2 added" in watch(address).stderr
    with Ledger(address) as ledger:
        assert ledger.feeds()[0]["message"] is None
        assert len(ledger.failures()) == 0


def test_entries_that_were_not_kept_come_again(address: str, newspaper: Newspaper) -> None:
    """Whoever stops between taking a feed's entries and keeping them finds them next time."""
    feed = f"{newspaper.url}/feed"
    with Ledger(address) as ledger, Fetcher() as fetcher:
        ledger.follow([feed])

        def stopping(_outcome: object) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            ledger.poll([feed], fetcher, progress=stopping)
        kept = ledger.status()["documents"]
        assert kept < 2
        assert ledger.poll([feed], fetcher).total == 2
        assert ledger.status()["documents"] == 2


def test_a_list_of_feeds_is_watched(tmp_path: Path, newspaper: Newspaper) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(f'<opml version="2.0"><body><outline type="rss" xmlUrl="{newspaper.url}/feed"/></body></opml>', "utf8")
    assert "2 added" in watch(tmp_path / "a.db", path).stderr


@pytest.mark.parametrize("every", ["1s", "30s", "0m", "abc", "15", "-5m"])
def test_polling_too_often_is_wrong_usage(tmp_path: Path, every: str) -> None:
    result = watch(tmp_path / "a.db", "http://127.0.0.1:1/feed", f"--every={every}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (tmp_path / "a.db").exists()


def test_nothing_to_watch_is_wrong_usage(tmp_path: Path) -> None:
    assert watch(tmp_path / "a.db").exit_code == 2


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = watch(tmp_path / "a.db", tmp_path / "nada.opml")
    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit) or "nada.opml" in str(result.exception)
    assert not isinstance(result.exception, OSError)
