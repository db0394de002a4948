"""Entities that FollowTheMoney's own library takes as valid, whole and linked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cables import HOSTILE

from lacos.exports import ftm
from lacos.ledger import Filter

pytest.importorskip(
    "followthemoney", reason="followthemoney needs ICU: apt-get install libicu-dev pkg-config g++, then pip install followthemoney"
)

from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

Exported = Callable[..., Path]


@pytest.fixture
def entities(exported: Exported) -> dict[str, EntityProxy]:
    return {one.id: one for one in loaded(exported("ftm"))}


def loaded(place: Path) -> Iterator[EntityProxy]:
    """What the library makes of each line, every value cleaned by its own rules."""
    for line in place.read_text("utf8").splitlines():
        yield EntityProxy.from_dict(json.loads(line), cleaned=False)


def test_the_library_drops_and_changes_nothing(exported: Exported) -> None:
    for line, proxy in zip(exported("ftm").read_text("utf8").splitlines(), loaded(exported("ftm")), strict=True):
        written = json.loads(line)
        model.get(written["schema"]).validate(written)
        assert proxy.id == written["id"]
        assert {name: set(values) for name, values in proxy.properties.items() if name != "bodyText"} == {
            name: set(values) for name, values in written["properties"].items() if name != "bodyText"
        }


def test_all_that_entities_point_at_is_there_and_fits(entities: dict[str, EntityProxy]) -> None:
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type == registry.entity:
                assert prop.range is not None
                assert entities[value].schema.is_a(prop.range)


def test_ids_come_once(exported: Exported) -> None:
    ids = [one.id for one in loaded(exported("ftm"))]
    assert len(ids) == len(set(ids))
    assert ids == [one.id for one in loaded(exported("ftm"))]


def test_states_are_known_by_name_country_and_wikidata(entities: dict[str, EntityProxy]) -> None:
    russia = entities["lacos-actor-RUS"]
    assert (russia.schema.name, russia.get("name"), russia.countries, russia.get("wikidataId")) == (
        *("PublicBody", ["Rússia", "Russia"], ["ru"], ["Q159"]),
    )
    assert entities["lacos-actor-UNO"].schema.name == "Organization"
    media = EntityProxy.from_dict(ftm.actor("PRK/MED"), cleaned=False)
    assert (media.schema.name, media.get("name"), media.countries) == (
        "LegalEntity",
        ["Imprensa da Coreia do Norte", "North Korean media"],
        ["kp"],
    )


def test_a_contested_happening_is_an_event_with_its_proof_and_the_word_of_each(exported: Exported) -> None:
    found = list(loaded(exported("ftm", Filter(tie=("PRK", "JPN")))))
    (event,) = (one for one in found if one.schema.name == "Event")
    assert event.caption == "Coreia do Norte → Japão: MOBILIZAR (contestado)"
    assert event.get("date") == ["2017-11-28"]
    assert event.get("involved") == ["lacos-actor-PRK", "lacos-actor-JPN"]
    assert len(event.get("proof")) == 2
    (note,) = (one for one in found if one.schema.name == "Note")
    assert (note.get("name"), note.get("description")) == (["Coreia do Norte: nega"], ["negou o lançamento"])
    assert note.get("entity") == [event.id, "lacos-actor-PRK"]
    (link,) = (one for one in found if one.schema.name == "UnknownLink")
    assert (link.get("subject"), link.get("object"), link.get("role")) == (["lacos-actor-PRK"], ["lacos-actor-JPN"], ["MOBILIZAR"])
    assert {one.schema.name for one in found if one.id in event.get("proof")} == {"Article"}


def test_what_did_not_take_place_links_nobody(exported: Exported) -> None:
    found = list(loaded(exported("ftm", Filter(tie=("RUS", "UKR"), statuses=("negated", "hypothetical")))))
    assert {one.schema.name for one in found if one.schema.edge} == set()
    assert sorted(one.caption for one in found if one.schema.name == "Event") == [
        *("Rússia → Ucrânia: ATACAR (hipotético)", "Rússia → Ucrânia: RECUAR (não ocorrido)"),
    ]


def test_labels_are_in_the_language_asked_for(exported: Exported) -> None:
    (event,) = (one for one in loaded(exported("ftm", Filter(tie=("PRK", "JPN")), language="en")) if one.schema.name == "Event")
    assert event.caption == "North Korea → Japan: MOBILIZE (contested)"


def test_what_is_hostile_stays_text(exported: Exported) -> None:
    lines = map(json.loads, exported("ftm", Filter(document="C:\\notícias\\{1}%.txt")).read_text("utf8").splitlines())
    (article,) = (one["properties"] for one in lines if one["schema"] == "Article")
    assert article["bodyText"] == [HOSTILE]
    assert "sourceUrl" not in article  # it is no address of the web
