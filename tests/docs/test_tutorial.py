"""The notebook runs from first to last, and is kept without what it printed."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="notebooks need nbformat: pip install nbclient ipykernel")
nbclient = pytest.importorskip("nbclient", reason="running a notebook needs nbclient: pip install nbclient")


@pytest.fixture
def notebook(root: Path):
    """The tutorial, read anew."""
    return nbformat.read(root / "docs" / "tutorial.ipynb", as_version=4)


def test_it_is_kept_without_outputs(notebook) -> None:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 10
    assert [cell.source for cell in code if cell.outputs or cell.execution_count] == []


@pytest.mark.slow
def test_it_runs(notebook, root: Path) -> None:
    pytest.importorskip("ipykernel", reason="running a notebook needs ipykernel: pip install ipykernel")
    resources = {"metadata": {"path": str(root / "docs")}}
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert sum("image/svg+xml" in output.get("data", {}) for output in outputs) == 3
    assert not any(output.get("name") == "stderr" for output in outputs)
