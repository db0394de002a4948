import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

import pytest
from press import Answer, Site, problem

from lacos.sources import Fetcher, FetchError


def refusal(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as raised:
        fetcher.fetch(url)
    return raised.value


def test_a_page_with_what_its_headers_say(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/a", gzip.compress(b"Quito nega."), "text/html; charset=ISO-8859-1", Content_Encoding="gzip", ETag='"1"')
    fetched = fetcher.fetch(url + "#fim")
    assert (fetched.url, fetched.status, fetched.body, fetched.content_type) == (url, 200, b"Quito nega.", "text/html")
    assert (fetched.charset, fetched.etag, fetched.modified, fetched.unchanged) == ("iso-8859-1", '"1"', None, False)
    assert site.asked[-1][1]["User-Agent"].startswith("lacos/")


def test_what_did_not_change_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    def page(request: BaseHTTPRequestHandler) -> Answer:
        known = request.headers["If-None-Match"] == '"1"' and request.headers["If-Modified-Since"] == "Tue, 07 Jun 2022 10:00:00 GMT"
        return (304, {}, b"") if known else (200, {"ETag": '"1"', "Last-Modified": "Tue, 07 Jun 2022 10:00:00 GMT"}, b"nova")

    site.pages["/a"] = page
    first = fetcher.fetch(site.url + "/a")
    again = fetcher.fetch(site.url + "/a", first.etag, first.modified)
    assert (first.unchanged, again.unchanged, again.body) == (False, True, b"")


def test_redirects_are_followed_to_their_end_but_not_for_ever(site: Site, fetcher: Fetcher) -> None:
    site.serve("/velho", b"", status=301, Location="/b/novo")
    end = site.serve("/b/novo", b"fim")
    assert fetcher.fetch(site.url + "/velho").url == end
    site.serve("/roda", b"", status=302, Location="/roda")
    assert "redirected more than 5 times" in str(refusal(fetcher, site.url + "/roda"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/"])
def test_redirects_lead_only_to_the_web(site: Site, fetcher: Fetcher, target: str) -> None:
    site.serve("/a", b"", status=302, Location=target)
    assert "must begin with http" in str(refusal(fetcher, site.url + "/a"))


def test_robots_txt_is_asked_once_and_heeded_on_every_hop(site: Site, fetcher: Fetcher) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /privado\n\nUser-agent: outro\nDisallow: /", "text/plain")
    site.serve("/a", b"", status=302, Location="/privado/b")
    site.serve("/c", b"livre")
    for path in ("/privado/a", "/a"):
        assert "robots.txt forbids" in str(refusal(fetcher, site.url + path))
    assert fetcher.fetch(site.url + "/c").body == b"livre"
    assert [path for path, _, _ in site.asked] == ["/robots.txt", "/a", "/c"]


def test_rules_for_us_by_name(site: Site, fetcher: Fetcher) -> None:
    site.serve("/robots.txt", "User-agent: lacos\nDisallow: /\n\nUser-agent: *\nAllow: /", "text/plain")
    assert "robots.txt" in str(refusal(fetcher, site.url + "/a"))


def test_a_robots_txt_that_fails_forbids_for_the_time_being(site: Site, fetcher: Fetcher) -> None:
    site.serve("/robots.txt", b"", status=500)
    site.serve("/a", b"fim")
    assert "robots.txt cannot be read" in str(refusal(fetcher, site.url + "/a"))
    site.serve("/robots.txt", b"", status=404)
    assert fetcher.fetch(site.url + "/a").body == b"fim"


@pytest.mark.parametrize(("rules", "delay"), [("", 0.15), ("User-agent: *\nCrawl-delay: 0.3", 0.3)])
def test_there_is_a_pause_between_requests(site: Site, rules: str, delay: float) -> None:
    site.serve("/robots.txt", rules, "text/plain")
    url = site.serve("/a", b"fim")
    with Fetcher(delay=0.15) as fetcher:
        for _ in range(3):
            fetcher.fetch(url)
    times = [when for path, _, when in site.asked if path == "/a"]
    assert all(delay - 0.02 < later - sooner < delay + 0.5 for sooner, later in pairwise(times))


@pytest.mark.parametrize(
    ("status", "message"),
    [(404, "no such page"), (410, "taken down"), (403, "refuses us"), (401, "password"), (500, "failed"), (418, "418")],
)
def test_an_answer_without_a_page(site: Site, fetcher: Fetcher, status: int, message: str) -> None:
    error = refusal(fetcher, site.serve("/a", b"<h1>Erro</h1>", status=status))
    assert error.status == status
    assert message in str(error)


@pytest.mark.parametrize(("header", "low", "high"), [("120", 119, 120), ("Wed, 01 Jan 2020 00:00:00 GMT", 0, 60), (None, 60, 60)])
def test_a_host_that_asks_for_rest_is_left_alone(site: Site, fetcher: Fetcher, header: str | None, low: float, high: float) -> None:
    url = site.serve("/a", b"", status=429, **({"Retry_After": header} if header else {}))
    error = refusal(fetcher, url)
    assert error.retry_after is not None
    assert low <= error.retry_after <= high
    assert "try again in" in str(refusal(fetcher, site.url + "/b"))
    assert site.paths == ["/a"]


def test_a_body_is_bounded_packed_or_not(site: Site) -> None:
    site.serve("/longa", b"a" * 300_000)
    site.serve("/bomba", gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    site.serve("/curta", gzip.compress(b"a" * 300_000)[:-20], Content_Encoding="gzip")
    site.serve("/br", b"nada", Content_Encoding="br")
    with Fetcher(delay=0, size=200_000) as small, Fetcher(delay=0) as large:
        assert "more than 200,000 bytes" in str(refusal(small, site.url + "/longa"))
        assert "more than 200,000 bytes" in str(refusal(small, site.url + "/bomba"))
        assert "broke off" in str(refusal(large, site.url + "/curta"))
        assert "'br'" in str(refusal(large, site.url + "/br"))


def test_a_server_that_does_not_answer(site: Site) -> None:
    def slow(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(1)
        return 200, {}, b"tarde"

    site.pages["/a"] = slow
    with Fetcher(delay=0, timeout=0.2) as fetcher:
        assert "no answer in 0.2 seconds" in str(refusal(fetcher, site.url + "/a"))


def test_a_server_that_drips(site: Site) -> None:
    def drips(request: BaseHTTPRequestHandler) -> Answer:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        for _ in range(40):
            request.wfile.write(b"a" * 70_000)
            time.sleep(0.05)
        return 200, {}, b""

    site.pages["/a"] = drips
    with Fetcher(delay=0, timeout=1, total=0.3) as fetcher:
        assert "too slow" in str(refusal(fetcher, site.url + "/a"))


@pytest.fixture
def plain_port() -> int:
    """A port where something that is not TLS answers."""
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with server, server.accept()[0] as connection:
            connection.recv(1000)
            connection.sendall(b"HTTP/1.0 400 nada\r\n\r\n")

    threading.Thread(target=answer, daemon=True).start()
    return int(server.getsockname()[1])


def test_connections_that_fail_say_how(fetcher: Fetcher, plain_port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "refused the connection" in str(refusal(fetcher, f"http://127.0.0.1:{port}/"))
    assert "there is no host nada.invalid" in str(refusal(fetcher, "http://nada.invalid/"))
    assert "no secure connection" in str(refusal(fetcher, f"https://127.0.0.1:{plain_port}/"))
    assert "no web address" in str(refusal(fetcher, "http://[1/"))


def test_only_public_addresses_for_strangers(site: Site) -> None:
    url = site.serve("/a", b"segredo")
    with Fetcher(allow_private=False, delay=0) as fetcher:
        assert "private network" in str(refusal(fetcher, url))
        assert "private network" in str(refusal(fetcher, url.replace("127.0.0.1", "localhost")))
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if pacifico.example were public when asked about; that it resolves to nothing shows that it is not asked about again."""
    monkeypatch.setattr("lacos.sources.web.public_address", lambda url: "127.0.0.1" if "pacifico.example" in url else "")
    site.serve("/a", b"fim")
    port = site.url.rpartition(":")[2]
    with Fetcher(allow_private=False, delay=0) as fetcher:
        assert fetcher.fetch(f"http://pacifico.example:{port}/a").body == b"fim"
    assert {headers["Host"] for _, headers, _ in site.asked} == {f"pacifico.example:{port}"}


def test_an_address_that_fails_is_a_problem_by_its_name(site: Site, fetcher: Fetcher) -> None:
    found = problem(site.url + "/nada", fetcher=fetcher)
    assert (found.name, found.message) == (site.url + "/nada", "there is no such page (404)")
