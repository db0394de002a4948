"""Who says what, in the constructions of real news."""

from datetime import date

import pytest

import lacos
from lacos import language
from lacos.reader import listen
from lacos.records import Document

pytestmark = pytest.mark.slow

Row = tuple[str | None, str | None, str, str]


def statements(text: str) -> list[Row]:
    """(speaker, cue, stance, content) of each statement in text order, as the rules find them, before the network weighs them."""
    document = Document(text, published=date(2018, 1, 16), language="pt")
    _, said = listen(language.load("pt")(text), document)
    return [
        (item.speaker.code if item.speaker else None, item.cue.text if item.cue else None, item.stance.value, item.content.text)
        for item in said
    ]


def attributed(text: str, trigger: str) -> set[str]:
    """Whom the event with this trigger is attributed to."""
    (event,) = [item for item in lacos.read(text, published="2018-01-16", language="pt").events if item.trigger.text == trigger]
    return {mention.code for mention in event.attributed_to}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            '"A nossa equipe chegará na próxima semana", disse o presidente da Ucrânia.',
            ("UKR", "disse", "assert", "A nossa equipe chegará na próxima semana"),
            id="direct, before the cue",
        ),
        pytest.param(
            'O presidente da Ucrânia disse: "A nossa equipe chegará na próxima semana".',
            ("UKR", "disse", "assert", "A nossa equipe chegará na próxima semana"),
            id="direct, after the cue",
        ),
        pytest.param(
            "O presidente da Turquia disse que a Rússia atacou a Ucrânia.",
            ("TUR", "disse", "assert", "a Rússia atacou a Ucrânia"),
            id="indirect",
        ),
        pytest.param(
            "Segundo a Rússia, a Ucrânia atacou uma base.", ("RUS", "Segundo", "assert", "a Ucrânia atacou uma base"), id="segundo"
        ),
        pytest.param(
            "A Ucrânia atacou uma base, segundo a Rússia.", ("RUS", "segundo", "assert", "A Ucrânia atacou uma base"), id="segundo, after"
        ),
        pytest.param(
            "De acordo com a China, os Estados Unidos enviaram navios a Taiwan.",
            ("CHN", "De acordo com", "assert", "os Estados Unidos enviaram navios a Taiwan"),
            id="de acordo com",
        ),
        pytest.param(
            "Para Putin, a Ucrânia é responsável pela crise.", ("RUS", "Para", "assert", "a Ucrânia é responsável pela crise"), id="para"
        ),
        pytest.param(
            "Ucrânia atacou base na Crimeia, diz Rússia", ("RUS", "diz", "assert", "Ucrânia atacou base na Crimeia"), id="headline"
        ),
        pytest.param("O Irã negou que tenha atacado Israel.", ("IRN", "negou", "deny", "tenha atacado Israel"), id="negar que"),
        pytest.param("O Irã negou ter atacado Israel.", ("IRN", "negou", "deny", "ter atacado Israel"), id="negar with infinitive"),
        pytest.param("A Rússia nega envolvimento no ataque.", ("RUS", "nega", "deny", "envolvimento no ataque"), id="negar with object"),
        pytest.param(
            "O presidente da França não disse que a Rússia venceu.", ("FRA", "disse", "deny", "a Rússia venceu"), id="negated cue"
        ),
        pytest.param(
            "A França condenou o ataque da Rússia à Ucrânia.", ("FRA", "condenou", "condemn", "o ataque da Rússia à Ucrânia"), id="condenar"
        ),
        pytest.param(
            "A China elogiou o acordo entre a Rússia e o Irã.",
            ("CHN", "elogiou", "support", "o acordo entre a Rússia e o Irã"),
            id="elogiar",
        ),
        pytest.param(
            "A China exigiu que os Estados Unidos retirem as tropas.",
            ("CHN", "exigiu", "demand", "os Estados Unidos retirem as tropas"),
            id="exigir",
        ),
        pytest.param("O Irã ameaçou atacar Israel.", ("IRN", "ameaçou", "threaten", "atacar Israel"), id="ameaçar"),
        pytest.param("A China prometeu que ajudará o Irã.", ("CHN", "prometeu", "promise", "ajudará o Irã"), id="prometer"),
        pytest.param(
            "O presidente da França perguntou se a Rússia retiraria as tropas.",
            ("FRA", "perguntou", "question", "a Rússia retiraria as tropas"),
            id="perguntar",
        ),
        pytest.param(
            "A Ucrânia acusou a Rússia de bombardear um hospital.",
            ("UKR", "acusou", "accuse", "bombardear um hospital"),
            id="acusar de",
        ),
        pytest.param(
            'Donald Trump: "A China não respeita os acordos que assinou."',
            ("USA", None, "assert", "A China não respeita os acordos que assinou."),
            id="a name and a colon",
        ),
    ],
)
def test_constructions(text: str, row: Row) -> None:
    assert row in statements(text)


def test_two_speakers_are_two_statements() -> None:
    text = "Os Estados Unidos e o Japão disseram que a China ameaça Taiwan."
    content = "a China ameaça Taiwan"
    assert statements(text) == [("JPN", "disseram", "assert", content), ("USA", "disseram", "assert", content)]


def test_a_cue_without_subject_goes_on_with_the_last_speaker() -> None:
    text = 'O presidente da Rússia criticou a OTAN. "Eles querem a guerra e não a paz", afirmou.'
    assert statements(text)[1] == ("RUS", "afirmou", "assert", "Eles querem a guerra e não a paz")


def test_whom_a_content_is_about() -> None:
    (said,) = lacos.read("O presidente da Turquia disse que a Rússia atacou a Ucrânia.", language="pt").statements
    assert said.about == ("RUS", "UKR")


@pytest.mark.parametrize(
    "text", ["Penso que a Rússia atacou a Ucrânia.", "A Rússia atacou a Ucrânia.", 'Leu o livro "Os Sertões" no avião.']
)
def test_no_speaker_no_statement(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        ("O presidente da Turquia disse que a Rússia atacou a Ucrânia.", "atacou", {"TUR"}),
        ("A Ucrânia atacou uma base, segundo a Rússia.", "atacou", {"RUS"}),
        ("Os Estados Unidos e o Japão disseram que a China atacou Taiwan.", "atacou", {"USA", "JPN"}),
        ("A França condenou o ataque da Rússia à Ucrânia.", "ataque", set()),  # presupposed, not asserted
        ("A França condenou o ataque da Rússia à Ucrânia.", "condenou", set()),
        ("O Irã negou ter atacado Israel.", "atacado", {"IRN"}),
        ("A Rússia atacou a Ucrânia.", "atacou", set()),
    ],
)
def test_events_in_a_content_are_its_speakers_word(text: str, trigger: str, speakers: set[str]) -> None:
    assert attributed(text, trigger) == speakers


def test_a_speakers_own_act_of_speech_is_no_hearsay() -> None:
    assert attributed("O presidente da Turquia disse que a Turquia condena a Rússia.", "condena") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Questionado, o ministro saiu sem falar.",
        "O tribunal aceitará o pedido se entender que houve crime.",
        "O TRF4 negou o recurso do ex-presidente Lula.",
        "Para completar, a Rússia fechou o espaço aéreo.",
    ],
)
def test_what_only_looks_like_a_statement(text: str) -> None:
    assert lacos.read(text, published="2018-01-24").statements == ()


def test_somebody_unknown_is_a_citizen_where_the_document_is_on_one_state() -> None:
    text = "O Brasil discute a reforma. Uma moradora disse que o governo brasileiro errou."
    assert ("BRA/CVL", "disse", "assert") in {row[:3] for row in statements(text)}
