"""Whatever is asked of the API, it answers what its description says, and never fails (schemathesis)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from lacos.ledger import Ledger
from lacos.web import Settings, create_app
from lacos.web.security import Role, User
from lacos.web.security.register import save
from lacos.web.security.tokens import digest

schemathesis = pytest.importorskip("schemathesis")
checks = pytest.importorskip("schemathesis.specs.openapi.checks")
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
]
TOKEN = {"Authorization": "Bearer token of ana"}


@pytest.fixture(scope="module")
def described(library: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API over a ledger of its own, asked by somebody who may do everything."""
    folder = tmp_path_factory.mktemp("fuzzed")
    save(folder / "users.json", [User("ana", frozenset(Role), token=digest("token of ana"))])
    with Ledger(folder / "crise.db") as copy:
        for row in library.documents():
            copy.record(library.reading(row["id"]))
    app = create_app(Settings(str(folder / "crise.db"), users=folder / "users.json", names=("testserver",), rate=0))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=TOKEN)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_nothing_that_is_asked_makes_it_fail(described: Any, mode: Any) -> None:
    count = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            case.call_and_validate(headers=TOKEN, checks=CHECKS)

        if mode is schemathesis.GenerationMode.POSITIVE or operation.query or operation.body:
            ask()
            count += 1
    assert count > 20
