"""What is asked of a ledger: events, happenings, claims, with every filter."""

import articles
import pandas
import polars
import pytest

import lacos
from lacos.ledger import Filter, Ledger, Rows
from lacos.reader import Reading
from lacos.records import Document, Stance

pytestmark = pytest.mark.slow


def documents(ledger: Ledger, **asked: object) -> list[str]:
    """The documents of the events that are asked for."""
    return list(dict.fromkeys(row["document"] for row in ledger.events(Filter(**asked))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"actor": "TCD"}, ["visita-1", "visita-2", "sudao"]),
        ({"recipient": "COL"}, ["fronteira-1", "fronteira-2"]),
        ({"among": "GBR"}, ["pesca"]),
        ({"actor": "RUS/MIL"}, ["ataque-2"]),
        ({"tie": ("VEN", "USA")}, ["sancoes-1", "sancoes-2"]),
        ({"tie": ("USA", "VEN")}, ["sancoes-1", "sancoes-2"]),
        ({"tie": ("USA", "PRK")}, ["bomba-2", "reuniao"]),
        ({"tie": ("CHL", "BOL"), "types": ("SUPPORT",)}, ["acordo-1", "acordo-2"]),
        ({"types": ("CONSULT",), "actor": "TCD"}, ["visita-1", "visita-2"]),
        ({"types": ("ASSAULT",), "statuses": ("negated",)}, ["sudao", "ataque-2"]),
        ({"standings": ("denied",)}, ["missil-3"]),
        ({"source": articles.LUANDA, "actor": "VEN"}, ["fronteira-2"]),
        ({"document": "golpe"}, ["golpe"]),
        ({"document": "nada"}, []),
        ({"actor": "XXX"}, []),
    ],
    ids=str,
)
def test_events_by_filter(library: Ledger, asked: dict[str, object], ids: list[str]) -> None:
    assert documents(library, **asked) == ids


@pytest.mark.parametrize(
    ("since", "until", "ids"),
    [
        ("2017-11-28", "2017-11-28", ["missil-1", "missil-2", "missil-3"]),
        ("2017-11", "2017-11", ["missil-1", "missil-2", "missil-3"]),
        ("2017-11", None, ["missil-1", "missil-2", "missil-3"]),
        (None, "2017-09", ["bomba-1", "bomba-2"]),
        ("2017", "2017", ["bomba-1", "bomba-2", "missil-1", "missil-2", "missil-3"]),
        (None, "2017", ["bomba-1", "bomba-2", "missil-1", "missil-2", "missil-3"]),
        ("2017-09-03", "2017-11-27", ["bomba-1", "bomba-2"]),
        ("2018", "2019", []),
        ("2017-09-04", "2017-09-30", []),
    ],
)
def test_time_of_any_precision(library: Ledger, since: str | None, until: str | None, ids: list[str]) -> None:
    dated = {"since": since, "until": until, "actor": "PRK", "types": ("MOBILIZE",)}
    reported_late = {"missil-2"}  # says "o lançamento" without a date: its report counts
    found = set(documents(library, **dated))
    assert found | reported_late == set(ids) | reported_late
    days = [row["day"] for row in library.happenings(Filter(since=since, until=until, among="PRK", types=("MOBILIZE",)))]
    assert all((since or "") <= day and (until is None or day[: len(until)] <= until) for day in days)
    assert bool(days) is bool(ids)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"tie": ("RUS", "UKR"), "types": ("ASSAULT",)}, 2),
        ({"tie": ("UKR", "RUS"), "types": ("ASSAULT",)}, 2),
        ({"tie": ("USA", "PRK"), "types": ("CONSULT",)}, 1),
        ({"tie": ("PRK", "USA"), "types": ("CONSULT",)}, 1),
        ({"actor": "PRK", "types": ("CONSULT",)}, 1),
        ({"actor": "USA", "types": ("CONSULT",)}, 1),
        ({"recipient": "USA", "types": ("CONSULT",)}, 0),
        ({"among": "COL"}, 2),
        ({"standings": ("contested",), "among": "RUS"}, 1),
        ({"source": articles.LUANDA, "types": ("SANCTION",)}, 1),
        ({"document": "fronteira-1", "types": ("SANCTION",)}, 1),
        ({"actor": "RUS/MIL", "types": ("ASSAULT",)}, 2),
    ],
    ids=str,
)
def test_happenings_by_filter(library: Ledger, asked: dict[str, object], found: int) -> None:
    asked_for = Filter(**asked)  # type: ignore[arg-type]
    assert len(library.happenings(asked_for)) == found
    assert len(library.claims(asked_for)) == found


def test_a_page_at_a_time(library: Ledger) -> None:
    whole = [list(rows) for rows in (library.events(), library.happenings(), library.documents())]
    for every, asked in zip(whole, (library.events, library.happenings, library.documents), strict=True):
        kwargs = {} if asked == library.documents else {"asked": None}
        pages = [row for n in range(0, len(every) + 7, 7) for row in asked(limit=7, offset=n, **kwargs)]  # type: ignore[operator]
        assert pages == every
        assert list(asked(offset=3, **kwargs)) == every[3:]  # type: ignore[operator]
    assert [one.happening for one in library.claims(limit=3, offset=2)] == [one.happening for one in library.claims()][2:5]


def test_the_contested_come_first_then_the_latest(library: Ledger) -> None:
    ranks = {"contested": 0, "denied": 1, "attributed": 2, "told": 3}
    found = [one.happening for one in library.claims()]
    keys = [(ranks[one["standing"]], one["day"] or one["date"] or one["first_reported"]) for one in found]
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
    for rank in ranks.values():
        days = [day for of, day in keys if of == rank]
        assert days == sorted(days, reverse=True)


def test_undated_documents_come_last_among_the_latest(ledger: Ledger, readings: dict[str, Reading]) -> None:
    """In both systems, so that a limit shows the same."""
    for reading in (lacos.read("A Índia elogiou o Brasil.", id="sem-data"), readings["trigo"], readings["palma"]):
        ledger.record(reading)
    assert [row["id"] for row in ledger.documents()] == ["trigo", "palma", "sem-data"]
    assert list(dict.fromkeys(row["document"] for row in ledger.events())) == ["sem-data", "palma", "trigo"]


def test_an_event_is_shown_with_its_words(library: Ledger) -> None:
    (row,) = library.events(Filter(document="visita-1", types=("CONSULT",)))
    reading = library.reading("visita-1")
    event = next(one for one in reading.events if one.type == "CONSULT")
    assert (row["id"], row["trigger"], row["sentence"]) == (event.id, "visitou", event.sentence.text)
    assert (row["actor"], row["recipient"], row["source"]) == ("TCD", "FRA", articles.GAZETA)
    assert (row["date"], row["published"], row["historical"]) == ("2023-05-04", "2023-05-04", False)


def test_claims_tell_who_says_what(library: Ledger) -> None:
    (claim,) = library.claims(Filter(document="ataque-2", types=("ASSAULT",)))
    assert (claim.by(Stance.ASSERT), claim.by(Stance.DENY)) == (("UKR",), ("RUS",))
    line = claim.to_json()
    assert {position["document"] for position in line["positions"]} == {"ataque-1", "ataque-2"}
    text = articles.NEWS["ataque-2"][2]
    for position in claim.positions:
        if position.document == "ataque-2":
            assert text[position.start : position.end] == position.words


def test_rows_as_frames(library: Ledger) -> None:
    rows = library.happenings()
    frame, other = rows.to_frame(), rows.to_polars()
    assert isinstance(frame, pandas.DataFrame)
    assert isinstance(other, polars.DataFrame)
    assert list(frame.columns) == other.columns == list(rows.columns)
    assert len(frame) == len(other) == len(rows)
    assert frame["origins"].sum() == other["origins"].sum() == sum(row["origins"] for row in rows)
    assert other.row(0, named=True) == rows[0] == next(iter(rows))
    assert "<table" in rows._repr_html_()


def test_no_rows_as_frames(ledger: Ledger) -> None:
    for rows in (ledger.events(), ledger.happenings(), ledger.documents(), ledger.failures(), ledger.judgements(), ledger.search("nada")):
        assert (len(rows), list(rows)) == (0, [])
        assert rows.to_frame().shape == (0, len(rows.columns))
        assert rows.to_polars().columns == list(rows.columns)


def test_frames_of_mixed_cells() -> None:
    rows = Rows(("a", "b"), [*[(None, 1)] * 200, ("x", 2)])
    assert rows.to_polars()["a"][200] == "x"


def test_status_counts_what_is_there(filled: Ledger) -> None:
    filled.add([Document("The minister met his counterpart in Geneva on Monday.", id="en"), Document("...", id="x")])
    status = filled.status()
    assert (status["documents"], status["aside"], status["failures"]) == (len(articles.NEWS), {"en": 1}, 1)
    assert (status["from"], status["until"]) == ("2016-08-02", "2023-09-10")
    assert status["events"] == len(filled.events())
    assert status["happenings"] == len(filled.happenings()) == sum(status["standings"].values())
    assert status["coders"] == {lacos.__version__: len(articles.NEWS)}
