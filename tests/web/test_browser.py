"""Pages in a real browser: no error, nothing asked of another machine, usable by keyboard, and, where axe-core is at hand, accessible.

They need chromium with its driver and selenium; LACOS_AXE names the file axe.min.js (npm install axe-core).
"""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from news import Fact, article

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.web import Settings, create_app

webdriver = pytest.importorskip("selenium.webdriver")
WebDriverWait = pytest.importorskip("selenium.webdriver.support.ui").WebDriverWait
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("chromedriver"), reason="no chromium")]

PAGES = ("/", "/search?q=atacou", "/search?q=coreia&since=2017-08&type=THREATEN", "/sources", "/method", "/tie/PRK/USA", "/actor/RUS")
THINGS = ("/happening/{happening}", "/claim/{happening}", "/document/ataque-1", "/correcting", "/enter")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
AXE = os.environ.get("LACOS_AXE")
PATIENCE = 20
"""Seconds that a page may take on a busy machine."""


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """Where a ledger is served meanwhile."""
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(ledger.name)), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def place(library: Ledger) -> Iterator[str]:
    """Where the ledger of the crisis is served."""
    with served(library) as address:
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser that notes what it asks for and what it complains of."""
    options = webdriver.ChromeOptions()
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(library: Ledger) -> list[str]:
    """The address of a page of each kind."""
    attack = next(row["id"] for row in library.happenings() if row["type"] == EventType.ASSAULT)
    return [*PAGES, *(thing.format(happening=attack) for thing in THINGS)]


def look(browser: Any, width: int, scheme: str) -> None:
    """Give the browser a window of a width, in a theme."""
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    )


def requested(browser: Any) -> set[str]:
    """The machines that the browser asked for anything since it was asked last."""
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    urls = (one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent")
    return {urlsplit(url).netloc for url in urls if url.startswith(("http:", "https:", "ws"))}


def keys(browser: Any, *some: str) -> Any:
    """Press keys, and return what has the focus then."""
    for key in some:
        webdriver.ActionChains(browser).send_keys(key).perform()
    return browser.switch_to.active_element


def arrives(browser: Any, end: str) -> None:
    """Wait until the page of an address with these words in it is there; it fails where it does not come."""

    def is_there(_: Any) -> bool:
        return end in browser.current_url and browser.execute_script("return document.readyState") == "complete"

    WebDriverWait(browser, PATIENCE).until(is_there, f"{end} is not in {browser.current_url}")


def test_pages_have_no_error_fit_the_screen_and_stay_on_this_machine(browser: Any, place: str, pages: list[str]) -> None:
    requested(browser)
    for width in (1200, 390):
        look(browser, width, "light")
        for path in pages:
            browser.get(place + path)
            assert browser.get_log("browser") == [], path
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width, path
            assert len(browser.find_elements("css selector", "h1")) == 1, path
    assert requested(browser) == {urlsplit(place).netloc}


@pytest.mark.skipif(AXE is None, reason="LACOS_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_no_serious_violation(browser: Any, place: str, pages: list[str], scheme: str, width: int) -> None:
    look(browser, width, scheme)
    for path in pages:
        browser.get(place + path)
        browser.execute_script(Path(str(AXE)).read_text("utf8"))
        found = browser.execute_async_script(
            "const done = arguments[0];axe.run().then(found => done(found.violations.map(one => [one.impact, one.id, one.nodes[0].html])))"
        )
        assert [one for one in found if one[0] in ("serious", "critical")] == [], path


def test_the_keyboard_alone_finds_a_text(browser: Any, place: str) -> None:
    look(browser, 1200, "light")
    browser.get(place + "/")
    assert keys(browser, "\ue004").get_attribute("class") == "skip"  # Tab
    keys(browser, "\ue007")  # Enter
    arrives(browser, "#content")
    assert keys(browser, "\ue004").tag_name == "a"
    browser.get(place + "/")
    assert keys(browser, "\ue004", "\ue004", "\ue004").get_attribute("id") == "find"
    keys(browser, "atacou", "\ue007")
    arrives(browser, "q=atacou")
    summary = browser.find_element("css selector", ".filters summary")
    browser.execute_script("arguments[0].focus()", summary)
    assert keys(browser, "\ue007", "\ue004").get_attribute("id") == "filter-since"
    keys(browser, "2017-09", "\ue007")
    arrives(browser, "since=2017-09")
    text = browser.find_element("css selector", ".documents a")
    browser.execute_script("arguments[0].focus()", text)
    keys(browser, "\ue007")
    arrives(browser, "/document/ataque-")


def test_the_theme_that_a_reader_chooses_stays(browser: Any, place: str) -> None:
    look(browser, 1200, "light")
    browser.get(place + "/method")
    light = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    browser.find_element("css selector", "a[href*='theme=dark']").click()
    assert browser.current_url == place + "/method"
    dark = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    browser.get(place + "/")
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") == dark != light
    browser.find_element("css selector", "a[href*='theme=&']").click()


def test_hostile_words_are_shown_as_words(browser: Any, ledger: Ledger) -> None:
    hostile = "<img src=x onerror=alert(1)>\u202e</p><script>alert(2)</script>"
    ledger.record(article(hostile, "2017-09-04", hostile, Fact(EventType.ACCUSE, "RUS", "USA", "2017-09-03")))
    with served(ledger) as address:
        for path in ("/", "/sources", "/search?q=acusou"):
            browser.get(address + path)
            assert "<script>alert(2)</script>" in browser.find_element("css selector", "main").text
            assert browser.find_elements("css selector", "main img, main script") == []
            assert browser.get_log("browser") == []
