"""Happenings as RDF in Turtle: SEM for what happens, PROV-O and Web Annotation for the words that tell it, schema.org for documents.

Written as it streams: a graph in memory would not bear a large ledger. docs/exports.md has the terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lacos.actors.territories import territories
from lacos.exports.actors import Kind, kind, name
from lacos.exports.files import save
from lacos.exports.options import Options
from lacos.ledger.streaming import Happening, Stream, Telling
from lacos.records import Document, Position, Span, content_id

PREFIXES = {
    "lacos": "urn:lacos:term:",
    "plover": "urn:lacos:plover:",
    "actor": "urn:lacos:actor:",
    "document": "urn:lacos:document:",
    "happening": "urn:lacos:happening:",
    "event": "urn:lacos:event:",
    "coder": "urn:lacos:coder:",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SCHEMA = """\
lacos:actor rdfs:subPropertyOf sem:hasActor .
lacos:recipient rdfs:subPropertyOf sem:hasActor .
lacos:EventMention rdfs:subClassOf oa:Annotation , prov:Entity .
lacos:Position rdfs:subClassOf oa:Annotation , prov:Entity .
"""
KINDS = {Kind.STATE: "schema:Country", Kind.PART: "sem:Actor", Kind.ORGANISATION: "schema:Organization", Kind.GROUP: "schema:Organization"}
PRECISION = {4: "gYear", 7: "gYearMonth", 10: "date"}
UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\]')
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(stream: Stream, file: BinaryIO, _: Options) -> int:
    """The triples of happenings, and once each of the documents and actors that they name; says how many happenings."""
    file.write("".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()).encode() + SCHEMA.encode())
    known: set[str] = set()
    found = (subjects(one, known) for one in stream.happenings())
    return save(file, ("".join(f"{subject} {triples} .\n" for subject, triples in some) for some in found))


def subjects(one: Happening, known: set[str]) -> Iterator[tuple[str, str]]:
    """Subjects with what is said of each; actors and documents that are not yet ``known``, to which they are added."""
    yield happening_id(one), happening(one)
    for code in sorted(actors(one) - known):
        yield actor_id(code), actor(code)
    for telling in one.tellings:
        if document_id(telling.document) not in known:
            yield document_id(telling.document), document(telling)
        yield event_id(telling), mention(one, telling)
        known.add(document_id(telling.document))
    for number, taken in enumerate(one.positions):
        yield f"_:{one.row['id']}-{number}", position(one, taken)
    known |= actors(one)


def actors(one: Happening) -> set[str]:
    """The codes that the triples of a happening name."""
    speakers = {taken.actor.code for taken in one.positions if taken.actor}
    sources = {mention.code for telling in one.tellings for mention in telling.event.attributed_to}
    return {code for side in ("actor", "recipient") for code in one.row[side].split("+") if code} | speakers | sources


def happening(one: Happening) -> str:
    """What is said of a happening: one event of SEM."""
    row = one.row
    sides = [(side, code) for side in ("actor", "recipient") for code in row[side].split("+") if code]
    return joined(
        "a sem:Event",
        f"sem:eventType plover:{row['type']}",
        row["mode"] and f"lacos:mode {literal(row['mode'])}",
        f"lacos:status {literal(row['status'])}",
        f"lacos:historical {str(row['historical']).lower()}",
        f"lacos:standing {literal(row['standing'])}",
        *(f"lacos:{side} {actor_id(code)}" for side, code in sides),
        *(f"sem:hasActor {actor_id(code)}" for code in dict.fromkeys(code for _, code in sides)),
        row["date"] and f"sem:hasTimeStamp {dated(row['date'])}",
        row["day"] and f"lacos:day {dated(row['day'])}",
        f"lacos:articles {row['articles']}",
        f"lacos:origins {row['origins']}",
        *(f"prov:wasDerivedFrom {id}" for id in dict.fromkeys(document_id(telling.document) for telling in one.tellings)),
    )


def actor(code: str) -> str:
    """What is said of an actor, the same as in Wikidata where it is a territory."""
    territory = territories().get(code)
    return joined(
        "a sem:Actor , prov:Agent",
        f"a {KINDS[kind(code)]}",
        f"dcterms:identifier {literal(code)}",
        *(f"rdfs:label {literal(name(code, language))}@{language}" for language in ("pt", "en")),
        territory and f"owl:sameAs wd:{territory.qid}",
    )


def document(telling: Telling) -> str:
    """What is said of the document of a telling."""
    about = telling.document
    return joined(
        "a schema:NewsArticle , prov:Entity",
        f"dcterms:identifier {literal(about.id)}",
        about.title and f"schema:headline {literal(about.title)}",
        about.published and f"schema:datePublished {dated(about.published.isoformat())}",
        about.url and f"schema:url {literal(about.url)}^^xsd:anyURI",
        about.author and f"schema:author {literal(about.author)}",
        telling.outlet and f"schema:publisher {literal(telling.outlet)}",
        about.language and f"schema:inLanguage {literal(about.language)}",
        *(f"schema:sourceOrganization {literal(wire)}" for wire in telling.wires),
    )


def mention(one: Happening, telling: Telling) -> str:
    """An event mention: an annotation of its trigger's place in the text, whose body is the happening."""
    event = telling.event
    return joined(
        "a lacos:EventMention",
        f"dcterms:identifier {literal(event.id)}",
        f"oa:hasBody {happening_id(one)}",
        target(event.trigger),
        f"lacos:sentence {literal(event.sentence.text)}",
        f"lacos:ownVoice {str(telling.own_voice).lower()}",
        *(f"sem:accordingTo {actor_id(source.code)}" for source in event.attributed_to),
        f"lacos:because {literal(event.because)}",
        f"prov:wasQuotedFrom {document_id(telling.document)}",
        f"prov:wasAttributedTo <{PREFIXES['coder']}{telling.coder}>",
    )


def position(one: Happening, taken: Position) -> str:
    """What is said of a position taken on a happening."""
    return joined(
        "a lacos:Position",
        f"oa:hasBody {happening_id(one)}",
        f"lacos:stance {literal(taken.stance)}",
        taken.actor and f"sem:accordingTo {actor_id(taken.actor.code)}",
        target(taken.words),
        f"prov:wasQuotedFrom {document_id(taken.words.document)}",
    )


def target(words: Span) -> str:
    """Words of a document by their place, in characters, and as they are."""
    start, end = (f'"{offset}"^^xsd:nonNegativeInteger' for offset in (words.start, words.end))
    return (
        f"oa:hasTarget [ oa:hasSource {document_id(words.document)} ; "
        f"oa:hasSelector [ a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} ] , "
        f"[ a oa:TextQuoteSelector ; oa:exact {literal(words.text)} ] ]"
    )


def joined(*parts: object) -> str:
    """What is said of a subject, without what is not known."""
    return " ;\n  ".join(str(part) for part in parts if part)


def literal(text: str) -> str:
    """A string, quoted."""
    return '"' + UNSAFE.sub(lambda found: ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}", text) + '"'


def dated(value: str) -> str:
    """A date of its precision."""
    return f'"{value}"^^xsd:{PRECISION[len(value)]}'


def happening_id(one: Happening) -> str:
    """The name of a happening in Turtle, from its id in the ledger."""
    return f"happening:{one.row['id']}"


def event_id(telling: Telling) -> str:
    """The name of a mention in Turtle: ids of events are unique within a document alone."""
    return f"event:{content_id(telling.document.id)}-{telling.event.id}"


def document_id(document: Document) -> str:
    """The name of a document in Turtle, from its id, which may hold any characters."""
    return f"document:{content_id(document.id)}"


def actor_id(code: str) -> str:
    """The name of an actor in Turtle, from the code."""
    return f"actor:{code.replace('/', '-')}"
