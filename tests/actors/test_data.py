"""The shipped tables: complete, readable, and right where anyone can check."""

from datetime import date

import pytest

from lacos.actors.gazetteer import gazetteer
from lacos.actors.names import prominence
from lacos.actors.roles import roles
from lacos.actors.tables import all_entities, all_persons

MEMBERS = [
    "AFG", "AGO", "ALB", "AND", "ARE", "ARG", "ARM", "ATG", "AUS", "AUT", "AZE", "BDI", "BEL", "BEN", "BFA", "BGD", "BGR",
    "BHR", "BHS", "BIH", "BLR", "BLZ", "BOL", "BRA", "BRB", "BRN", "BTN", "BWA", "CAF", "CAN", "CHE", "CHL", "CHN", "CIV",
    "CMR", "COD", "COG", "COL", "COM", "CPV", "CRI", "CUB", "CYP", "CZE", "DEU", "DJI", "DMA", "DNK", "DOM", "DZA", "ECU",
    "EGY", "ERI", "ESP", "EST", "ETH", "FIN", "FJI", "FRA", "FSM", "GAB", "GBR", "GEO", "GHA", "GIN", "GMB", "GNB", "GNQ",
    "GRC", "GRD", "GTM", "GUY", "HND", "HRV", "HTI", "HUN", "IDN", "IND", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA", "JAM",
    "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY", "LCA", "LIE", "LKA",
    "LSO", "LTU", "LUX", "LVA", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL", "MKD", "MLI", "MLT", "MMR", "MNE", "MNG",
    "MOZ", "MRT", "MUS", "MWI", "MYS", "NAM", "NER", "NGA", "NIC", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN",
    "PER", "PHL", "PLW", "PNG", "POL", "PRK", "PRT", "PRY", "QAT", "ROU", "RUS", "RWA", "SAU", "SDN", "SEN", "SGP", "SLB",
    "SLE", "SLV", "SMR", "SOM", "SRB", "SSD", "STP", "SUR", "SVK", "SVN", "SWE", "SWZ", "SYC", "SYR", "TCD", "TGO", "THA",
    "TJK", "TKM", "TLS", "TON", "TTO", "TUN", "TUR", "TUV", "TZA", "UGA", "UKR", "URY", "USA", "UZB", "VCT", "VEN", "VNM",
    "VUT", "WSM", "YEM", "ZAF", "ZMB", "ZWE",
]  # fmt: skip
OTHERS = {"VAT", "PSE", "TWN", "XKX", "SUN"}
NAMED_AS_THEIR_STATE = {"SGP"}
"""Capitals that have the name of their state, so that the name says it all."""


def test_the_list_of_members_is_whole() -> None:
    assert len(MEMBERS) == len(set(MEMBERS)) == 193


def test_every_row_loads() -> None:
    assert len(all_entities()) > 20_000
    assert len(all_persons()) > 6_000
    assert len(roles()) > 200


@pytest.mark.parametrize("kind", ["name", "demonym", "capital"])
def test_every_state_has_a(kind: str) -> None:
    have = {entity.code for entity in all_entities() if entity.kind == kind}
    missing = {*MEMBERS, *OTHERS} - have
    assert missing - (NAMED_AS_THEIR_STATE if kind == "capital" else set()) == set()


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Estados Unidos", "USA"), ("EUA", "USA"), ("Rússia", "RUS"), ("Coreia do Norte", "PRK"), ("Coreia do Sul", "KOR"), ("Irã", "IRN"),
        ("Irão", "IRN"), ("Reino Unido", "GBR"), ("União Soviética", "SUN"), ("URSS", "SUN"), ("Vietnã", "VNM"), ("Vietname", "VNM"),
        ("Holanda", "NLD"), ("Países Baixos", "NLD"), ("Costa do Marfim", "CIV"), ("Timor-Leste", "TLS"), ("Moçambique", "MOZ"),
        ("Kosovo", "XKX"),
        ("Palestina", "PSE"), ("Taiwan", "TWN"), ("Vaticano", "VAT"), ("ONU", "UNO"), ("União Europeia", "EUU"), ("OTAN", "NAT"),
        ("NATO", "NAT"), ("OEA", "OAS"), ("AIEA", "IAE"), ("Mercosul", "MCS"), ("União Africana", "AFU"),
        ("Liga Árabe", "ARL"), ("OPAQ", "OPC"),
        ("OMC", "WTO"),
        ("Talibã", "TAL"),
        ("Hezbollah", "HEZ"), ("Hamas", "HAM"), ("Estado Islâmico", "ISIS"), ("Al-Qaeda", "ALQ"),
    ],
)  # fmt: skip
def test_names_have_the_codes_of_the_guide(form: str, code: str) -> None:
    (hit,) = gazetteer().find(form)
    assert (hit.start, hit.end) == (0, len(form))
    assert code in {entity.code for entity in hit.entities if entity.kind == "name"}


HEADS = [
    ("USA", "president", "1985-06-01", "Ronald Reagan"), ("USA", "president", "1995-06-01", "Bill Clinton"),
    ("USA", "president", "2003-06-01", "George W. Bush"), ("USA", "president", "2012-06-01", "Barack Obama"),
    ("USA", "president", "2017-09-01", "Donald Trump"), ("USA", "president", "2024-01-16", "Joe Biden"),
    ("BRA", "president", "1985-06-01", "José Sarney"), ("BRA", "president", "1995-06-01", "Fernando Henrique Cardoso"),
    ("BRA", "president", "2012-06-01", "Dilma Rousseff"), ("BRA", "president", "2017-09-01", "Michel Temer"),
    ("BRA", "president", "2024-01-16", "Luiz Inácio Lula da Silva"),
    ("RUS", "president", "1995-06-01", "Boris Yeltsin"), ("RUS", "president", "2003-06-01", "Vladimir Putin"),
    ("RUS", "president", "2010-06-01", "Dmitri Medvedev"), ("RUS", "prime minister", "2010-06-01", "Vladimir Putin"),
    ("RUS", "prime minister", "2024-01-16", "Mikhail Mishustin"),
    ("PRT", "president", "1995-06-01", "Mário Soares"), ("PRT", "prime minister", "1995-06-01", "Aníbal Cavaco Silva"),
    ("PRT", "president", "2017-09-01", "Marcelo Rebelo de Sousa"), ("PRT", "prime minister", "2017-09-01", "António Costa"),
    ("FRA", "president", "1985-06-01", "François Mitterrand"), ("FRA", "president", "2012-06-01", "François Hollande"),
    ("FRA", "president", "2024-01-16", "Emmanuel Macron"), ("FRA", "prime minister", "2024-01-16", "Gabriel Attal"),
    ("GBR", "prime minister", "1985-06-01", "Margaret Thatcher"), ("GBR", "prime minister", "2003-06-01", "Tony Blair"),
    ("GBR", "prime minister", "2017-09-01", "Theresa May"), ("GBR", "prime minister", "2024-01-16", "Rishi Sunak"),
    ("CHN", "president", "2003-06-01", "Hu Jintao"), ("CHN", "president", "2024-01-16", "Xi Jinping"),
    ("CHN", "prime minister", "2017-09-01", "Li Keqiang"), ("CHN", "prime minister", "2024-01-16", "Li Qiang"),
    ("KOR", "president", "2003-06-01", "Roh Moo-hyun"), ("KOR", "president", "2017-09-01", "Moon Jae-in"),
    ("KOR", "president", "2024-01-16", "Yoon Suk-yeol"),
    ("PRK", "supreme leader", "1985-06-01", "Kim Il-sung"), ("PRK", "supreme leader", "2003-06-01", "Kim Jong-il"),
    ("PRK", "supreme leader", "2017-09-01", "Kim Jong-un"),
    ("UKR", "president", "1995-06-01", "Leonid Kutchma"), ("UKR", "president", "2017-09-01", "Petro Poroshenko"),
    ("UKR", "president", "2024-01-16", "Volodimir Zelensky"), ("UKR", "prime minister", "2024-01-16", "Denis Shmihal"),
    ("ISR", "prime minister", "1995-06-01", "Yitzhak Rabin"), ("ISR", "prime minister", "2003-06-01", "Ariel Sharon"),
    ("ISR", "prime minister", "2024-01-16", "Benjamin Netanyahu"), ("ISR", "president", "2024-01-16", "Isaac Herzog"),
    ("IRN", "president", "2003-06-01", "Mohammad Khatami"), ("IRN", "president", "2017-09-01", "Hassan Rouhani"),
    ("IRN", "president", "2024-01-16", "Ebrahim Raisi"), ("IRN", "supreme leader", "2024-01-16", "Ali Khamenei"),
    ("VEN", "president", "1995-06-01", "Rafael Caldera"), ("VEN", "president", "2003-06-01", "Hugo Chávez"),
    ("VEN", "president", "2017-09-01", "Nicolás Maduro"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "office", "day", "name"), HEADS)
def test_who_held_the_office(code: str, office: str, day: str, name: str) -> None:
    when = date.fromisoformat(day)
    holders = {
        person.name
        for person in all_persons()
        for tenure in person.tenures
        if (tenure.code, tenure.office) == (code, office) and tenure.covers(when)
    }
    assert holders == {name}


def in_office(surname: str, day: str) -> set[str]:
    """Those whom a surname can mean and who act for their state on a day."""
    (hit,) = gazetteer().find(surname)
    standing = {person.name: person.standing(date.fromisoformat(day)) for person in hit.persons}
    return {name for name, (code, office, _) in standing.items() if office and "/" not in code}


@pytest.mark.parametrize(
    ("surname", "day", "name"),
    [
        ("Kim", "1990-01-01", "Kim Il-sung"),
        ("Kim", "2005-01-01", "Kim Jong-il"),
        ("Kim", "2017-01-01", "Kim Jong-un"),
        ("Bush", "1991-01-17", "George H. W. Bush"),
        ("Bush", "2003-03-20", "George W. Bush"),
    ],
)
def test_a_surname_means_who_is_in_office(surname: str, day: str, name: str) -> None:
    assert in_office(surname, day) == {name}


@pytest.mark.parametrize(("day", "name"), [("1980-01-01", "Fidel Castro"), ("2012-01-01", "Raúl Castro")])
def test_castro_means_the_brother_who_is_president(day: str, name: str) -> None:
    (hit,) = gazetteer().find("Castro")
    assert max(hit.persons, key=lambda person: prominence(person, date.fromisoformat(day))).name == name
