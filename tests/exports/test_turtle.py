"""RDF as rdflib reads it: happenings, who says so, and the words by their place in the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cables import HOSTILE, readings
from rdflib import OWL, PROV, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from lacos.exports.turtle import PREFIXES
from lacos.ledger import Filter, Ledger

Exported = Callable[..., Path]
LACOS, SEM, OA, SCHEMA, PLOVER = (Namespace(PREFIXES[name]) for name in ("lacos", "sem", "oa", "schema", "plover"))
RUSSIA, UKRAINE = (URIRef(PREFIXES["actor"] + code) for code in ("RUS", "UKR"))


@pytest.fixture
def graph(exported: Exported) -> Graph:
    return Graph().parse(exported("turtle"), format="turtle")


def happening(graph: Graph, **wanted: str) -> URIRef:
    (found,) = (
        one
        for one in graph.subjects(RDF.type, SEM.Event)
        if all(graph.value(one, LACOS[name]) == Literal(value) for name, value in wanted.items())
    )
    assert isinstance(found, URIRef)
    return found


def test_a_happening_is_an_event_of_sem(graph: Graph, ledger: Ledger) -> None:
    attack = happening(graph, mode="aerial")
    assert graph.value(attack, SEM.eventType) == PLOVER.ASSAULT
    assert (graph.value(attack, LACOS.actor), graph.value(attack, LACOS.recipient)) == (RUSSIA, UKRAINE)
    assert set(graph.objects(attack, SEM.hasActor)) == {RUSSIA, UKRAINE}
    assert graph.value(attack, SEM.hasTimeStamp) == Literal("2023-09-03", datatype=XSD.date)
    assert graph.value(attack, LACOS.standing) == Literal("contested")
    assert len(set(graph.subjects(RDF.type, SEM.Event))) == ledger.status()["happenings"]
    assert {one.datatype for one in graph.objects(None, SEM.hasTimeStamp)} == {XSD.date, XSD.gYear}


def test_actors_are_those_of_wikidata(graph: Graph) -> None:
    assert graph.value(RUSSIA, OWL.sameAs) == URIRef("http://www.wikidata.org/entity/Q159")
    assert set(graph.objects(RUSSIA, RDFS.label)) == {Literal("Rússia", lang="pt"), Literal("Russia", lang="en")}


def test_every_selector_finds_its_words_in_the_text(graph: Graph) -> None:
    texts = {one.document.id: one.document.text for one in readings()}
    targets = list(graph.subject_objects(OA.hasTarget))
    assert len(targets) == sum(len(one.events) + sum(len(claim.positions) for claim in one.claims) for one in readings())
    for annotation, target in targets:
        document = graph.value(target, OA.hasSource)
        assert graph.value(annotation, PROV.wasQuotedFrom) == document
        text = texts[str(graph.value(document, DCTERMS.identifier))]
        place, quote = sorted(graph.objects(target, OA.hasSelector), key=lambda one: str(graph.value(one, RDF.type)))
        start, end = (graph.value(place, OA[name]).toPython() for name in ("start", "end"))  # type: ignore[union-attr]
        assert text[start:end] == str(graph.value(quote, OA.exact))


def test_who_asserts_and_who_denies(graph: Graph) -> None:
    attack = happening(graph, mode="aerial")
    positions = [one for one in graph.subjects(OA.hasBody, attack) if (one, RDF.type, LACOS.Position) in graph]
    assert {(str(graph.value(one, LACOS.stance)), graph.value(one, SEM.accordingTo)) for one in positions} == {
        *(("assert", UKRAINE), ("deny", RUSSIA)),
    }
    (telling,) = (one for one in graph.subjects(OA.hasBody, attack) if (one, RDF.type, LACOS.EventMention) in graph)
    assert graph.value(telling, SEM.accordingTo) == UKRAINE
    assert graph.value(telling, PROV.wasAttributedTo).startswith("urn:lacos:coder:")  # type: ignore[union-attr]


def test_documents_and_actors_are_described_once(exported: Exported) -> None:
    text = exported("turtle").read_text("utf8")
    assert text.count("a schema:NewsArticle") == len(readings())
    assert text.count("actor:RUS a sem:Actor") == 1


def test_what_is_hostile_stays_text(exported: Exported) -> None:
    graph = Graph().parse(exported("turtle", Filter(document=r"C:\notícias\{1}%.txt")), format="turtle")
    assert Literal(HOSTILE) in set(graph.objects(None, LACOS.sentence))
    assert Literal('=HYPERLINK("http://mal.example";"clique")') in set(graph.objects(None, SCHEMA.headline))
    assert Literal("javascript:alert(1)", datatype=XSD.anyURI) in set(graph.objects(None, SCHEMA.url))
