"""Where events take place: the phrases that say so, the table of places, and what is no place."""

import time
from pathlib import Path

import pytest

import lacos
from lacos.actors.tables import states
from lacos.events import atlas
from lacos.events.atlas import find
from lacos.records import Event, Place
from lacos.tables import TableError


def event(text: str, trigger: str) -> Event:
    """The one event with this trigger."""
    reading = lacos.read(text, published="2024-01-16", language="pt")
    (found,) = [item for item in reading.events if item.trigger.text == trigger]
    return found


def place(text: str, trigger: str) -> tuple[str, str | None] | None:
    found = event(text, trigger).place
    return (found.name, found.code) if found else None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        pytest.param("Os chanceleres da Rússia e da Turquia se reuniram em Genebra.", "reuniram", ("Genebra", "CHE"), id="city"),
        pytest.param("Em Genebra, os chanceleres da Rússia e da Turquia se reuniram.", "reuniram", ("Genebra", "CHE"), id="fronted"),
        pytest.param("O ataque russo ocorreu perto de Alepo, no norte da Síria.", "ataque", ("Aleppo", "SYR"), id="perto de"),
        pytest.param("Israel bombardeou uma base no norte da Síria.", "bombardeou", ("Síria", "SYR"), id="no norte de"),
        pytest.param("O encontro entre Putin e Erdogan foi realizado na cidade de Sochi.", "encontro", ("Sochi", "RUS"), id="na cidade de"),
        pytest.param("Um bombardeio dos EUA nos arredores de Damasco matou dez.", "bombardeio", ("Damasco", "SYR"), id="arredores"),
        pytest.param("O exército do Irã atacou rebeldes na fronteira com o Iraque.", "atacou", ("Iraque", "IRQ"), id="fronteira com"),
        pytest.param("O exército turco atacou os curdos em território sírio.", "atacou", ("Síria", "SYR"), id="adjective of origin"),
        pytest.param("A Coreia do Norte fez um teste nuclear em Punggye-ri.", "teste", ("Punggye-ri", "PRK"), id="light verb"),
        pytest.param("A reunião da Rússia com o Japão, realizada em Viena, acabou.", "reunião", ("Viena", "AUT"), id="participle"),
        pytest.param("A Rússia se reuniu com o Japão em um hotel de Viena.", "reuniu", ("Viena", "AUT"), id="building"),
        pytest.param("Os presidentes da França e da China se reuniram no Kremlin.", "reuniram", ("Kremlin", "RUS"), id="in a seat"),
        pytest.param("O presidente da França visitou Moscou.", "visitou", ("Moscou", "RUS"), id="visited"),
        pytest.param("A Rússia bombardeou Idlib.", "bombardeou", ("Idlib", "SYR"), id="attacked town"),
        pytest.param("O Brasil e o Paraguai negociaram em Registro (SP).", "negociaram", ("Registro", "BRA"), id="not in the table"),
        pytest.param("Israel e a China negociaram em Tashkurgan, na China.", "negociaram", ("Tashkurgan", "CHN"), id="with its state"),
        pytest.param("A frota russa se reuniu com a chinesa no Mar do Japão.", "reuniu", ("Mar do Japão", None), id="sea"),
    ],
)
def test_where(text: str, trigger: str, where: tuple[str, str | None]) -> None:
    assert place(text, trigger) == where


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("Moscou criticou Washington.", "criticou", id="seats as actors"),
        pytest.param("A Rússia atacou a Síria.", "atacou", id="states as sides"),
        pytest.param("O embaixador do Irã em Pequim criticou os EUA.", "criticou", id="where an actor lives"),
        pytest.param("Os EUA condenaram o ataque de Israel em Gaza.", "condenaram", id="where another event was"),
        pytest.param("A Rússia condenou em 2017 o ataque da Turquia.", "condenou", id="a year"),
    ],
)
def test_nowhere(text: str, trigger: str) -> None:
    assert place(text, trigger) is None


@pytest.mark.slow
def test_the_place_belongs_to_the_event_named_before_it() -> None:
    assert place("Os EUA condenaram o ataque de Israel em Gaza.", "ataque") == ("Faixa de Gaza", "PSE")


@pytest.mark.slow
def test_namesakes() -> None:
    assert place("Israel atacou posições em Trípoli, no Líbano.", "atacou") == ("Trípoli", "LBN")
    assert place("O governo da Líbia prendeu manifestantes em Trípoli.", "prendeu") == ("Trípoli", "LBY")
    assert place("A França reuniu-se com a Itália em Barcelona.", "reuniu-se") == ("Barcelona", "ESP")


@pytest.mark.slow
def test_a_place_shows_its_evidence() -> None:
    text = "Os chanceleres da Rússia e da Turquia se reuniram em Genebra."
    found = event(text, "reuniram").place
    assert found is not None
    assert (found.span.start, found.span.end, found.span.text) == (text.index("Genebra"), text.index("Genebra") + 7, "Genebra")
    assert (found.kind, found.latitude, found.longitude) == ("city", 46.2, 6.15)
    assert found.because.startswith("«Genebra» (places.tsv, line ")


@pytest.mark.slow
def test_json_and_back() -> None:
    found = event("A Rússia bombardeou Idlib, na Síria.", "bombardeou")
    assert found.place is not None
    assert Place.from_json(found.place.to_json(), found.trigger.document) == found.place
    assert Event.from_json(found.to_json(), found.trigger.document) == found


def test_names_as_both_shores_write_them() -> None:
    for one, other in [
        ("Moscou", "Moscovo"),
        ("Nova York", "Nova Iorque"),
        ("Teerã", "Teerão"),
        ("Salônica", "Salónica"),
        ("Bogotá", "Bogota"),
    ]:
        assert find(one)[0] == find(other)[0], (one, other)


def test_accents_are_not_added_and_capitals_are_kept() -> None:
    assert find("França") == ()
    assert find("faro") == ()
    assert find("península coreana")


def test_the_table_covers_the_world() -> None:
    known = {place for named in atlas.atlas().values() for _, place in named}
    assert len(known) >= 3000
    gone = {"CSK", "DDR", "SCG", "SUN", "YUG"}
    without_capital = {"GIB", "IOT", "MAC"}
    assert states() - {place.code for place in known if place.kind == "capital"} - gone == without_capital
    assert {place.code for place in known if place.code} <= states()
    assert atlas.DATA.stat().st_size < 400_000


def test_every_name_has_one_best_known_bearer() -> None:
    for form, named in atlas.atlas().items():
        assert len(named) == 1 or len({place.source for _, place in named if not place.lesser}) == 1, form


def test_loading_takes_a_fraction_of_a_second() -> None:
    atlas.atlas.cache_clear()
    started = time.process_time()  # of this process alone: tests run beside others
    atlas.atlas()
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Quixote\t\tESP\t40\t-3\tvillage\t", "line 2: kind 'village' is none of capital, city"),
        ("Quixote\t\tSpain\t40\t-3\tcity\t", "line 2: 'Spain' is no code of a state"),
        ("Quixote\t\tESP\t140\t-3\tcity\t", "line 2: 140.0, -3.0 is nowhere on earth"),
        ("Quixote\t\tESP\tnorth\t-3\tcity\t", "line 2: could not convert"),
        ("Quixote\t\tESP\t40\t-3\tcity\tsmall", "line 2: note 'small' is none of"),
    ],
)
def test_a_wrong_row_is_told(tmp_path: Path, row: str, message: str) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(f"name\tvariants\tcode\tlatitude\tlongitude\tkind\tnote\n{row}\n", "utf8")
    with pytest.raises(TableError, match=message):
        atlas.atlas(table)
