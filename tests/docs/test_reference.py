"""The reference is made of docstrings: all that a room shows has one, and every room has a page."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOMS = sorted(f"lacos.{one.parent.name}" for one in (Path(__file__).parents[2] / "lacos").glob("*/__init__.py"))


@pytest.mark.parametrize("room", ["lacos", *ROOMS])
def test_what_a_room_shows_has_a_docstring(room: str) -> None:
    module = import_module(room)
    shown = [getattr(module, name) for name in getattr(module, "__all__", ())]
    assert module.__doc__
    assert [one for one in shown if (inspect.isclass(one) or inspect.isfunction(one)) and not documented(one)] == []


def documented(one: object) -> bool:
    """Whether it has a docstring of its own; that of a dataclass without one is only its signature."""
    written = one.__doc__ or ""
    return bool(written) and not written.startswith(f"{getattr(one, '__name__', '')}(")


@pytest.mark.slow
def test_every_room_has_a_page(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("pdoc", reason="the reference needs pdoc: pip install pdoc")
    asked = ["make", "--no-print-directory", "-n", "reference"]
    command = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    rooms = re.findall(r" (lacos[\w.]*)", command)
    assert set(ROOMS) - {"lacos.cli", "lacos.web"} < set(rooms)
    subprocess.run([sys.executable, "-m", "pdoc", *rooms, "-o", str(tmp_path)], check=True, capture_output=True)
    assert all((tmp_path / (room.replace(".", "/") + ".html")).stat().st_size > 10_000 for room in rooms)
