"""Whether a ledger is whole: what its tables say of each other, worked out anew from what they were made from.

Benchmarks use it too: ``from tests.ledger.soundness import faults``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from sqlalchemy import Connection, func, select, text

from lacos.ledger import Ledger, recording, schema
from lacos.records import Standing

TIMES = {"added", "first", "last", "at", "undone", "polled"}
Row = Mapping[str, Any]


def faults(ledger: Ledger) -> list[str]:
    """What is wrong with a ledger, nothing where it is sound. Its own integrity checks, and: each document restores whole; each claim has a
    happening; happenings, ties, daily sums and parties are what claims make them.
    """
    checks = (damaged, broken_documents, wrong_happenings, wrong_sums, wrong_parties)
    with ledger.database.reading() as connection:
        return [fault for check in checks for fault in check(connection)]


def damaged(connection: Connection) -> Iterator[str]:
    """What the database finds wrong with its file. PostgreSQL has no such question."""
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield f"integrity: {found}"
    for found in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"foreign key: {tuple(found)}"


def broken_documents(connection: Connection) -> Iterator[str]:
    """Documents that do not restore, or whose records are not those that their text's Reading has."""
    ids = {table: id_lists(connection, table) for table in (schema.events, schema.claims, schema.statements)}
    traits = Counter(connection.execute(select(schema.traits.c.document)).scalars())
    indexed = set(
        connection.execute(text(f"SELECT {'rowid' if connection.dialect.name == 'sqlite' else 'document'} FROM search")).scalars()
    )
    for row in rows(connection, schema.documents):
        n = row["n"]
        if n not in indexed:
            yield f"{row['id']}: its words are not in the index"
        if row["origin"] is None:
            yield f"{row['id']}: has no origin"
        try:
            reading = recording.restore(connection, n)
        except Exception as error:
            yield f"{row['id']}: does not restore: {error!r}"
            continue
        found = {schema.events: reading.events, schema.claims: reading.claims, schema.statements: reading.statements}
        for table, records in found.items():
            if [one.id for one in records] != ids[table].get(n, []):
                yield f"{row['id']}: its {table.name} are not those of its Reading"
        if traits[n] != len(reading.claims):
            yield f"{row['id']}: {len(reading.claims)} claims, {traits[n]} traits"
        if row["coder"] is None and (reading.mentions or reading.events or reading.statements):
            yield f"{row['id']}: set aside, and has records"


def id_lists(connection: Connection, table: Any) -> dict[int, list[str]]:
    """The ids of a table's records, by their document, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for n, id in connection.execute(select(table.c.document, table.c.id).order_by(table.c.document, table.c.rank)):
        found[n].append(id)
    return found


def wrong_happenings(connection: Connection) -> Iterator[str]:
    """Claims without a happening, happenings without claims, and counts that are not those of the claims."""
    documents = {row["n"]: row for row in rows(connection, schema.documents)}
    members: dict[int, list[Row]] = defaultdict(list)
    for claim in rows(connection, schema.claims):
        if claim["happening"] is None:
            yield f"{documents[claim['document']]['id']}: claim {claim['rank']} has no happening"
        else:
            members[claim["happening"]].append(claim)
    for happening in rows(connection, schema.happenings):
        told = members[happening["n"]]
        if not told:
            yield f"{happening['id']}: nobody claims it"
            continue
        by = [documents[n] for n in sorted({claim["document"] for claim in told})]
        reported = sorted(one["published"] for one in by if one["published"])
        for name, right in {
            "articles": len(by),
            "origins": independent(by),
            "standing": standing([claim["standing"] for claim in told]),
            "first_reported": reported[0] if reported else None,
            "last_reported": reported[-1] if reported else None,
        }.items():
            if happening[name] != right:
                yield f"{happening['id']}: {name} is {happening[name]!r}, should be {right!r}"


def independent(some: list[Row]) -> int:
    """How many groups documents fall into that share no wire, no origin and no outlet with each other."""
    groups: list[set[str]] = []
    for one in some:
        marks = {f"wire {wire}" for wire in one["wires"].split("+") if wire} | {f"copy {one['origin']}"}
        marks |= {f"outlet {one['outlet']}"} if one["outlet"] else set()
        alike = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*alike)]
    return len(groups)


def standing(told: list[str]) -> str:
    """How a happening stands whose claims stand so."""
    some = set(told)
    if Standing.CONTESTED in some or (Standing.DENIED in some and some != {Standing.DENIED}):
        return "contested"
    return "denied" if Standing.DENIED in some else "told" if Standing.TOLD in some else "attributed"


def wrong_sums(connection: Connection) -> Iterator[str]:
    """Ties that are not those of the happenings' sides, and daily sums that are not those of the ties."""
    right_ties: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    right_sums: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for one in rows(connection, schema.happenings):
        counted = (
            one["status"] in ("occurred", "ongoing")
            and not one["historical"]
            and one["day"] is not None
            and one["standing"] != Standing.DENIED
        )
        for actor, recipient, joint in pairs(one):
            right_ties[actor, recipient, one["n"]] = (joint, one["day"], one["type"], counted, one["standing"])
            if counted:
                right_sums[actor, recipient, one["day"], one["type"], joint].update(
                    happenings=1, contested=one["standing"] == Standing.CONTESTED, origins=one["origins"], articles=one["articles"]
                )
    ties = {
        (one["actor"], one["recipient"], one["happening"]): tuple(one[name] for name in ("joint", "day", "type", "counted", "standing"))
        for one in rows(connection, schema.ties)
    }
    yield from differences("tie", right_ties, ties)
    names = ("happenings", "contested", "origins", "articles")
    sums = {
        tuple(one[name] for name in ("actor", "recipient", "day", "type", "joint")): tuple(one[name] for name in names)
        for one in rows(connection, schema.daily)
    }
    yield from differences("daily", {key: tuple(int(amounts[name]) for name in names) for key, amounts in right_sums.items()}, sums)


def pairs(happening: Row) -> list[tuple[str, str, bool]]:
    """Who has to do with whom: each actor with each recipient; of several who act upon nobody each with each."""
    actors, recipients = ((happening[side].split("+") if happening[side] else [""]) for side in ("actor", "recipient"))
    if recipients == [""] and len(actors) > 1:
        return [(one, other, True) for one, other in product(actors, actors) if one < other]
    return [(one, other, False) for one, other in product(actors, recipients)]


def wrong_parties(connection: Connection) -> Iterator[str]:
    """Events and happenings that do not stand under those who are party to them, at their time."""
    published = {one["n"]: one["published"] for one in rows(connection, schema.documents)}
    sides: dict[tuple[int, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in rows(connection, schema.sides):
        sides[one["document"], one["event"]][one["side"]].add(one["state"])
    right = set()
    for event in rows(connection, schema.events):
        here = event["document"], event["rank"]
        actors, recipients = sides[here]["actor"], sides[here]["recipient"]
        both = {(one, other) for one, other in product(actors, actors) if one < other} | set(product(actors, recipients))
        when = event["date"] or published[event["document"]] or ""
        right |= {(one, other, when, *here) for one, other in under(actors | recipients, both)}
    yield from missing("event_parties", right, {tuple(one.values()) for one in rows(connection, schema.event_parties)})
    right = set()
    for one in rows(connection, schema.happenings):
        acting = [(actor, recipient) for actor, recipient, _ in pairs(one)]
        when = one["day"] or one["date"] or one["first_reported"] or ""
        some = {code for pair in acting for code in pair if code}
        right |= {(*who, when, one["n"]) for who in under(some, {pair for pair in acting if all(pair)})}
    yield from missing("happening_parties", right, {tuple(one.values()) for one in rows(connection, schema.happening_parties)})


def under(parties: set[str], tied: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Nobody, each party alone, and those who have to do with each other in the order of their codes."""
    return {("", ""), *((code, "") for code in parties), *((min(pair), max(pair)) for pair in tied)}


def missing(what: str, right: set[Any], found: set[Any]) -> Iterator[str]:
    """Rows that are not there, or should not be."""
    yield from (f"{what} {row}: {'is missing' if row in right else 'should not be'}" for row in sorted(right ^ found))


def differences(what: str, right: Mapping[Any, Any], found: Mapping[Any, Any]) -> Iterator[str]:
    """The keys whose values are not right."""
    for key in sorted(set(right) | set(found), key=str):
        if right.get(key) != found.get(key):
            yield f"{what} {key}: is {found.get(key)}, should be {right.get(key)}"


def rows(connection: Connection, table: Any) -> list[Row]:
    """All rows of a table in the order of its key."""
    return [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]


def snapshot(ledger: Ledger) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the times of writing, with numbers and ids as they are."""
    with ledger.database.reading() as connection:
        return {
            table.name: [{name: value for name, value in row.items() if name not in TIMES} for row in rows(connection, table)]
            for table in schema.metadata.sorted_tables
        }


def content(ledger: Ledger) -> dict[str, Any]:
    """What a ledger holds, whatever the order in which it came: happenings by the claims that they are, documents by their ids."""
    held = snapshot(ledger)
    ids = {row["n"]: row["id"] for row in held["documents"]}
    claims = [((ids[row["document"]], row["rank"]), row["happening"]) for row in held["claims"]]
    members = {row["n"]: tuple(sorted(claim for claim, of in claims if of == row["n"])) for row in held["happenings"]}
    happenings = {members[row["n"]]: {name: value for name, value in row.items() if name not in ("n", "id")} for row in held["happenings"]}
    copies = defaultdict(set)
    for row in held["documents"]:
        copies[row["origin"]].add(row["id"])
    return {
        "documents": {row["id"]: {k: v for k, v in row.items() if k not in ("n", "origin")} for row in held["documents"]},
        "copies": {frozenset(group) for group in copies.values()},
        "happenings": happenings,
        "daily": held["daily"],
        **{
            name: sorted(
                (ids[row["document"]], *((k, v) for k, v in row.items() if k not in ("document", "happening"))) for row in held[name]
            )
            for name in ("mentions", "events", "claims", "sides", "statements", "positions", "person_stances", "traits")
        },
        "failures": held["failures"],
    }


def counts(ledger: Ledger) -> dict[str, int]:
    """How many rows each table has."""
    with ledger.database.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in schema.metadata.sorted_tables
        }
