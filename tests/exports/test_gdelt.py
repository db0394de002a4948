"""Events and mentions in GDELT's columns, read as GDELT's files are."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from lacos.events.ontology import ontology
from lacos.exports import export, gdelt
from lacos.exports.actors import countries
from lacos.exports.gdelt import EVENTS, MENTIONS
from lacos.ledger import Filter, Ledger


@pytest.fixture
def files(ledger: Ledger, tmp_path: Path) -> tuple[pandas.DataFrame, pandas.DataFrame]:
    """What is exported of the whole ledger."""
    assert set(export(ledger, tmp_path / "crise", "gdelt")) == {str(tmp_path / "crise.export.CSV"), str(tmp_path / "crise.mentions.CSV")}
    return read(tmp_path / "crise.export.CSV", EVENTS), read(tmp_path / "crise.mentions.CSV", MENTIONS)


def read(place: Path, columns: tuple[str, ...]) -> pandas.DataFrame:
    assert all(line.count("\t") == len(columns) - 1 for line in place.read_text("utf8").splitlines())
    return pandas.read_csv(place, sep="\t", names=list(columns), dtype=str, keep_default_na=False, quoting=3)


def one(frame: pandas.DataFrame, **wanted: str) -> dict[str, str]:
    (found,) = frame[(frame[list(wanted)] == pandas.Series(wanted)).all(axis=1)].to_dict("records")
    return found


def test_the_columns_are_as_many_as_gdelts() -> None:
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)


def test_an_event_is_a_tie_of_what_took_place(files: tuple[pandas.DataFrame, pandas.DataFrame]) -> None:
    launch = one(files[0], Actor1Code="PRK", Actor2Code="JPN")
    expected = {
        **{"Day": "20171128", "MonthYear": "201711", "Year": "2017", "FractionDate": "2017.8986", "Actor1Name": "NORTH KOREA"},
        **{"EventCode": "150", "EventBaseCode": "150", "EventRootCode": "15", "QuadClass": "4", "GoldsteinScale": "-7.2"},
        **{"IsRootEvent": "", "NumMentions": "2", "NumSources": "2", "NumArticles": "2", "AvgTone": "", "Actor1Religion1Code": ""},
        **{"DATEADDED": "20171128000000", "SOURCEURL": "https://folha.example/missil"},
    }
    assert {name: launch[name] for name in expected} == expected


def test_what_did_not_take_place_is_no_event(files: tuple[pandas.DataFrame, pandas.DataFrame]) -> None:
    attack = one(files[0], Actor1CountryCode="RUS", EventRootCode="19")
    assert (attack["Day"], attack["Actor1Code"], attack["Actor1Type1Code"]) == ("20230903", "RUSMIL", "MIL")
    assert (attack["ActionGeo_Type"], attack["ActionGeo_FullName"], attack["ActionGeo_Lat"]) == ("4", "Kharkiv", "49.99")
    assert set(files[0]["EventRootCode"]) == {"15", "19", "03", "05", "11", "13"}  # nothing historical, hypothetical or negated


def test_who_acts_together_is_one_event_and_an_organisation_a_known_group(files: tuple[pandas.DataFrame, pandas.DataFrame]) -> None:
    signing = one(files[0], EventRootCode="03")
    assert (signing["Actor1Code"], signing["Actor2Code"]) == ("BOL", "CHL")
    praise = one(files[0], EventRootCode="05", Actor2Code="CHL")
    assert [praise[f"Actor1{name}"] for name in ("Code", "KnownGroupCode", "Type1Code", "CountryCode")] == ["IGOUNO", "UNO", "IGO", ""]
    assert (signing["IsRootEvent"], praise["IsRootEvent"]) == ("1", "0")
    threat = one(files[0], EventRootCode="13")
    assert (threat["Actor1Code"], threat["Actor2Code"], threat["Actor2Name"]) == ("PRKMED", "", "")


def test_mentions_point_at_events_and_at_places_in_the_text(files: tuple[pandas.DataFrame, pandas.DataFrame]) -> None:
    events, mentions = files
    assert set(mentions["GlobalEventID"]) == set(events["GlobalEventID"])
    assert events["GlobalEventID"].is_unique
    launch = one(events, Actor2Code="JPN")["GlobalEventID"]
    first, second = mentions[mentions["GlobalEventID"] == launch].to_dict("records")
    assert (first["MentionType"], first["MentionIdentifier"]) == ("1", "https://folha.example/missil")
    assert (second["MentionType"], second["MentionIdentifier"], second["MentionTimeDate"]) == ("2", "missil-2", "20171129000000")
    assert [first[name] for name in ("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset")] == ["0", "49", "18"]


def test_filters_choose_ties(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, tmp_path / "chile", "gdelt", Filter(recipient="CHL"))
    assert read(tmp_path / "chile.export.CSV", EVENTS)["Actor2Code"].tolist() == ["CHL"]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("RUS", ("RUS", "RUS", "", "")),
        ("ROU/MIL", ("ROMMIL", "ROM", "", "MIL")),
        ("EUU", ("IGOEEC", "", "EEC", "IGO")),
        ("HAM", ("HMS", "", "HMS", "")),
        ("REB", ("REB", "", "", "REB")),
        ("FIFA", ("FIFA", "", "", "")),
    ],
)
def test_actors_by_cameos_codes(code: str, wanted: tuple[str, ...]) -> None:
    fields = gdelt.party(2, code.partition("/")[0], code)
    assert tuple(fields[f"Actor2{name}"] for name in ("Code", "CountryCode", "KnownGroupCode", "Type1Code")) == wanted


@pytest.mark.parametrize(("text", "end"), [("Um parágrafo.", None), ("Um só.\n\n", None), ("Um.\nDois.", 3), ("\n Um.\n\nDois.", 5)])
def test_first_paragraphs(text: str, end: int | None) -> None:
    assert gdelt.first_paragraph(text) == end


def test_every_cameo_root_has_a_goldstein_score() -> None:
    roots = {root for info in ontology().values() for root in (info.cameo, *info.cameo_modes.values())}
    assert roots <= gdelt.goldstein().keys()
    assert set(gdelt.QUADS) == {info.quad for info in ontology().values()}


def test_countries_are_those_of_the_libraries() -> None:
    territories = pytest.importorskip("rigour.territories")
    from lacos.actors.territories import territories as ours

    theirs = {qid: one.code for one in territories.get_territories() for qid in one.qids}
    assert {code: one.ftm for code, one in countries().items()} == {code: theirs[one.qid] for code, one in ours().items()}
    numbers = [(code, one.cow) for code, one in countries().items() if one.cow]
    shared = {"SUN": "RUS", "YUG": "SRB", "SCG": "SRB"}
    assert len({number for code, number in numbers if code not in shared}) == len(numbers) - len(shared)
