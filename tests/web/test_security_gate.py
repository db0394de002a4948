"""Who is let in, from where, by which name, and to do what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from visitors import FAR, HERE, TOKEN, sign_in, users, visit

from lacos.ledger import Ledger
from lacos.web import Settings, refusing
from lacos.web.dependencies import may
from lacos.web.security import plug
from lacos.web.security.headers import HEADERS
from lacos.web.security.hosts import hostname

BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return users(tmp_path / "users.json")


@pytest.fixture(scope="module")
def reached(library: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor to a server that other computers reach."""
    file = users(tmp_path_factory.mktemp("closed") / "users.json")
    with visit(library, FAR, "http://lacos.example", host="0.0.0.0", users=file, names=("lacos.example",)) as visitor:
        yield visitor


@pytest.fixture
def closed(reached: TestClient) -> TestClient:
    """The same, a stranger."""
    reached.cookies.clear()
    return reached


def test_on_this_computer_one_reads_without_a_name(client: TestClient) -> None:
    assert client.get("/").status_code == 200


def test_strangers_are_led_to_the_door_and_after_it_to_where_they_wanted(closed: TestClient) -> None:
    answered = closed.get("/tie/PRK/USA?since=2017&q=a%26b")
    assert (answered.status_code, answered.headers["location"]) == (303, "/enter?back=%2Ftie%2FPRK%2FUSA%3Fsince%3D2017%26q%3Da%2526b")
    assert sign_in(closed) == 303
    assert closed.get("/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/search?q=x", "/document/x", "/sources", "/nada", "//", "/static/../settings.py", "/enter/x", "/openapi.json"]
)
def test_no_page_is_for_strangers(closed: TestClient, path: str) -> None:
    assert closed.get(path).status_code == 303


@pytest.mark.parametrize("path", ["/enter", "/healthz", "/readyz", "/static/lacos.css", "/choose?lang=en"])
def test_what_all_may_see(closed: TestClient, path: str) -> None:
    assert closed.get(path).status_code in (200, 303)
    assert "enter" not in closed.get(path).headers.get("location", "")


def test_programs_that_are_strangers_are_told_so(closed: TestClient) -> None:
    answered = closed.get("/api/v1/status")
    assert answered.status_code == 401
    assert answered.headers["www-authenticate"].startswith("Bearer")
    for answered in (closed.post("/api/v1/read", json={"text": "x"}), closed.post("/api/v1/read"), closed.delete("/api/v1/judgements/1")):
        assert (answered.status_code, answered.headers["www-authenticate"]) == (401, 'Bearer realm="lacos"')
    assert closed.get("/api/v1/nada", headers=BEARER).status_code == 404


def test_the_token_of_the_environment_lets_in(library: Ledger) -> None:
    with visit(library, FAR, host="0.0.0.0", token=TOKEN) as client:
        assert client.get("/", headers=BEARER).status_code == 200
        assert client.get("/").status_code == 303


def app_of_roles(settings: Settings) -> FastAPI:
    """A small application, a path a role."""
    app = FastAPI()
    app.state.settings = settings
    for role in ("read", "write", "judge"):
        app.get(f"/{role}", dependencies=[may(role)])(lambda: "done")
    refusing.plug(app)
    plug(app, settings)
    return app


def test_roles(file: Path) -> None:
    app = app_of_roles(Settings("crise.db", users=file))
    client = TestClient(app, "http://localhost")

    def statuses(**headers: str) -> list[int]:
        return [client.get(f"/{role}", headers=headers).status_code for role in ("read", "write", "judge")]

    assert statuses() == [200, 401, 401]
    assert statuses(Authorization=f"Bearer {TOKEN}") == [200, 200, 403]
    ana = app.state.sessions.begin(app.state.register.named("ana"))
    assert statuses(Cookie=f"lacos_session={ana}") == [200, 403, 200]


@pytest.mark.parametrize("host", ["http://mal.example", "http://localhost.mal.example", "http://192.168.0.1", "http://lacos.example:80"])
def test_on_this_computer_other_names_for_it_are_refused(library: Ledger, host: str) -> None:
    """A page of another site that points its name at us would read the ledger."""
    with visit(library, place=host) as client:
        assert client.get("/").status_code == 421
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("host", ["http://localhost", "http://localhost:8123", "http://LOCALHOST", "http://[::1]:8000", "http://127.0.0.1"])
def test_its_own_names_are_known(library: Ledger, host: str) -> None:
    with visit(library, place=host) as client:
        assert client.get("/").status_code == 200


def test_beyond_it_the_names_that_were_given(library: Ledger, file: Path) -> None:
    for host, status in (("http://lacos.example", 200), ("http://10.1.2.3:80", 200), ("http://mal.example", 421)):
        with visit(library, FAR, host, host="0.0.0.0", users=file, names=("lacos.example",)) as client:
            assert client.get("/enter").status_code == status


@pytest.mark.parametrize(
    ("header", "name"), [("a.example:80", "a.example"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("A.Example.", "a.example"), ("", "")]
)
def test_the_port_is_no_part_of_a_name(header: str, name: str) -> None:
    assert hostname(header) == name


@pytest.mark.parametrize("path", ["/", "/nada", "/enter", "/healthz", "/static/lacos.css", "/api/v1/nada", "/search?since=x"])
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answered = client.get(path)
    assert {name: answered.headers.get(name) for name in HEADERS} == HEADERS
    assert "server" not in answered.headers


def test_neither_scripts_nor_styles_in_a_page_run(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/..%2fsettings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%5csettings.py",
        "/static//etc/passwd",
        "/static/%00",
        "/document/..%2f..%2fetc%2fpasswd",
        "/static/" + "a" * 5000,
    ],
)
def test_no_path_leads_out_of_its_folder(client: TestClient, path: str) -> None:
    answered = client.get(path)
    assert answered.status_code in (404, 400)
    assert "import" not in answered.text


def test_figures_are_for_this_computer_and_for_whoever_has_a_token(library: Ledger, closed: TestClient) -> None:
    assert closed.get("/metrics").status_code == 401
    assert closed.get("/metrics", headers=BEARER).status_code == 200
    for settings in ({}, {"host": "0.0.0.0", "token": TOKEN}):
        with visit(library, HERE, **settings) as client:
            assert "lacos_requests_total" in client.get("/metrics").text
            assert client.get("/metrics", headers={"X-Forwarded-For": FAR}).status_code in (401, 403)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_what_a_proxy_brings_does_not_count_as_of_this_computer(client: TestClient, header: str) -> None:
    answered = client.get("/", headers={header: FAR})
    assert answered.status_code == 403
    assert "--proxy" in answered.text
