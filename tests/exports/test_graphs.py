"""The network of ties as networkx reads it from GEXF and GraphML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from lxml import etree

from lacos.exports.actors import Kind, kind
from lacos.exports.network import Edge
from lacos.ledger import Filter

Exported = Callable[..., Path]
READ: dict[str, Callable[[Path], networkx.MultiDiGraph]] = {
    "gexf": lambda place: networkx.MultiDiGraph(networkx.read_gexf(place)),
    "graphml": lambda place: networkx.read_graphml(place, force_multigraph=True),
}


@pytest.mark.parametrize("format", READ)
def test_edges_are_what_one_did_to_another(exported: Exported, format: str) -> None:
    graph = READ[format](exported(format, language="en"))
    assert graph.is_directed()
    (launch,) = graph.get_edge_data("PRK", "JPN").values()
    expected = {
        "together": False,
        "happenings": 1,
        "articles": 2,
        "origins": 2,
        "contested": 1,
        "material_conflict": 1,
        "verbal_conflict": 0,
    }
    assert {name: launch[name] for name in expected} == expected
    assert (launch["weight"], launch["net"], launch["first"], launch["last"]) == (1, -6.5, "2017-11-28", "2017-11-28")
    assert (graph.nodes["PRK"]["label"], graph.nodes["PRK"]["kind"], graph.nodes["UNO"]["kind"]) == ("North Korea", "state", "organisation")


@pytest.mark.parametrize("format", READ)
def test_only_what_took_place_between_two_is_a_tie(exported: Exported, format: str) -> None:
    graph = READ[format](exported(format))
    assert {(one, other): data["together"] for one, other, data in graph.edges(data=True)} == {
        **{("BOL", "CHL"): True, ("PRK", "JPN"): False, ("RUS", "UKR"): False, ("UNO", "BOL"): False, ("UNO", "CHL"): False},
    }
    (attacks,) = graph.get_edge_data("RUS", "UKR").values()
    assert attacks["happenings"] == 1  # not the historical, hypothetical, negated and undated ones
    assert "BRA" not in graph


def test_both_formats_hold_the_same_graph(exported: Exported) -> None:
    one, other = (READ[format](exported(format)) for format in READ)
    assert sorted(map(str, one.edges(data="net"))) == sorted(map(str, other.edges(data="net")))
    assert {node: data["label"] for node, data in one.nodes(data=True)} == {node: data["label"] for node, data in other.nodes(data=True)}


@pytest.mark.parametrize("format", READ)
def test_an_empty_network_is_a_file_too(exported: Exported, format: str) -> None:
    assert len(READ[format](exported(format, Filter(among="FRA")))) == 0


def test_gexf_is_well_formed_with_its_types(exported: Exported) -> None:
    root = etree.parse(exported("gexf")).getroot()
    types = {one.get("title"): one.get("type") for one in root.iterfind(".//{*}attributes[@class='edge']/{*}attribute")}
    assert types["net"] == "double"
    assert types["together"] == "boolean"
    assert types["happenings"] == "int"


def test_net_is_the_mean_of_scores() -> None:
    edge = Edge("RUS", "UKR", together=False)
    for kind_, mode, day in (("ASSAULT", None, "2022-03-01"), ("AGREE", None, "2022-02-01")):
        edge.add({"type": kind_, "mode": mode, "day": day, "articles": 2, "origins": 1, "standing": "told"})
    assert edge.attributes() == {
        **{"together": False, "happenings": 2, "articles": 4, "origins": 2, "contested": 0, "net": -3.25},
        **{"verbal_cooperation": 1, "material_cooperation": 0, "verbal_conflict": 0, "material_conflict": 1},
        **{"first": "2022-02-01", "last": "2022-03-01"},
    }


@pytest.mark.parametrize(
    ("code", "wanted"), [("BRA", Kind.STATE), ("PRK/MED", Kind.PART), ("UNO", Kind.ORGANISATION), ("ISIS", Kind.GROUP), ("XYZ", Kind.GROUP)]
)
def test_kinds_of_actors(code: str, wanted: Kind) -> None:
    assert kind(code) is wanted
