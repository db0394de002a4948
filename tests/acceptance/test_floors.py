"""The accuracy on the gold data never falls under the floors kept beside the benchmarks."""

from pathlib import Path

import pytest

from lacos import evaluation
from lacos.reader import Reading, read_all

FLOORS = Path(__file__).parents[2] / "benchmarks" / "floors.toml"


@pytest.mark.slow
def test_no_figure_is_under_its_floor(shared: Path) -> None:
    documents = evaluation.load(shared / "data" / "gold" / "dev.json")
    found = {}
    for result in read_all(document.document() for document in documents):
        assert isinstance(result, Reading), result
        found[result.document.id] = result.to_json()
    figures = evaluation.score(documents, found).to_json()
    assert list(evaluation.below(figures, FLOORS)) == []
