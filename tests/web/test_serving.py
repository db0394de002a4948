"""The command itself, as a process: it starts, serves several at once, shows what others add, and ends without breaking anything off."""

import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import httpx
import pytest
from news import Fact, article
from visitors import PASSWORD, TOKEN, users

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.web import Settings
from lacos.web.serving import address, certified, listening
from lacos.web.settings import ServeError

get = partial(httpx.get, timeout=60)  # machines that test are busy
COMMAND = (sys.executable, "-m", "lacos.cli", "serve")


class Server:
    """A server that runs beside the tests."""

    def __init__(self, ledger: str, *options: str, **environment: str) -> None:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("LACOS_")}
        self.process = subprocess.Popen(
            [*COMMAND, ledger, "--port", "0", "--lang", "en", *options], stderr=subprocess.PIPE, text=True, env=plain | environment
        )
        self.lines: list[str] = []
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.lines.extend(iter(self.process.stderr.readline, ""))

    @property
    def place(self) -> str:
        """Where it says that it serves, once it does."""
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            if found := re.search(r"(https?://\S+)/ ", "".join(self.lines)):
                return found[1]
            time.sleep(0.02)
        raise AssertionError("".join(self.lines))

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to end; its exit code."""
        self.process.send_signal(how)
        code = self.process.wait(30)
        self._reading.join(5)
        return code

    def logged(self, event: str) -> list[dict[str, object]]:
        """What it logged of an event."""
        told = [json.loads(line) for line in self.lines if line.startswith("{")]
        return [one for one in told if one["event"] == event]


Start = Callable[..., Server]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers of a ledger of one article; none outlives the test."""
    started: list[Server] = []
    with Ledger(tmp_path / "crise.db") as ledger:
        ledger.record(article("feira", "2017-09-09", "O Clarim", Fact(EventType.CONSULT, "COL", "JPN", "2017-09-08")))

    def run(*options: str, **environment: str) -> Server:
        started.append(Server(str(tmp_path / "crise.db"), *options, **environment))
        return started[-1]

    yield run
    for server in started:
        server.process.kill()
        server.process.wait()


def begin(place: str) -> tuple[socket.socket, bytes]:
    """Begin to send a form that takes its time: the connection, and what is still to be sent."""
    host, port = place.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)))
    head = ["POST /leave HTTP/1.1", "Host: localhost", "Connection: close", "Content-Type: application/x-www-form-urlencoded"]
    connection.sendall("\r\n".join([*head, "Content-Length: 10", "", "csrf="]).encode())
    return connection, b"wrong"


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_request_under_way_is_answered_before_it_ends(start: Start, workers: str, how: signal.Signals) -> None:
    server = start("--workers", workers)
    place = server.place
    get(place + "/healthz")
    connection, rest = begin(place)
    time.sleep(1)
    server.process.send_signal(how)
    time.sleep(1)
    with pytest.raises(httpx.TransportError):
        get(place + "/healthz")
    connection.sendall(rest)
    assert connection.recv(100).startswith(b"HTTP/1.1 403")
    assert server.process.wait(15) == 0


@pytest.mark.slow
def test_what_another_process_adds_shows_at_once(start: Start, tmp_path: Path) -> None:
    server = start("--workers", "2")
    path = server.place + "/api/v1/documents"
    assert {len(get(path).json()["items"]) for _ in range(6)} == {1}
    with Ledger(tmp_path / "crise.db") as ledger:
        ledger.record(article("ataque", "2017-09-10", "O Clarim", Fact(EventType.ASSAULT, "RUS", "JPN", "2017-09-08")))
    assert {len(get(path).json()["items"]) for _ in range(6)} == {2}
    assert "ataque" in get(server.place + "/document/ataque").text


@pytest.mark.slow
def test_processes_that_die_are_replaced_and_figures_are_of_all_together(start: Start) -> None:
    server = start("--workers", "2")
    for _ in range(10):
        assert get(server.place + "/enter").status_code == 200
    served = {one["process"] for one in server.logged("request")}
    assert server.process.pid not in served
    assert re.search(r'lacos_requests_total{method="GET",page="/enter",status="200"} 10\.0', get(server.place + "/metrics").text)
    time.sleep(5)  # one that dies sooner stops the server
    os.kill(int(str(served.pop())), signal.SIGKILL)
    time.sleep(2)
    assert {get(server.place + "/healthz").status_code for _ in range(10)} == {200}
    assert server.stop() == 0
    assert any("another takes its place" in str(line) for line in server.lines)


@pytest.mark.slow
def test_processes_end_with_the_one_that_began_them(start: Start) -> None:
    server = start("--workers", "2")
    place = server.place
    get(place + "/healthz")
    server.process.kill()
    server.process.wait()
    end = time.monotonic() + 15
    while time.monotonic() < end:
        try:
            get(place + "/healthz")
        except httpx.ConnectError:
            return
        except httpx.TransportError:  # cut off by the end of the one that had taken it up: the next will tell
            continue
        time.sleep(0.2)
    raise AssertionError("still there")


@pytest.mark.slow
def test_logs_say_who_asked_for_what_and_no_secret(start: Start, tmp_path: Path) -> None:
    file = users(tmp_path / "users.json")
    server = start("--host", "0.0.0.0", "--users", str(file), LACOS_TOKEN=TOKEN.swapcase())
    place = server.place
    with httpx.Client(base_url=place, timeout=60) as browser:
        form = re.search(r'name="csrf" value="(\w+)"', browser.get("/enter").text)
        assert form is not None
        sent = {"name": "ana", "password": PASSWORD, "csrf": form[1]}
        assert browser.post("/enter", data=sent).status_code == 303
        assert browser.get("/search?q=palavras+secretas").status_code == 200
        cookie = browser.cookies["lacos_session"]
    for token, more in ((TOKEN.swapcase(), {}), (TOKEN, {"X-Request-ID": "pedido-12345678"})):
        assert get(place + "/api/v1/status", headers={"Authorization": f"Bearer {token}", **more}).status_code == 200
    assert server.stop() == 0
    asked = server.logged("request")
    assert [(one["method"], one["path"], one["status"], one["user"]) for one in asked] == [
        ("GET", "/enter", 200, None),
        ("POST", "/enter", 303, None),
        ("GET", "/search", 200, "ana"),
        ("GET", "/api/v1/status", 200, "token"),
        ("GET", "/api/v1/status", 200, "coletor"),
    ]
    assert asked[-1]["id"] == "pedido-12345678"
    assert asked[0]["from"] == "127.0.0.1"
    assert float(str(asked[0]["ms"])) > 0
    told = "".join(server.lines)
    for secret in (PASSWORD, TOKEN, TOKEN.swapcase(), cookie, form[1], "secretas", (tmp_path / "users.json.secret").read_text()):
        assert secret not in told
    assert "unencrypted" in told


@pytest.mark.slow
def test_a_proxy_s_word_is_taken_where_it_is_known_alone(start: Start) -> None:
    headers = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    for options, seen in (((), "127.0.0.1"), (("--proxy", "127.0.0.1"), "203.0.113.9")):
        server = start("--host", "0.0.0.0", *options, LACOS_TOKEN=TOKEN)
        answered = get(server.place + "/enter", headers=headers)
        assert ("strict-transport-security" in answered.headers) == (seen != "127.0.0.1")
        server.stop()
        assert server.logged("request")[0]["from"] == seen


def certificate(folder: Path, name: str, *options: str) -> tuple[str, str]:
    """A certificate of our own for this computer, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl")
    pair = str(folder / f"{name}.pem"), str(folder / f"{name}.key")
    names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    make = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2")
    subprocess.run([*make, *names, *(options or ("-nodes",)), "-out", pair[0], "-keyout", pair[1]], check=True, capture_output=True)
    return pair


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_speaks_https_by_itself(start: Start, tmp_path: Path, workers: str) -> None:
    pem, key = certificate(tmp_path, "servidor")
    secure = ("--certificate", pem, "--key", key)
    server = start("--host", "0.0.0.0", "--workers", workers, "--users", str(users(tmp_path / "users.json")), *secure)
    place = server.place
    assert place.startswith("https://localhost:")
    with httpx.Client(base_url=place, verify=ssl.create_default_context(cafile=pem), timeout=60) as browser:
        page = browser.get("/enter")
        assert "strict-transport-security" in page.headers
        form = re.search(r'name="csrf" value="(\w+)"', page.text)
        assert form is not None
        entered = browser.post("/enter", data={"name": "ana", "password": PASSWORD, "csrf": form[1]}, headers={"Origin": place})
        assert entered.status_code == 303
        assert entered.headers["set-cookie"].startswith("__Host-lacos_session=")
        assert "Secure" in entered.headers["set-cookie"]
        assert browser.get("/tie/COL/JPN").status_code == 200
    with pytest.raises(httpx.TransportError):
        get(place.replace("https", "http") + "/healthz")
    assert server.stop() == 0
    assert "unencrypted" not in "".join(server.lines)


def test_a_certificate_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (one, key), (other, locked) = certificate(tmp_path, "um"), certificate(tmp_path, "outro", "-passout", "pass:abcd")
    for pem, its_key in ((one, locked), (other, locked), (key, one)):
        with pytest.raises(ServeError, match="the key without a password"):
            certified(Settings("crise.db", certificate=Path(pem), key=Path(its_key)))
    certified(Settings("crise.db", certificate=Path(one), key=Path(key)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--host", "0.0.0.0"), "lacos user add"),
        (("--proxy", "127.0.0.1"), "behind a proxy"),
        (("--host", "203.0.113.250", "--users", "nada.json"), "give an address of this computer"),
        (("--host", "nao.existe.invalid", "--users", "nada.json"), "give an address"),
        (("--users", "nada.json"), "nada.json: No such file"),
        (("--certificate", "nada.pem"), "needs both"),
    ],
)
def test_what_cannot_be_served_is_told_and_nothing_starts(start: Start, options: tuple[str, ...], told: str) -> None:
    server = start(*options)
    assert server.process.wait(60) == 1
    server._reading.join(5)
    assert told in "".join(server.lines)
    assert "Traceback" not in "".join(server.lines)


@pytest.mark.slow
def test_a_ledger_that_is_not_there_is_told(start: Start, tmp_path: Path) -> None:
    start().stop(signal.SIGKILL)
    server = Server(str(tmp_path / "outra.db"))
    assert server.process.wait(60) == 1
    server._reading.join(5)
    assert "lacos add" in "".join(server.lines)


def test_a_port_that_is_taken_is_told() -> None:
    with (
        listening(Settings("crise.db", port=0)) as taken,
        pytest.raises(ServeError, match="--port"),
        listening(Settings("crise.db", port=taken.getsockname()[1])),
    ):
        pass


@pytest.mark.parametrize(
    ("settings", "begins"),
    [
        (Settings("crise.db", port=0), "http://127.0.0.1:"),
        (Settings("crise.db", port=0, host="::1"), "http://[::1]:"),
        (Settings("crise.db", port=0, host="0.0.0.0", token="t" * 30), "http://localhost:"),
        (Settings("crise.db", port=0, host="0.0.0.0", token="t" * 30, names=("lacos.example",)), "http://lacos.example:"),
    ],
)
def test_the_address_is_one_to_open(settings: Settings, begins: str) -> None:
    with listening(settings) as place:
        assert address(settings, place).startswith(begins)
