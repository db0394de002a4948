"""What the server says of itself: lines of a log, figures, health; a fault of ours told to the log and not to the reader."""

import json
import logging
import sys
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from visitors import HERE, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.ledger.database import connect, locate
from lacos.web import Settings, refusing
from lacos.web.observing import metrics
from lacos.web.observing.logs import FIELDS, AsJson, AsLine
from lacos.web.security import plug


def record(message: str, error: bool = False, **fields: object) -> logging.LogRecord:
    info = None
    if error:
        try:
            int("falhou\nfeio")
        except ValueError:
            info = sys.exc_info()
    made = logging.LogRecord("lacos.web", logging.INFO, "", 1, message, None, info)
    made.__dict__[FIELDS] = fields
    return made


def test_a_line_is_one_object_whatever_is_in_it() -> None:
    line = AsJson().format(record("request", path='/a\n{"level": "forged"}\u2028', status=200, error=False))
    assert "\n" not in line
    assert line.isascii()
    told = json.loads(line)
    assert (told["event"], told["level"], told["status"]) == ("request", "info", 200)
    assert told["at"].endswith("+00:00")


def test_a_fault_has_its_trace_in_the_same_line() -> None:
    line = AsJson().format(record("failed", error=True))
    assert "\n" not in line
    assert "ValueError: invalid literal" in json.loads(line)["trace"]


def test_for_people_it_is_short_and_moves_no_cursor() -> None:
    line = AsLine().format(record("request", method="GET", path="/a\x1b[2J\n", status=200, ms=1.5, id="x", user=None))
    assert line.endswith(r"GET /a\x1b[2J\n 200 1.5")


@pytest.fixture
def failing() -> TestClient:
    """An application with a page that fails, guarded as ours is."""
    app = FastAPI()
    app.state.settings, app.state.refusals = Settings("crise.db"), {}
    refusing.plug(app)

    @app.get("/falha")
    def fail() -> None:
        raise RuntimeError("senha-no-erro")

    plug(app, app.state.settings)
    return TestClient(app, "http://localhost", raise_server_exceptions=False)


def test_a_fault_of_ours_is_logged_and_the_reader_learns_nothing_but_its_id(failing: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    answered = failing.get("/falha")
    assert answered.status_code == 500
    assert "senha-no-erro" not in answered.text
    assert answered.headers["x-content-type-options"] == "nosniff"
    failed = [one for one in caplog.records if one.getMessage() == "failed"]
    assert len(failed) == 1
    assert failed[0].exc_info is not None
    assert getattr(failed[0], FIELDS)["id"] == answered.headers["x-request-id"]


@pytest.mark.parametrize(("given", "kept"), [("pedido-12345678", True), ("curto", False), ("a" * 65, False), ("pedido\t12345678", False)])
def test_a_request_keeps_the_id_of_a_proxy_if_it_is_one(client: TestClient, given: str, kept: bool) -> None:
    answered = client.get("/healthz", headers={"X-Request-ID": given})
    assert (answered.headers["x-request-id"] == given) == kept


def test_requests_are_counted_by_page_and_strangers_cannot_make_figures_without_end(library: Ledger) -> None:
    with visit(library) as client:
        client.get("/enter")
        for n in range(5):
            client.get(f"/nada{n}")
            client.request(f"METHOD{n}", "/enter")
        text = client.get("/metrics").text
    assert 'page="/enter"' in text
    assert 'page="other"' in text
    assert "nada" not in text
    assert "METHOD" not in text
    assert 'lacos_request_seconds_bucket{le="0.15",page="/enter"}' in text


def test_pages_are_known_by_the_beginning_of_their_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_pages", set())
    assert metrics.kind("/tie/A/B", 404) == "other"
    assert metrics.kind("/tie/PRK/USA", 200) == "/tie"
    assert metrics.kind("/tie/A/B", 404) == "/tie"
    assert metrics.kind("/api/v1/events/1", 200) == "/api/v1/events"
    assert metrics.kind("/", 200) == "/"
    for n in range(2 * metrics.MOST):
        metrics.kind(f"/{n}", 200)
    assert len(metrics._pages) == metrics.MOST


def test_sign_ins_are_counted(library: Ledger, tmp_path: Path) -> None:
    with visit(library, HERE, users=users(tmp_path / "users.json")) as client:
        before = metrics.sign_ins.labels("wrong")._value.get()
        sign_in(client, password="não é esta senha")
        assert metrics.sign_ins.labels("wrong")._value.get() == before + 1


def test_it_lives_and_is_ready_while_the_ledger_can_be_read(library: Ledger, tmp_path: Path) -> None:
    with visit(library) as client:
        assert (client.get("/healthz").status_code, client.get("/readyz").text) == (200, "ready\n")
        client.app.state.ledger.close()
        client.app.state.ledger.database.engine = broken(tmp_path)
        assert (client.get("/healthz").status_code, client.get("/readyz").status_code) == (200, 503)


def broken(folder: Path) -> object:
    """An engine for a file that is no ledger."""
    (folder / "nada.db").write_bytes(b"isto nao e um banco de dados" * 100)
    return connect(locate(folder / "nada.db"))
