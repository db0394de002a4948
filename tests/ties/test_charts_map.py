"""Where states lie on the map, and that names lie beside their signs and not on each other."""

from __future__ import annotations

import json
import re

import altair as alt
import pytest
import vl_convert
from drawn import rows

from lacos.ledger import Ledger
from lacos.ties import Edge, Tie, network
from lacos.ties.charts import Kind, Labels, draw, globe
from lacos.ties.charts.caption import Caption
from lacos.ties.charts.map import gathered, ties

EUROPE = [
    Edge("BRA", code, 9, 9, 1.0)
    for code in [
        "PRT",
        "ESP",
        "FRA",
        "BEL",
        "NLD",
        "DEU",
        "CHE",
        "ITA",
        "AUT",
        "CZE",
        "POL",
        "DNK",
        "GBR",
        "IRL",
        "LUX",
        "SVN",
        "HRV",
        "HUN",
        "SVK",
        "SRB",
    ]
]


@pytest.mark.parametrize(("longitude", "latitude"), [(-47.86, -15.8), (125.75, 39.03), (174.78, -41.29), (-157.86, 21.3), (37.62, 55.75)])
def test_our_projection_is_that_of_vega(longitude: float, latitude: float) -> None:
    at = alt.Chart(alt.InlineData(values=[{"x": longitude, "y": latitude}])).mark_point().encode(longitude="x:Q", latitude="y:Q")
    turned = {"type": "equalEarth", "scale": globe.SCALE, "translate": list(globe.CENTRE), "rotate": [-globe.TURNED, 0, 0]}
    svg = vl_convert.vegalite_to_svg(at.project(**turned).to_dict())
    found = re.search(r'aria-roledescription="point" transform="translate\(([-\d.]+),([-\d.]+)\)"', svg)
    assert found
    spot = globe.projected(longitude, latitude)
    assert [float(found[1]), float(found[2])] == pytest.approx([spot.x, spot.y], abs=0.1)


def test_every_state_drawn_has_a_capital() -> None:
    drawn = {shape["id"] for shape in json.loads(globe.shapes())["objects"]["states"]["geometries"]}
    assert len(drawn) == 174
    assert drawn - set(globe.capitals()) == {"ATF"}  # nobody lives there


def test_names_lie_neither_on_names_nor_on_signs_and_nearest_to_their_own() -> None:
    spots = [(globe.capitals()[edge.other], 4.0, edge.other) for edge in EUROPE]
    boxes = [(spot.x - 4, spot.y - 4, spot.x + 4, spot.y + 4) for spot, *_ in spots]
    named = globe.lettered(spots, 5, 10)
    for spot, align, name in named:
        left = {"left": spot.x, "right": spot.x - 5 * len(name), "center": spot.x - 2.5 * len(name)}[align]
        box = (left, spot.y - 5, left + 5 * len(name), spot.y + 5)
        assert all(box[2] <= x + 0.1 or x2 <= box[0] + 0.1 or box[3] <= y + 0.1 or y2 <= box[1] + 0.1 for x, y, x2, y2 in boxes), name
        boxes.append(box)
        assert min(EUROPE, key=lambda edge: globe.gap(box, globe.capitals()[edge.other])).other == name
    assert 5 < len(named) < len(spots)


def test_whom_the_map_cannot_show_or_name_is_listed() -> None:
    labels = Labels("pt")
    chart = ties([*EUROPE[:9], Edge("BRA", "UNO", 44, 9, 2.0)], ["BRA"], [], Caption("Brasil", "", "Fonte"), labels)
    texts = {row["text"] for row in rows(chart, "text")}
    assert "Sem lugar no mapa: ONU (44)." in texts
    (listed,) = (text for text in texts if text.startswith("Sem lugar para o nome"))
    assert all((labels.actor(edge.other) in texts) != (f"{labels.actor(edge.other)} (9)" in listed) for edge in EUROPE[:9])


def test_signs_point_up_for_cooperation_and_down_for_conflict(crisis: Ledger) -> None:
    chart = draw(Tie(crisis, "USA"), Kind.MAP, "en", around=network(crisis))
    (sign,) = rows(chart, "sign")
    assert (sign["name"], sign["net"] < 0) == ("North Korea", sign["sign"].startswith("conflicts"))
    assert (sign["x"], sign["y"]) == (globe.capitals()["PRK"].x, globe.capitals()["PRK"].y)


def test_ties_of_several_are_put_together_by_their_happenings() -> None:
    edges = [Edge("BRA", "USA", 3, 1, 1.0), Edge("ARG", "USA", 1, 1, -3.0), Edge("ARG", "BRA", 5, 1, 4.0)]
    assert gathered(edges, ["ARG", "BRA"]) == {"USA": (4, 0.0)}
