"""Which wires texts are credited to."""

import re
import time
import tomllib

import pytest

from lacos.ledger.wires import DATA, wires
from lacos.records import Document

FILLER = "O chanceler chegou ontem à capital e falou com os jornalistas no aeroporto. "
LINE = re.compile(r"# e\.g\. (?P<text>.*)")


def examples() -> list[tuple[str, str, int]]:
    """The examples of the table with the place that their pattern has, and how manieth pattern of that place it is."""
    found: list[tuple[str, str, int]] = []
    place, seen, beneath = "", {"head": -1, "tail": -1}, False
    for line in DATA.read_text("utf8").splitlines():
        if line == "[[credits.patterns]]":
            beneath = True
        elif beneath and line.startswith("place = "):
            place = line.split('"')[1]
            seen[place] += 1
        elif beneath and (match := LINE.fullmatch(line)):
            found.append((place, match["text"], seen[place]))
    return found


@pytest.mark.parametrize(("place", "text", "number"), examples())
def test_an_example_matches_its_pattern(place: str, text: str, number: int) -> None:
    """As a text begins or ends with it, on a line of its own."""
    whole = f"{text}\n{FILLER * 6}" if place == "head" else f"{FILLER * 6}\n{text}"
    pattern, wire = getattr(wires(), place)[number]
    edge = whole[:300] if place == "head" else whole[-300:]
    match = pattern.search(edge)
    assert match
    credited = wires().of(Document(whole))
    if wire:
        assert wire in credited
    else:
        named = {wires().forms[name] for name in wires().names.findall(match["names"])}
        assert named
        assert named - wires().unnamed <= set(credited)


def test_every_pattern_has_an_example() -> None:
    some = wires()
    assert {(place, number) for place, _, number in examples()} == {
        (place, number) for place in ("head", "tail") for number in range(len(getattr(some, place)))
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("MOSCOU (Reuters) - O Kremlin negou a notícia.", ("reuters",)),
        ("Pequim, 3 set (EFE).- O governo chinês pediu calma.", ("efe",)),
        ("O embaixador partiu ontem. (Com AFP e EFE)", ("afp", "efe")),
        ("O governo reuniu-se ontem.\nLusa/Fim", ("lusa",)),
        ("O governo reuniu-se ontem.\nCom agências", ()),
    ],
)
def test_credits_are_found(text: str, codes: tuple[str, ...]) -> None:
    assert wires().of(Document(text)) == codes


@pytest.mark.parametrize(
    "text",
    [
        "O ministro disse à Reuters que a Rússia não atacará.",
        "Segundo a KCNA, o líder norte-coreano visitou uma fábrica de mísseis.",
        "Em entrevista à Lusa, o embaixador de Angola elogiou Portugal.",
        "O teste falhou, informou a agência estatal Xinhua.",
        "A agência de notícias russa Tass citou o chanceler: “Não houve ataque”.",
        "Um fotógrafo da AFP viu os tanques na fronteira.",
        "O presidente chegou a Pequim. Foto: AFP",
        "A AP é a maior agência dos Estados Unidos, e a Reuters, a do Reino Unido.",
        "O Diário do Povo e a Xinhua publicaram o discurso na íntegra.",
        "“Estamos prontos”, afirmou o general à BBC.",
    ],
)
@pytest.mark.parametrize("place", ["alone", "head", "tail"])
def test_citations_are_no_credits(text: str, place: str) -> None:
    whole = {"alone": text, "head": f"{text} {FILLER * 6}", "tail": f"{FILLER * 6}{text}"}[place]
    assert wires().of(Document(whole)) == ()


def test_a_wires_own_pages_are_its_own() -> None:
    assert wires().of(Document(FILLER, url="https://www.lusa.pt/article/1")) == ("lusa",)
    assert wires().of(Document(FILLER, url="https://lusa.pt.example/article/1")) == ()
    assert wires().of(Document(FILLER, url="http://[::1")) == ()


def test_a_byline_credits() -> None:
    assert wires().of(Document(FILLER, author="Reuters")) == ("reuters",)
    assert wires().of(Document(FILLER, author="Maria de Souza")) == ()


def test_forms_and_codes_are_used_once() -> None:
    data = tomllib.loads(DATA.read_text("utf8"))["wire"]
    forms = [form for wire in data for form in wire["forms"]]
    assert sorted(forms) == sorted(set(forms))
    codes = [wire["code"] for wire in data]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("text", ["(" * 5_000, "Por A" * 2_000, "A B C / " * 1_000, "com " * 2_000, "A. " * 3_000])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    wires().of(Document(text))
    assert time.process_time() - start < 0.5
