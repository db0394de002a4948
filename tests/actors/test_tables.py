from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lacos.actors.roles import roles
from lacos.actors.tables import Person, Tenure, entities, first_day, last_day, persons
from lacos.tables import TableError, rows

ENTITY_COLUMNS = "code\tkind\tforms\tnote\n"
PERSON_COLUMNS = "name\tvariants\tcode\toffice\tfrom\tto\tnote\n"


def table(folder: Path, text: str, name: str = "estados.tsv") -> Path:
    path = folder / name
    path.write_text(text, "utf8")
    return path


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2018-07-09", date(2018, 7, 9), date(2018, 7, 9)),
        ("", date.min, date.max),
    ],
)
def test_a_date_cut_short_means_its_first_or_last_day(cell: str, first: date, last: date) -> None:
    assert (first_day(cell), last_day(cell)) == (first, last)


@pytest.mark.parametrize("cell", ["ontem", "2018-02-30", "09/07/2018"])
@pytest.mark.parametrize("read", [first_day, last_day])
def test_a_date_that_is_none_is_refused(cell: str, read: Callable[[str], date]) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(cell)


def test_a_thirteenth_month_does_not_begin() -> None:
    with pytest.raises(ValueError, match="month"):
        first_day("2018-13")


def test_a_thirteenth_month_does_not_end() -> None:
    with pytest.raises(ValueError, match="month"):
        last_day("2018-13")


def test_each_form_of_a_row_is_an_entity_with_its_line(tmp_path: Path) -> None:
    path = table(
        tmp_path, ENTITY_COLUMNS + "# Europa\nPRT\tname\tPortugal| República Portuguesa |\nPRT/MED\tname\tPúblico\tambiguous: adjetivo\n"
    )
    portugal, republic, paper = entities(path)
    assert (portugal.form, portugal.kind, portugal.code, portugal.source) == ("Portugal", "name", "PRT", "estados.tsv, line 3")
    assert republic.form == "República Portuguesa"
    assert (paper.code, paper.ambiguous, paper.joint, paper.source) == ("PRT/MED", True, False, "estados.tsv, line 4")


def test_joint_forms_say_so(tmp_path: Path) -> None:
    (koreas,) = entities(table(tmp_path, ENTITY_COLUMNS + "KOR\tname\tCoreias\tjoint: com PRK\n"))
    assert (koreas.joint, koreas.ambiguous) == (True, False)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("PRT\tnome\tPortugal\t", r"estados\.tsv, line 2: kind 'nome' is none of name, metonym, capital, demonym, combining, place"),
        ("prt\tname\tPortugal\t", r"estados\.tsv, line 2: 'prt' is no actor code"),
        ("PRT/XYZ\tname\tPortugal\t", r"estados\.tsv, line 2: 'PRT/XYZ' is no actor code"),
        ("PRT\tname\tPortugal\t\tmais", r"estados\.tsv, line 2: 5 cells under 4 columns"),
    ],
)
def test_a_bad_entity_is_named_by_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        list(entities(table(tmp_path, ENTITY_COLUMNS + row + "\n")))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Jorge Sampaio\t\tPT\tpresident\t1996-13\t\t", r"pessoas\.tsv, line 4: month must be in 1\.\.12"),
        ("Jorge Sampaio\t\tPRT\tpresident\t1996\tontem\t", r"pessoas\.tsv, line 4: Invalid isoformat"),
        ("Jorge Sampaio\t\tPortugal\tpresident\t1996\t2006\t", r"pessoas\.tsv, line 4: 'Portugal' is no actor code"),
    ],
)
def test_a_bad_person_is_named_by_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    text = PERSON_COLUMNS + "# Portugal\nMário Soares\tSoares\tPRT\tpresident\t1986-03-09\t1996-03-09\t\n" + row + "\n"
    with pytest.raises(TableError, match=message):
        list(persons(table(tmp_path, text, "pessoas.tsv")))


def test_comments_and_blank_lines_count_as_lines(tmp_path: Path) -> None:
    assert list(rows(table(tmp_path, "# nota\na\tb\n\n# nota\n1\n"))) == [("estados.tsv, line 5", {"a": "1", "b": ""})]


def test_a_bad_role_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = table(tmp_path, "lemmas\tsector\tkind\thuman\tformer\nministro\t\tgovernment\nsoldado\tMIL\tarmy\n", "roles.tsv")
    with pytest.raises(TableError, match=r"roles\.tsv, line 3: kind 'army' is none of government, country"):
        roles(path)


def test_the_rows_of_a_person_are_joined_by_name(tmp_path: Path) -> None:
    text = (
        PERSON_COLUMNS
        + "Mário Soares\tSoares\tPRT\tprime minister\t1983-06-09\t1985-11-06\t\n"
        + "Mário Soares\tMario Soares\tPRT\tpresident\t1986-03-09\t1996-03-09\t\n"
    )
    (soares,) = persons(table(tmp_path, text))
    assert soares.forms == {"Mário Soares", "Soares", "Mario Soares"}
    assert [tenure.office for tenure in soares.tenures] == ["prime minister", "president"]


def tenure(code: str, office: str, start: str, end: str) -> Tenure:
    return Tenure(code, office, first_day(start), last_day(end), office)


def test_a_tenure_covers_its_first_and_last_day() -> None:
    held = tenure("USA", "president", "2009-01-20", "2017-01-20")
    days = [date(2009, 1, 19), date(2009, 1, 20), date(2017, 1, 20), date(2017, 1, 21)]
    assert [held.covers(day) for day in days] == [False, True, True, False]
    assert [held.distance(day) for day in days] == [1, 0, 0, 1]


LULA = Person(
    "Luiz Inácio Lula da Silva",
    frozenset({"Lula"}),
    (
        tenure("BRA", "president", "2003-01-01", "2011-01-01"),
        tenure("BRA/OPP", "opposition leader", "2016-08-31", "2022-12-31"),
        tenure("BRA", "president", "2023-01-01", ""),
    ),
)


@pytest.mark.parametrize(
    ("day", "code", "office"),
    [
        (date(2005, 5, 1), "BRA", "president"),
        (date(2014, 5, 1), "BRA/OPP", ""),
        (date(2018, 4, 7), "BRA/OPP", "opposition leader"),
        (date(2024, 2, 18), "BRA", "president"),
        (None, "BRA", "president"),
    ],
)
def test_a_person_stands_for_what_the_date_says(day: date | None, code: str, office: str) -> None:
    assert LULA.standing(day)[:2] == (code, office)


def test_the_states_own_office_goes_before_the_partys() -> None:
    person = Person("P", frozenset(), (tenure("TUR/OPP", "party leader", "2001", "2023"), tenure("TUR", "president", "2014", "")))
    assert person.standing(date(2020, 1, 1)) == ("TUR", "president", "president")


def test_out_of_office_a_sector_stays_what_it_was() -> None:
    judge = Person("J", frozenset(), (tenure("BRA/JUD", "judge", "2010", "2015"),))
    assert judge.standing(date(2018, 1, 1))[:2] == ("BRA/JUD", "")


def test_out_of_office_an_organisation_has_no_opposition() -> None:
    secretary = Person("S", frozenset(), (tenure("UNO", "secretary general", "2007", "2016"),))
    assert secretary.standing(date(2018, 1, 1))[:2] == ("UNO", "")
