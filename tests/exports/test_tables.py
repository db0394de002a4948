"""Events as tables: CSV, XLSX, Parquet and JSON lines, under our columns and POLECAT's, read back with the libraries of those formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import polars
import pytest
from cables import HOSTILE, readings
from pyarrow import parquet

from lacos.exports import polecat, spreadsheet
from lacos.exports.columns import OURS
from lacos.exports.polecat import POLECAT
from lacos.ledger import Filter, Ledger
from lacos.records import Actor, Event, Mention, Position

Exported = Callable[..., Path]
PUBLISHED = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\t"
    "Primary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\tRecipient Country\t"
    "Recipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\t"
    "Placename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\t"
    "Publication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion"
)
"""The header of POLECAT's files."""


def rows(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(place.read_bytes().decode(), newline="")))


def row(place: Path, **wanted: str) -> dict[str, str]:
    (found,) = (one for one in rows(place) if all(one[name] == value for name, value in wanted.items()))
    return found


def test_csv_has_a_row_an_event_with_its_evidence(exported: Exported, ledger: Ledger) -> None:
    found = row(exported("csv"), document="ataque", trigger="bombardeou")
    expected = {
        **{"type": "ASSAULT", "mode": "aerial", "quad": "material conflict", "actor": "RUS/MIL", "actor_words": "O Exército russo"},
        **{"recipient": "UKR", "status": "occurred", "historical": "False", "date": "2023-09-03", "place": "Kharkiv", "country": "UKR"},
        **{"latitude": "49.99", "attributed_to": "UKR", "asserted_by": "UKR", "denied_by": "RUS", "standing": "contested", "articles": "1"},
        **{"start": "17", "end": "27", "own_voice": "False", "published": "2023-09-05", "source": "A Gazeta", "score": "-9.5"},
    }
    assert {name: found[name] for name in expected} == expected
    (reading,) = (one for one in readings() if one.document.id == "ataque")
    assert reading.document.text[int(found["start"]) : int(found["end"])] == found["trigger"]
    assert reading.document.text[int(found["sentence_start"]) : int(found["sentence_end"])] == found["sentence"]
    assert len(rows(exported("csv"))) == ledger.status()["events"]


def test_filters_hold(exported: Exported) -> None:
    assert {one["document"] for one in rows(exported("csv", Filter(tie=("RUS", "UKR"), statuses=("negated",))))} == {"ataque"}
    assert rows(exported("csv", Filter(among="FRA"))) == []
    assert exported("csv", Filter(among="FRA")).read_text() == ",".join(OURS.names) + "\n"


def test_no_cell_of_csv_is_a_formula(exported: Exported) -> None:
    found = row(exported("csv"), type="ACCUSE", recipient="UKR")
    assert found["title"].startswith("'=HYPERLINK")
    assert found["author"].startswith("'-Fulano")
    assert found["source"].startswith("'+outlet")
    assert found["actor_words"] == "'@Moscou"
    assert found["sentence"] == "'" + HOSTILE
    numbers = {column.name for column in OURS.columns if column.type is not str}
    assert not [value for one in rows(exported("csv")) for name, value in one.items() if name not in numbers and value[:1] in [*"=+-@\t\r"]]
    assert row(exported("csv"), trigger="bombardeou")["score"] == "-9.5"


def sheet(place: Path) -> Iterator[dict[str, Any]]:
    book = openpyxl.load_workbook(place)
    for one in book.worksheets:
        header, *body = one.iter_rows()
        assert not [cell for line in body for cell in line if cell.data_type == "f"]
        yield from ({name.value: cell.value for name, cell in zip(header, line, strict=True)} for line in body)


def test_xlsx_holds_the_same_as_text_and_numbers(exported: Exported) -> None:
    found = list(sheet(exported("xlsx")))
    told = [json.loads(line) for line in exported("jsonl").read_text("utf8").splitlines()]
    assert [(one["document"], one["id"], one["trigger"], one["start"]) for one in found] == [
        (one["document"]["id"], one["id"], one["trigger"], one["start"]) for one in told
    ]
    attack = next(one for one in found if one["trigger"] == "bombardeou")
    assert (attack["latitude"], attack["own_voice"], attack["mode"], attack["author"]) == (49.99, False, "aerial", None)
    bad = next(one for one in found if one["title"] and one["title"].startswith("=HYPERLINK"))
    assert bad["because"] == "<because> & \N{REPLACEMENT CHARACTER}"
    assert "_x005F_x0041_tacar" in bad["sentence"]  # Excel reads _x005F_ as "_"; openpyxl leaves it
    assert pandas.read_excel(exported("xlsx"))["id"].tolist() == [one["id"] for one in told]


def test_xlsx_begins_a_new_sheet_where_one_is_full(exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(sheet(exported("xlsx")))
    monkeypatch.setattr(spreadsheet, "ROWS", 4)
    place = exported("xlsx")
    assert openpyxl.load_workbook(place).sheetnames == ["events", "events 2", "events 3", "events 4"]
    assert list(sheet(place)) == whole


def test_xlsx_cuts_what_no_cell_holds(exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "CELL", 20)
    assert all(len(str(value)) <= 20 for one in sheet(exported("xlsx")) for value in one.values())


@pytest.mark.parametrize("number", [0, 25, 26, 51, 52, 701, 702])
def test_letters_of_columns(number: int) -> None:
    assert spreadsheet.letter(number) == openpyxl.utils.get_column_letter(number + 1)


def test_parquet_has_typed_columns(exported: Exported, ledger: Ledger) -> None:
    place = exported("parquet")
    table = parquet.read_table(place)
    assert table.num_rows == ledger.status()["events"]
    types = {str: "string", int: "int64", float: "double", bool: "bool"}
    assert {field.name: str(field.type) for field in table.schema} == {column.name: types[column.type] for column in OURS.columns}
    frame = polars.read_parquet(place)
    assert set(frame.filter(polars.col("standing") == "contested")["denied_by"].drop_nulls()) == {"PRK", "RUS"}
    assert HOSTILE in frame["sentence"].to_list()
    assert frame["latitude"].drop_nulls().to_list() == [49.99]


def test_json_lines_give_back_every_record(exported: Exported) -> None:
    documents = {one.document.id: one for one in readings()}
    lines = exported("jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    for line in map(json.loads, lines):
        reading = documents[line["document"]["id"]]
        event = Event.from_json(line, reading.document)
        claim = next(claim for claim in reading.claims if event in claim.events)
        assert event in reading.events
        assert tuple(Position.from_json(one, reading.document) for one in line["claim"]["positions"]) == claim.positions
        assert (line["claim"]["id"], line["claim"]["standing"]) == (claim.id, claim.standing)
        assert line["happening"]["id"].startswith("h")


def test_polecat_columns_are_called_and_ordered_as_published(exported: Exported) -> None:
    assert list(POLECAT.names[:40]) == PUBLISHED.split("\t")
    for format in ("csv", "xlsx", "parquet", "jsonl"):
        place = exported(format, polecat=True)
        read = {"csv": pandas.read_csv, "xlsx": pandas.read_excel, "parquet": pandas.read_parquet}.get(format)
        assert tuple(read(place).columns if read else json.loads(place.read_text("utf8").splitlines()[0])) == POLECAT.names


def test_polecat_fills_what_we_know_and_says_none_of_the_rest(exported: Exported) -> None:
    place = exported("csv", polecat=True)
    attack = row(place, **{"Event Text": "bombardeou"})
    expected = {
        **{"Event Date": "2023-09-03", "Event Type": "ASSAULT", "Intensity": "-9.5", "Quad Code": "MATERIAL CONFLICT"},
        **{"Actor Name": "Russian military", "Actor Country": "RUS", "Actor COW": "365", "Primary Actor Sector": "MIL"},
        **{"Recipient Country": "UKR", "Recipient COW": "369", "Primary Recipient Sector": "GOV", "City": "Kharkiv", "Country": "UKR"},
        **{"Actor Title": "None", "Wikipedia Actor ID": "None", "GeoNames ID": "None", "Story People": "None"},
        **{"Event Status": "occurred", "Attributed To": "UKR", "Standing": "contested"},
    }
    assert {name: attack[name] for name in expected} == expected
    assert row(place, **{"Event Text": "invadido"})["Event Date"] == "None"  # a year is no day
    praise = row(place, **{"Event Text": "elogiou"})
    assert (praise["Actor Country"], praise["Recipient COW"], praise["Event Date"]) == ("UNO", "155; 145", "2022-06-08")
    media = row(place, **{"Event Text": "ameaçou"})
    assert (media["Primary Actor Sector"], media["Recipient Name"]) == ("JRN", "None")
    assert [polecat.country(Mention(Actor(code), None)) for code in ("EUU", "NAT", "FIFA", "ISIS", "HEZ", "NGO")] == [
        *("EUR", "IGO", "NGO", "IMG", "", "NGO"),
    ]
    assert [polecat.sector(Mention(Actor(code), None)) for code in ("NGO", "BRA/MED", "BRA/LEG", "NAT")] == ["SOC", "JRN", "LEG", ""]
    stories = {one["Event ID"].split("_")[0] for one in rows(place)}
    assert len(stories) == len(readings())
