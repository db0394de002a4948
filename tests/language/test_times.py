"""Time expressions of Portuguese and their TIMEX3 values, one example a construction. Published on Wednesday 13 September 2017."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from lacos.language import times
from lacos.language.times import moments
from lacos.language.times.numbers import number, roman
from lacos.language.times.rules import RULES

PUBLISHED = date(2017, 9, 13)


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(item.words, item.value, item.type) for item in times.expressions(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("O acordo é de 12 de setembro de 2015.", "12 de setembro de 2015", "2015-09-12"),
        ("Chegou em 12 de Agosto.", "12 de Agosto", "2017-08-12"),
        ("Falou em 12/8.", "12/8", "2017-08-12"),
        ("Lisboa, 12.9.2016", "12.9.2016", "2016-09-12"),
        ("Houve greve no 1º de maio.", "1º de maio", "2017-05-01"),
        ("Falou nesta terça-feira (12).", "nesta terça-feira (12)", "2017-09-12"),
        ("Falou na terça-feira, 12, em Madri.", "terça-feira, 12", "2017-09-12"),
        ("Caiu na segunda-feira, 4 de setembro, em Lima.", "segunda-feira, 4 de setembro", "2017-09-04"),
        ("Caiu na última sexta.", "última sexta", "2017-09-08"),
        ("Volta na próxima segunda.", "próxima segunda", "2017-09-18"),
        ("Reuniram-se no domingo.", "domingo", "2017-09-10"),
        ("Reuniram-se na sexta-feira passada.", "sexta-feira passada", "2017-09-08"),
        ("Caiu no último dia 4.", "último dia 4", "2017-09-04"),
        ("Chegou anteontem.", "anteontem", "2017-09-11"),
        ("Chegou ante-ontem.", "ante-ontem", "2017-09-11"),
        ("Há três dias, choveu.", "Há três dias", "2017-09-10"),
        ("Choveu vinte e um dias atrás.", "vinte e um dias atrás", "2017-08-23"),
        ("Há dezasseis anos era assim.", "Há dezasseis anos", "2001"),
        ("O plano é do mês passado.", "mês passado", "2017-08"),
        ("Esteve aqui na semana passada.", "semana passada", "2017-W36"),
        ("Vem no ano que vem.", "ano que vem", "2018"),
        ("Choveu no fim de semana.", "fim de semana", "2017-W36-WE"),
        ("Em maio do ano passado, caiu.", "maio do ano passado", "2016-05"),
        ("Acaba no início de 2018.", "início de 2018", "2018"),
        ("Cresceu no primeiro semestre de 2016.", "primeiro semestre de 2016", "2016-H1"),
        ("Cresceu no terceiro trimestre deste ano.", "terceiro trimestre deste ano", "2017-Q3"),
        ("Foi no verão de 2014.", "verão de 2014", "2014-SU"),
        ("Foi assim nos anos 90.", "anos 90", "199"),
        ("Foi assim nos anos sessenta.", "anos sessenta", "196"),
        ("A década de 1980 foi dura.", "década de 1980", "198"),
        ("O século XX acabou.", "século XX", "19"),
        ("Estamos no século vinte e um.", "século vinte e um", "20"),
        ("Vivem ali desde 1948.", "1948", "1948"),
        ("Chegaram em 1500.", "1500", "1500"),
        ("Viveu no exílio (1964-1979).", "1964-1979", "1964/1979"),
        ("Lutou entre 2003 e 2011.", "2003 e 2011", "2003/2011"),
        ("Governou de 2003 a 2011.", "2003 a 2011", "2003/2011"),
        ("A cúpula é em 12 e 13 de maio.", "12 e 13 de maio", "2017-05-12/2017-05-13"),
        ("De 28 de agosto a 3 de setembro, marcharam.", "28 de agosto a 3 de setembro", "2017-08-28/2017-09-03"),
        ("Na Páscoa de 2016, rezou.", "Páscoa de 2016", "2016-03-27"),
        ("Volta no Natal.", "Natal", "2016-12-25"),
        ("Lembraram os atentados de 11 de setembro.", "atentados de 11 de setembro", "2001-09-11"),
    ],
)
def test_dates(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, "DATE")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A sessão começa às 14h30.", [("14h30", "T14:30", "TIME")]),
        ("A sessão começa às 15:00.", [("15:00", "T15:00", "TIME")]),
        ("Acordaram às três da manhã.", [("três da manhã", "T03:00", "TIME")]),
        ("Almoçam à uma da tarde.", [("uma da tarde", "T13:00", "TIME")]),
        ("Abre das 9h às 18h.", [("9h às 18h", "T09:00/T18:00", "TIME")]),
        ("Falou na noite de ontem.", [("noite de ontem", "2017-09-12TNI", "TIME")]),
        ("Falou ontem à noite.", [("ontem à noite", "2017-09-12TNI", "TIME")]),
        ("Às 8h de ontem, falou.", [("8h", "2017-09-12T08:00", "TIME"), ("ontem", "2017-09-12", "DATE")]),
    ],
)
def test_hours_and_parts_of_a_day(text: str, found: list[tuple[str, str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("Lutaram por três anos.", "três anos", "P3Y", "DURATION"),
        ("Esperou cerca de duas horas.", "cerca de duas horas", "PT2H", "DURATION"),
        ("Foi condenado a dois anos e um mês.", "dois anos e um mês", "P2Y1M", "DURATION"),
        ("Cresceu nos últimos cinco anos.", "últimos cinco anos", "P5Y", "DURATION"),
        ("Reza todos os dias.", "todos os dias", "P1D", "SET"),
        ("Reúnem-se anualmente.", "anualmente", "P1Y", "SET"),
        ("Reza aos domingos.", "aos domingos", "XXXX-WXX-7", "SET"),
        ("Abre de segunda a sexta-feira.", "segunda a sexta-feira", "XXXX-WXX-1/XXXX-WXX-5", "SET"),
    ],
)
def test_durations_and_sets_are_no_dates(text: str, words: str, value: str, kind: str) -> None:
    assert values(text) == [(words, value, kind)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A guerra acabou em 3 de março de 2011. Três dias depois, choveu.", "Três dias depois", "2011-03-06"),
        ("Falou em 3 de março de 2011. Na véspera, calou-se.", "véspera", "2011-03-02"),
        ("Falou em 3 de março de 2011. No dia seguinte, partiu.", "dia seguinte", "2011-03-04"),
        ("Caiu em 1988. No ano anterior, subira.", "ano anterior", "1987"),
        ("Falou em 9 de maio de 2016. Na ocasião, riu.", "Na ocasião", "2016-05-09"),
        ("Falou em 9 de maio de 2016. Naquele mês, choveu.", "Naquele mês", "2016-05"),
    ],
)
def test_what_is_counted_from_a_time_told_before(text: str, words: str, value: str) -> None:
    assert (words, value, "DATE") in values(text)


def test_a_time_before_something_else_is_not_counted_from_the_time_told() -> None:
    assert ("três dias depois", "FUTURE_REF", "DATE") in values("Falou em 9 de maio. Partiu três dias depois da guerra.")


@pytest.mark.parametrize(
    "text",
    [
        "A segunda fase e a quarta reunião.",
        "A Segunda Turma decidiu na quinta instância.",
        "Vieram 2000 pessoas, mais de 1500 soldados.",
        "Custa US$ 2016 ou 2017,50 euros.",
        "Mora na Rua 25 de Março.",
        "João, 41 anos, e Ana, de 38 anos.",
        "Dois terços, 2/3 dos votos.",
        "Vive em Natal.",
    ],
)
def test_no_times(text: str) -> None:
    assert values(text) == []


def test_what_is_still_to_come() -> None:
    (found,) = times.expressions("Encontram-se na sexta-feira.", PUBLISHED)
    assert (found.value, found.ahead) == ("2017-09-08", "2017-09-15")


def test_a_day_without_year_may_come_soon() -> None:
    (found,) = times.expressions("A reunião de 15 de outubro", PUBLISHED)
    assert (found.value, found.behind) == ("2017-10-15", "2016-10-15")


def test_without_a_day_of_publication_the_dateline_counts_and_is_named() -> None:
    text = "LUANDA, 3 de março de 2011 - O ministro chegou ontem."
    assert values(text, None)[-1] == ("ontem", "2011-03-02", "DATE")
    assert times.expressions(text)[-1].because == "«ontem» counted from «3 de março de 2011» in the text"


def test_without_any_day_the_value_is_open() -> None:
    assert values("Chegou ontem, voltou em maio.", None) == [("ontem", "XXXX-XX-XX", "DATE"), ("maio", "XXXX-05", "DATE")]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2017-09-12T14:30", "2017-09-12"),
        ("2017-W36", "2017-09"),
        ("2017-W39-WE", "2017-09"),
        ("2016-H1", "2016"),
        ("199", None),
        ("P3Y", None),
        ("2003/2011", None),
        ("XXXX-05", None),
        ("PAST_REF", None),
    ],
)
def test_values_as_dates_of_records(value: str, iso: str | None) -> None:
    assert times.iso(value) == iso


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2008, "03-23"), (2011, "04-24"), (2017, "04-16"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert moments.easter(year).isoformat() == f"{year}-{day}"


def test_numbers_in_words() -> None:
    table = {"mil": 1000, "novecentos": 900, "dois": 2, "vinte": 20, "um": 1}
    assert [number(words, table) for words in ("mil novecentos e dois", "vinte e um", "dois mil", "1.200")] == [1902, 21, 2000, 1200]
    assert [roman(figures) for figures in ("XX", "XIX", "iv")] == [20, 19, 4]


def test_every_rule_of_the_forms_is_there_and_every_rule_has_forms() -> None:
    forms = tomllib.loads((Path(times.__file__).parents[1] / "pt" / "times.toml").read_text("utf8"))["patterns"]
    assert {group["rule"] for group in forms} == set(RULES)


@pytest.mark.parametrize(
    "text", ["Há 9.999.999 dias.", "No século 9.999.", "No dia 31 do mês passado, de 99/99.", "Há 9.999 séculos.", "Em 30/2."]
)
@pytest.mark.parametrize("published", [None, PUBLISHED, date(1, 1, 1)])
def test_times_that_the_calendar_does_not_have_are_no_dates(text: str, published: date | None) -> None:
    assert not any(times.iso(value) for _, value, _ in values(text, published) if value != "2017-08-31")
