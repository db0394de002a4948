import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import lacos
from lacos.schema import schema

DOCS = Path(__file__).parents[1] / "docs" / "reading.schema.json"


def test_the_schema_in_docs_is_the_one_made_from_the_vocabulary() -> None:
    assert json.loads(DOCS.read_text("utf8")) == schema(), "run: python -m lacos.schema > docs/reading.schema.json"


@pytest.mark.slow
def test_a_reading_is_valid(example: str) -> None:
    reading = lacos.read(example, published="2025-10-14").to_json()
    Draft202012Validator.check_schema(schema())
    assert list(Draft202012Validator(schema()).iter_errors(reading)) == []
    assert reading["events"]
    assert reading["statements"]


@pytest.mark.slow
def test_a_foreign_field_is_refused(example: str) -> None:
    reading = lacos.read(example, published="2025-10-14").to_json()
    reading["events"][0]["type"] = "INVENT"
    reading["extra"] = 1
    assert len(list(Draft202012Validator(schema()).iter_errors(reading))) == 2
