"""The accuracy on the gold data never falls under the floors kept beside the benchmarks."""

from pathlib import Path

import pytest

from benchmarks.happenings import counts, development
from lacos import evaluation
from lacos.reader import Reading, read_all

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.slow
def test_no_figure_is_under_its_floor(shared: Path) -> None:
    documents = evaluation.load(shared / "data" / "gold" / "dev.json")
    found = {}
    for result in read_all(document.document() for document in documents):
        assert isinstance(result, Reading), result
        found[result.document.id] = result.to_json()
    figures = evaluation.score(documents, found).to_json()
    assert list(evaluation.below(figures, BENCHMARKS / "floors.toml")) == []


@pytest.mark.slow
@pytest.mark.usefixtures("shared")
def test_happenings_are_joined_as_well_as_before() -> None:
    total = counts(development())
    figures = {
        name: {"p": total[f"both{part}"] / total[f"found{part}"], "r": total[f"both{part}"] / total[f"gold{part}"]}
        for name, part in (("pairs", ""), ("across", " across"))
    }
    assert list(evaluation.below(figures, BENCHMARKS / "happenings.toml")) == []
