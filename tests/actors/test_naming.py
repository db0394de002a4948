"""What actors are called in prose: every code of the tables, in both languages."""

from pathlib import Path

import pytest

from lacos.actors import code_of
from lacos.actors.naming import ARTICLES, Gender, Name, NamingError, Number, names_in, naming
from lacos.actors.tables import NOBODY, all_entities, all_persons
from lacos.actors.territories import territories
from lacos.messages import LANGUAGES
from lacos.tables import TableError

SECTORS = {"BUS", "CVL", "MED", "NGO"}
ARTICLE = {agreement: word for word, agreement in ARTICLES.items()}
CODES = sorted(({entity.code for entity in all_entities()} | territories().keys()) - {NOBODY})
"""States, organisations and groups, and the parts of them that the tables of names know."""
SHARED = {"GRD", "GUM", "KHM", "VDR"}
"""States whose names stand for others too: Granada in Spain, the base on Guam, a paper of Cambodia, Vietnam for its South."""


def said(name: Name) -> str:
    return f"{ARTICLE[name.gender, name.number]} {name.text}" if name.article else name.text


@pytest.mark.parametrize(
    ("code", "pt", "en"),
    [
        ("RUS", "a Rússia", "Russia"),
        ("BRA", "o Brasil", "Brazil"),
        ("USA", "os Estados Unidos", "the United States"),
        ("PHL", "as Filipinas", "the Philippines"),
        ("CUB", "Cuba", "Cuba"),
        ("PRT", "Portugal", "Portugal"),
        ("ISR", "Israel", "Israel"),
        ("SLV", "El Salvador", "El Salvador"),
        ("NLD", "a Holanda", "the Netherlands"),
        ("SUN", "a União Soviética", "the Soviet Union"),
        ("DDR", "a Alemanha Oriental", "East Germany"),
        ("UNO", "a ONU", "the UN"),
        ("NAT", "a Otan", "NATO"),
        ("MCS", "o Mercosul", "Mercosur"),
        ("HAM", "o Hamas", "Hamas"),
        ("FARC", "as Farc", "the FARC"),
        ("EUU/LEG", "o Parlamento Europeu", "the European Parliament"),
        ("PRK/MED", "a imprensa da Coreia do Norte", "North Korean media"),
        ("USA/MIL", "as Forças Armadas dos Estados Unidos", "the US military"),
        ("CUB/OPP", "a oposição de Cuba", "the Cuban opposition"),
        ("SYR/REB", "rebeldes da Síria", "Syrian rebels"),
        ("MED", "a imprensa", "the media"),
    ],
)
def test_names_as_they_stand_in_a_sentence(code: str, pt: str, en: str) -> None:
    english = naming(code, "en")
    assert said(naming(code, "pt")) == pt
    assert f"{'the ' * english.article}{english.text}" == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_tables_has_a_name_of_its_own(language: str) -> None:
    codes = {*CODES, *(tenure.code for person in all_persons() for tenure in person.tenures)}
    assert {part for code in codes for part in code.split("/")} <= names_in(language).keys()
    names = [naming(code, language) for code in codes]
    assert len({name.text for name in names}) == len(names)
    assert all(0 < len(name.short) <= len(name.text) for name in names)


def test_both_languages_name_the_same_actors() -> None:
    assert names_in("pt").keys() == names_in("en").keys()


def test_portuguese_names_are_understood() -> None:
    named = {code: naming(code, "pt").text for code in CODES if "/" not in code and code not in {*SECTORS, *SHARED}}
    assert {code: code_of(name) for code, name in named.items()} == {code: code for code in named}


def test_portuguese_adjectives_are_demonyms_that_the_tables_know() -> None:
    known = {(entity.code, entity.form) for entity in all_entities() if entity.kind == "demonym"}
    used = {(code, form) for code in territories() for form in naming(code, "pt").adjectives}
    assert {code for code, _ in used - known} == {"VDR"}  # South Vietnam's stands with Vietnam
    assert {"norte-coreana", "belgas", "espanhóis", "alemães"} <= {form for _, form in used}


def test_adjectives_agree() -> None:
    russia, belgium, cocos = naming("RUS", "pt"), naming("BEL", "pt"), naming("CCK", "pt")
    feminine, plural = Gender.FEMININE, Number.PLURAL
    assert [russia.adjective(), russia.adjective(feminine), russia.adjective(number=plural)] == ["russo", "russa", "russos"]
    assert [belgium.adjective(feminine, plural), cocos.adjective()] == ["belgas", None]
    assert naming("PHL", "en").adjective(feminine, plural) == "Philippine"


def test_charts_have_short_names() -> None:
    assert [naming(code, "pt").short for code in ("USA", "COD", "USA/BUS")] == ["EUA", "RD Congo", "empresas dos EUA"]
    assert [naming(code, "en").short for code in ("USA", "GBR", "RUS")] == ["US", "UK", "Russia"]


def test_an_unknown_code_is_called_as_it_is() -> None:
    assert naming("ALFA", "pt") == Name("ALFA", article=False, short="ALFA")
    assert naming("ALFA/MED", "pt").text == "imprensa de ALFA"
    assert naming("ALFA/MED", "en").text == "ALFA media"


def test_another_language_is_refused() -> None:
    with pytest.raises(NamingError, match="'fr': choose one of pt, en"):
        naming("RUS", "fr")


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("RUS\tla\tRússia", r"line 2: 'la' is no article"),
        ("RUS\t(a\tRússia", r"line 2: '\(a' is no article"),
        ("RUS\ta\t", r"line 2: RUS has no name"),
        ("RUS\ta\tRússia\t\trusso|russa|russos", r"line 2: 'russo\|russa\|russos' has 3 forms"),
        ("RUS\ta\tRússia\nRUS\ta\tRússia", r"line 3: RUS has another name above"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: str, wrong: str) -> None:
    (tmp_path / "pt.tsv").write_text(f"code\tarticle\tname\tshort\tadjective\n{row}\n", "utf8")
    with pytest.raises(TableError, match=rf"pt\.tsv, {wrong}"):
        names_in("pt", tmp_path)
