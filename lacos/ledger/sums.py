"""The ties of happenings and their daily sums, kept as happenings change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from lacos.ledger import parties
from lacos.ledger.schema import daily, happenings, ties
from lacos.records import Standing, Status

Row = Mapping[str, Any]
Key = tuple[str, str, str, str, bool]
KEY = tuple(column.name for column in daily.primary_key)
SUMS = ("happenings", "contested", "origins", "articles")
ADD = text(
    f"INSERT INTO daily ({', '.join((*KEY, *SUMS))}) VALUES ({', '.join(f':{name}' for name in (*KEY, *SUMS))}) "
    f"ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET {', '.join(f'{name} = daily.{name} + excluded.{name}' for name in SUMS)}"
)
CLEAR = delete(daily).where(*(daily.c[name] == bindparam(name) for name in KEY), daily.c.happenings == 0)
OLD = (
    select(ties.c.actor, ties.c.recipient, ties.c.day, ties.c.type, ties.c.joint, happenings)
    .join(happenings, happenings.c.n == ties.c.happening)
    .where(ties.c.counted, ties.c.happening.in_(bindparam("numbers", expanding=True)))
)
ERASE = delete(ties).where(ties.c.happening.in_(bindparam("numbers", expanding=True)))


def of(happening: Row) -> list[dict[str, Any]]:
    """The ties of a happening as rows."""
    beside = {name: happening[name] for name in ("day", "type", "standing")} | {"counted": is_counted(happening)}
    return [{"actor": a, "recipient": b, "joint": joint, "happening": happening["n"], **beside} for a, b, joint in parties.pairs(happening)]


def replace(connection: Connection, numbers: Sequence[int], changed: Sequence[Row]) -> None:
    """Take happenings out of the ties, parties and sums, and put those that are still there back as they are now.

    Must come before their rows change.
    """
    parties.replace(connection, numbers, changed)
    change: dict[Key, Counter[str]] = {}
    for old in connection.execute(OLD, {"numbers": numbers}).mappings():
        add(change, dict(old), dict(old), -1)
    connection.execute(ERASE, {"numbers": numbers})
    rows = [(row, happening) for happening in changed for row in of(happening)]
    if rows:
        connection.execute(insert(ties), [row for row, _ in rows])
    for row, happening in rows:
        if row["counted"]:
            add(change, row, happening, 1)
    changed_sums = ((key, amounts) for key, amounts in change.items() if any(amounts.values()))
    sums: list[dict[str, Any]] = [
        {**dict(zip(KEY, key, strict=True)), **{name: amounts[name] for name in SUMS}} for key, amounts in changed_sums
    ]
    if sums:
        connection.execute(ADD, sums)
        lower = [{name: row[name] for name in KEY} for row in sums if row["happenings"] < 0]
        if lower:
            connection.execute(CLEAR, lower)


def is_counted(happening: Row) -> bool:
    """Whether a happening goes into the sums: it took place, says somebody, is no history, and has a day."""
    return (
        happening["status"] in (Status.OCCURRED, Status.ONGOING)
        and not happening["historical"]
        and happening["day"] is not None
        and happening["standing"] != Standing.DENIED
    )


def add(change: dict[Key, Counter[str]], tie: Row, happening: Row, sign: int) -> None:
    """Add what a tie of a happening counts to the changes of the sums, or take it off."""
    amounts = change.setdefault((tie["actor"], tie["recipient"], tie["day"], tie["type"], bool(tie["joint"])), Counter())
    amounts["happenings"] += sign
    amounts["contested"] += sign * (happening["standing"] == Standing.CONTESTED)
    amounts["origins"] += sign * happening["origins"]
    amounts["articles"] += sign * happening["articles"]
