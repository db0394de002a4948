"""What the table of territories says of states beside their names."""

from pathlib import Path

import pytest

from lacos.actors.tables import states
from lacos.actors.territories import territories
from lacos.tables import TableError


def test_every_state_of_the_tables_has_its_wikidata_item() -> None:
    known = territories()
    assert states() <= known.keys()
    assert all(one.qid.startswith("Q") for one in known.values())
    assert len({one.qid for one in known.values()}) == len(known)


def test_dependence_claims_and_successors() -> None:
    known = territories()
    assert (known["GUM"].parent, known["XKX"].claims, known["FLK"].claims) == ("USA", ("SRB",), ("ARG",))
    assert {"RUS", "UKR"} <= set(known["SUN"].successors)
    assert known["SUN"].until is not None
    assert all(one.until is not None for one in known.values() if one.successors)
    assert {code for one in known.values() for code in (*one.successors, *one.claims)} <= known.keys()


def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "territories.tsv"
    path.write_text("code\tname\tqid\tparent\tsuccessors\tclaims\tuntil\nGUM\tGuam\tQ16635\tEstados Unidos\n", "utf8")
    with pytest.raises(TableError, match=r"territories\.tsv, line 2: 'Estados Unidos' is no actor code"):
        territories(path)
