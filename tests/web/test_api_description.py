"""The API describes itself, with examples that are what it says."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from lacos.ledger import Filter, Ledger
from lacos.reader import Reading
from lacos.web.api.openapi import READ

API, ROOT = "/api/v1", Path(__file__).parents[2]
ASKED = {"/search": {"q": "ataque"}, "/moves": {"early": "2017-07,2017-09", "late": "2017-11"}}
"""What must be asked."""


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{API}/openapi.json").json()
    return found


def schema_of(description: dict[str, Any], body: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**body["content"]["application/json"]["schema"], "components": description["components"]})


def test_examples_are_of_their_schemas(description: dict[str, Any]) -> None:
    seen = 0
    for path, methods in description["paths"].items():
        for method, one in methods.items():
            for body in (*(answer for answer in one["responses"].values() if "$ref" not in answer), one.get("requestBody", {})):
                if "application/json" in body.get("content", {}):
                    example = body["content"]["application/json"]["example"]
                    errors = list(schema_of(description, body).iter_errors(example))
                    assert not errors, (method, path, errors[0].message)
                    seen += 1
    assert seen > 30


def test_answers_are_of_their_schemas(client: TestClient, library: Ledger, description: dict[str, Any]) -> None:
    (row, *_) = library.events(Filter(document="ataque-1"))
    given = {
        "{one}": "PRK",
        "{other}": "USA",
        "{code}": "USA",
        "/documents/{id}": "/documents/feira",
        "/events/{id}": f"/events/{row['id']}",
    }
    given |= {f"/{name}/{{id}}": f"/{name}/{row['happening']}" for name in ("happenings", "claims")}
    seen = 0
    for path, methods in description["paths"].items():
        body = methods.get("get", {}).get("responses", {}).get("200", {})
        if "application/json" not in body.get("content", {}) or path.endswith("/statements/{id}"):
            continue
        address = path
        for name, value in given.items():
            address = address.replace(name, value)
        answer = client.get(address, params=ASKED.get(path.removeprefix(API), {}))
        assert answer.status_code == 200, address
        errors = list(schema_of(description, body).iter_errors(answer.json()))
        assert not errors, (address, errors[0].message)
        seen += 1
    assert seen > 20


def test_a_reading_is_what_the_schema_of_readings_says(description: dict[str, Any]) -> None:
    ours = json.loads((ROOT / "docs/reading.schema.json").read_text("utf8"))
    assert description["components"]["schemas"]["Reading"]["required"] == ours["required"]
    assert set(ours["$defs"]) <= set(description["components"]["schemas"])


def test_the_example_of_a_reading_is_one() -> None:
    found = json.loads(READ.read_text("utf8"))
    assert Reading.from_json(found).to_json() == found


@pytest.mark.slow
def test_the_example_of_a_reading_is_what_reading_gives(client: TestClient, description: dict[str, Any]) -> None:
    asked = description["paths"][f"{API}/read"]["post"]["requestBody"]["content"]["application/json"]["example"]
    found, said = client.post(f"{API}/read", json=asked).json(), json.loads(READ.read_text("utf8"))
    assert found["text"] == said["text"]
    assert [(one["type"], one["status"]) for one in found["events"]] == [(one["type"], one["status"]) for one in said["events"]]
    assert [(one["standing"], len(one["positions"])) for one in found["claims"]] == [
        (one["standing"], len(one["positions"])) for one in said["claims"]
    ]


def test_each_operation_has_a_name_a_description_and_a_group(description: dict[str, Any]) -> None:
    operations = [one for methods in description["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    groups = {tag["name"] for tag in description["tags"]}
    assert all(one["description"] and set(one["tags"]) <= groups for one in operations)
    assert all("default" in one["responses"] for one in operations)


def test_the_guide_names_every_path(description: dict[str, Any]) -> None:
    guide = (ROOT / "docs/api.md").read_text("utf8")
    assert [path for path in description["paths"] if path.removeprefix(API) not in guide] == []


class Loaded(HTMLParser):
    """What a page loads, and what of it a strict policy would refuse."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.refused: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.addresses += [known[name] or "" for name in ("src", "href") if known.get(name) and tag != "a"]
        self.refused += [name for name in known if name == "style" or name.startswith("on")]
        self.refused += [tag] if tag in ("style", "script") and "src" not in known else []


@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_reference_is_a_page_of_our_own(client: TestClient, description: dict[str, Any], language: str) -> None:
    page = client.get(f"{API}/docs", params={"lang": language})
    assert page.status_code == 200
    loaded = Loaded(page.text)
    assert loaded.refused == []
    assert all(address.startswith("/static/") for address in loaded.addresses)
    for methods in description["paths"].values():
        for one in methods.values():
            assert f'id="do-{one["operationId"]}"' in page.text


def test_examples_of_the_reference_can_be_asked(client: TestClient) -> None:
    page = client.get(f"{API}/docs?lang=en").text
    assert "GET /api/v1/ties/PRK/USA/series" in page
    assert "{" not in "".join(line for line in page.splitlines() if "<h3" in line)


def test_models_have_short_names(description: dict[str, Any]) -> None:
    assert [name for name in description["components"]["schemas"] if "__" in name.strip("_") or not name[:1].isalpha()] == []
