"""The method, explained in both languages."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(("language", "heading"), [("pt", "O que se afirma não é o que aconteceu"), ("en", "Claims are not facts")])
def test_the_method_is_explained(client: TestClient, language: str, heading: str) -> None:
    page = client.get(f"/method?lang={language}").text
    assert heading in page
    assert page.count('<th scope="row">') == 16


def test_the_method_says_which_version_read_the_texts(client: TestClient) -> None:
    assert ": 21 textos" in client.get("/method?lang=pt").text


def test_event_types_as_a_file(client: TestClient) -> None:
    lines = client.get("/method?format=csv").text.splitlines()
    assert lines[0].removeprefix("\ufeff") == "type,quad,score,cameo,definition"
    assert len(lines) == 17
    assert "'-" not in lines[-1]
