"""The network of all ties, and who moved in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from news import month

from lacos.ledger import Ledger
from lacos.records import EventType
from lacos.ties import TieError, moves, network, networks

THREAT, ACCORD, AID, ATTACK = EventType.THREATEN, EventType.AGREE, EventType.AID, EventType.ASSAULT
CAMPS = (
    *(
        (ACCORD, one, other)
        for one, other in (("USA", "KOR"), ("KOR", "JPN"), ("USA", "JPN"), ("CHN", "PRK"), ("RUS", "CHN"), ("PRK", "RUS"))
    ),
    *((THREAT, one, other) for one, other in (("USA", "PRK"), ("CHN", "JPN"))),
)


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Two camps in 2016; in 2017 the camps are one whose members quarrel, and Brazil meets Colombia once."""
    ledger = Ledger(tmp_path_factory.mktemp("network") / "camps.db")
    readings = month("2016-05", 8, *CAMPS) + month("2017-05", 8, (AID, "USA", "PRK"), (ATTACK, "RUS", "CHN"), (ACCORD, "USA", "KOR"))
    for reading in readings + month("2017-06", 1, (ACCORD, "BRA", "COL"), (THREAT, "BRA", "BRA")):
        ledger.record(reading)
    return ledger


def test_those_who_cooperate_are_communities(camps: Ledger) -> None:
    found = network(camps, until="2016")
    of = {node.code: node.community for node in found.nodes}
    assert of["USA"] == of["KOR"] == of["JPN"] != of["CHN"] == of["PRK"] == of["RUS"]
    assert {(edge.one, edge.other): edge.net for edge in found.edges}["PRK", "USA"] == -3.5
    assert [(edge.happenings, edge.origins) for edge in found.edges] == [(8, 8)] * 8


def test_who_has_to_do_with_most_is_central(camps: Ledger) -> None:
    found = network(camps, until="2016").nodes
    assert [node.code for node in found[:4]] == ["CHN", "JPN", "PRK", "USA"]
    assert [node.centrality for node in found[:4]] == [1] * 4
    assert all(node.centrality < 1 for node in found[4:])


def test_thin_ties_and_those_with_oneself_are_left_out(camps: Ledger) -> None:
    found = network(camps, since="2017")
    assert {node.code for node in found.nodes} == {"USA", "PRK", "RUS", "CHN", "KOR"}
    assert {"BRA", "COL"} <= {node.code for node in network(camps, since="2017", least=1).nodes}


def test_a_network_a_year(camps: Ledger) -> None:
    found = networks(camps)
    assert [(one.first and one.first.year, len(one.edges)) for one in found] == [(2016, 8), (2017, 3)]
    assert networks(camps, since="2030") == ()
    assert network(camps, since="2030").edges == ()


def test_who_moved_closer_and_who_drew_apart(camps: Ledger) -> None:
    found = moves(camps, "2016", "2017")
    assert [(move.one, move.other, move.before, move.after) for move in found] == [
        ("PRK", "USA", -3.5, 10),
        ("KOR", "USA", 2.5, 2.5),
        ("CHN", "RUS", 2.5, -9),
    ]
    assert [move.is_clear for move in found] == [True, False, True]
    assert [[(act.type, act.actor) for act in move.acts] for move in found] == [[(AID, "USA")], [], [(ATTACK, "RUS")]]


@pytest.mark.parametrize(("early", "late"), [("2017", "2016"), ("2017", "2017-06"), (("2017", "2016"), "2018"), ("2017", "amanhã")])
def test_periods_that_do_not_follow_are_named(camps: Ledger, early: str, late: str) -> None:
    with pytest.raises(TieError, match=r"2017|'amanhã'"):
        moves(camps, early, late)


def test_networks_are_the_same_in_another_process(camps: Ledger) -> None:
    """Though it keeps its sets of words in another order."""
    program = "import sys; from lacos.ledger import Ledger; from lacos.ties import network; print(network(Ledger(sys.argv[1])))"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", program, camps.name], env=environment, capture_output=True, check=True, text=True)
    assert done.stdout == f"{network(camps)}\n"
