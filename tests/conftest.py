from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
EXAMPLE = Path(__file__).parents[1] / "examples" / "noticia.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which is not here")
    return SHARED


@pytest.fixture(scope="session")
def example() -> str:
    """The text of the included example article."""
    return EXAMPLE.read_text("utf8")
