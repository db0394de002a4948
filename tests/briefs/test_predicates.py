from pathlib import Path

import pytest

from lacos.briefs.clauses import Aspect, predication, shape
from lacos.briefs.errors import PredicateError
from lacos.briefs.persons import offices
from lacos.briefs.predicates import DATA, Pattern, predicate, predicates
from lacos.briefs.speech import SLOT, Speech
from lacos.events.ontology import ontology
from lacos.messages import LANGUAGES
from lacos.records import EventType

EVERY = [one for some in predicates().values() for one in some]
SHAPES = {"toward": (["USA"], ["RUS"]), "alone": (["PRK"], []), "together": (["RUS", "USA"], []), "befalls": ([], ["PRK"])}


def test_every_type_and_mode_of_plover_has_words() -> None:
    assert {(info.type, mode) for info in ontology().values() for mode in (None, *info.modes)} == set(predicates())


def test_the_trigger_and_the_words_beside_it_choose_the_words() -> None:
    said = [
        predicate(EventType.MOBILIZE, "weapons", lemma, beside).patterns["pt"].alone
        for lemma, beside in (("lançar", {"míssil"}), ("teste", {"nuclear"}), ("testar", set()), ("exibir", set()))
    ]
    assert said == ["lançar ao menos um míssil", "realizar ao menos um teste nuclear", "testar armas", "mobilizar armas"]


def test_what_a_cell_leaves_out_is_made_of_what_it_has() -> None:
    praise = predicate(EventType.SUPPORT, None, "elogiar", ()).patterns["pt"]
    assert praise == Pattern("elogiar []", "fazer elogios", "fazer elogios", "ser ~elogiar")
    assert predicate(EventType.SANCTION, None, "sanção", ()).patterns["en"].alone == "impose sanctions"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", SHAPES)
def test_every_predicate_can_be_said_of_every_shape_and_aspect(language: str, form: str) -> None:
    speech, (actors, recipients) = Speech(language), SHAPES[form]
    for one in EVERY:
        phrase = shape(one.patterns[language], actors, recipients)
        for aspect in Aspect:
            said = predication(speech, phrase, actors or recipients, aspect)
            assert "~" not in said, one.source
            assert "{" not in said, one.source
            assert "  " not in said, one.source
            assert bool(SLOT.search(said)) <= (form == "toward"), one.source


@pytest.mark.parametrize(
    ("language", "phrase", "subject", "aspect", "said"),
    [
        ("pt", "ser ~acusar", ["RUS"], Aspect.OCCURRED, "foi acusada"),
        ("pt", "ser ~acusar", ["USA"], Aspect.OCCURRED, "foram acusados"),
        ("pt", "se reunir [com]", ["RUS", "CHN"], Aspect.ALLEGED, "teriam se reunido [com]"),
        ("pt", "impor sanções [a]", ["RUS"], Aspect.ONGOING, "impunha sanções [a]"),
        ("pt", "impor sanções [a]", ["USA"], Aspect.DISOWNED, "negam ter imposto sanções [a]"),
        ("pt", "suspender testes de armas", ["PRK"], Aspect.ALLEGED, "teria suspendido testes de armas"),
        ("pt", "fazer uma visita [a]", ["PRK"], Aspect.NEGATED, "não fez uma visita [a]"),
        ("en", "be ~accuse", ["RUS"], Aspect.NEGATED, "was not accused"),
        ("en", "be ~spy on", ["RUS"], Aspect.HYPOTHETICAL, "might be spied on"),
        ("en", "hold talks [with]", ["RUS", "CHN"], Aspect.ONGOING, "were holding talks [with]"),
        ("en", "break off relations [with]", ["RUS"], Aspect.ALLEGED, "is said to have broken off relations [with]"),
    ],
)
def test_verbs_agree_and_say_their_status(language: str, phrase: str, subject: list[str], aspect: Aspect, said: str) -> None:
    assert predication(Speech(language), phrase, subject, aspect) == said


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("AGREE\tnever\t\t\ta []\tb\tc []\td", "line 2: PLOVER has no AGREE never"),
        ("MURDER\t\t\t\ta []\tb\tc []\td", "line 2: PLOVER has no MURDER"),
        ("AGREE\t\t\t\ta [] [com]\tb\tc []\td", "line 2: 'a [] [com]' and 'b'"),
        ("AGREE\t\t\t\ta []\tb\tc []\td", "no row says CONSULT without a mode"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, row: str, wrong: str) -> None:
    table = tmp_path / "predicates.tsv"
    table.write_text(f"type\tmode\ttrigger\tnear\tpt\tpt_passive\ten\ten_passive\n{row}\n", "utf8")
    with pytest.raises(PredicateError) as refused:
        predicates(table)
    assert wrong in str(refused.value)


def test_an_office_without_words_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "offices.tsv"
    table.write_text("office\tpt\ten\npresident\tpresidia []\t\n", "utf8")
    with pytest.raises(PredicateError, match="line 2: 'president' has no words"):
        offices(table)


def test_our_tables_have_no_word_twice_for_one_meaning() -> None:
    """Of two rows that hold for the same triggers and words, the second would never be said."""
    lines = [line.split("\t")[:4] for line in (DATA / "predicates.tsv").read_text("utf8").splitlines() if line and line[0] != "#"]
    said = [(type, mode, lemma, word) for type, mode, lemmas, near in lines for lemma in lemmas.split(",") for word in near.split(",")]
    assert sorted(said) == sorted(set(said))
