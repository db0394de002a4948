"""Names in sentences: articles, contractions, rows and agreement, for every actor of the tables."""

import re

import pytest

from lacos.actors.naming import names_in, naming
from lacos.actors.territories import territories
from lacos.briefs.grammar import Gender, GrammarError, Name, Number, Tense, en, grammar, pt

PT, EN = names_in("pt"), names_in("en")
PARTS = [f"{code}/{sector}" for code in territories() for sector in ("MED", "MIL", "OPP", "REB")]
UNFUSED = re.compile(r"\b(de|em|por|a) (o|a|os|as) ", re.IGNORECASE)
TWICE = re.compile(r"\b([ao]s?|[dn][ao]s?|aos?|às?|pel[ao]s?|the) (o|a|os|as|the) ", re.IGNORECASE)


@pytest.mark.parametrize("preposition", ["de", "em", "a", "por", "com", "contra", "em relação a"])
def test_no_name_is_left_with_an_unfused_or_double_article(preposition: str) -> None:
    phrases = [pt.contract(preposition, naming(code, "pt")) for code in (*PT, *PARTS)]
    assert not [phrase for phrase in phrases if UNFUSED.search(f"{phrase.removeprefix('em relação ')} ") or TWICE.search(phrase)]
    assert len(set(phrases)) == len(phrases) == len(PT) + len(PARTS)


def test_no_english_name_has_two_articles() -> None:
    phrases = [en.contract("of", naming(code, "en")) for code in (*EN, *PARTS)]
    assert not [phrase for phrase in phrases if TWICE.search(phrase)]


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("RUS", "a Rússia, da Rússia, na Rússia, à Rússia, pela Rússia, com a Rússia"),
        ("BRA", "o Brasil, do Brasil, no Brasil, ao Brasil, pelo Brasil, com o Brasil"),
        (
            "USA",
            "os Estados Unidos, dos Estados Unidos, nos Estados Unidos, aos Estados Unidos, pelos Estados Unidos, com os Estados Unidos",
        ),
        ("PHL", "as Filipinas, das Filipinas, nas Filipinas, às Filipinas, pelas Filipinas, com as Filipinas"),
        ("CUB", "Cuba, de Cuba, em Cuba, a Cuba, por Cuba, com Cuba"),
        (
            "SYR/REB",
            "rebeldes da Síria, de rebeldes da Síria, em rebeldes da Síria, "
            "a rebeldes da Síria, por rebeldes da Síria, com rebeldes da Síria",
        ),
    ],
)
def test_portuguese_contractions(code: str, forms: str) -> None:
    name = naming(code, "pt")
    assert [pt.with_article(name), *(pt.contract(one, name) for one in ("de", "em", "a", "por", "com"))] == forms.split(", ")


def test_prepositions_of_several_words_fuse_too() -> None:
    assert pt.contract("em relação a", naming("USA", "pt")) == "em relação aos Estados Unidos"
    assert pt.contract("diante de", naming("CUB", "pt")) == "diante de Cuba"


@pytest.mark.parametrize("code", sorted(territories()))
def test_a_state_agrees_with_its_adjective_and_with_a_participle(code: str) -> None:
    name = naming(code, "pt")
    for gender in Gender:
        for number in Number:
            if masculine := name.adjective():
                assert pt.adjective(masculine, gender, number) == name.adjective(gender, number)
    said = {
        (Gender.MASCULINE, Number.SINGULAR): "foi acusado",
        (Gender.FEMININE, Number.SINGULAR): "foi acusada",
        (Gender.MASCULINE, Number.PLURAL): "foram acusados",
        (Gender.FEMININE, Number.PLURAL): "foram acusadas",
    }[name.gender, name.number]
    gender, number = pt.agreement([name])
    assert f"{pt.conjugate('ser', Tense.PAST, number)} {pt.participle('acusar', gender, number)}" == said


def test_names_in_a_row() -> None:
    codes = ["RUS", "USA", "CUB"]
    portuguese, english = ([naming(code, language) for code in codes] for language in ("pt", "en"))
    assert pt.joined(portuguese) == "a Rússia, os Estados Unidos e Cuba"
    assert pt.joined(portuguese, "de") == "da Rússia, dos Estados Unidos e de Cuba"
    assert pt.joined(portuguese[:2], "por") == "pela Rússia e pelos Estados Unidos"
    assert pt.joined(portuguese[2:]) == "Cuba"
    assert en.joined(english) == "Russia, the United States and Cuba"
    assert en.joined(english[:2], "by") == "by Russia and the United States"


def test_several_subjects_are_plural_and_feminine_only_if_all_are() -> None:
    russia, china, brazil, states = (naming(code, "pt") for code in ("RUS", "CHN", "BRA", "USA"))
    assert pt.agreement([russia, china]) == (Gender.FEMININE, Number.PLURAL)
    assert pt.agreement([russia, brazil]) == (Gender.MASCULINE, Number.PLURAL)
    assert pt.agreement([states]) == (Gender.MASCULINE, Number.PLURAL)
    assert en.agreement([naming("USA", "en")])[1] is Number.SINGULAR
    assert en.agreement([naming("TAL", "en")])[1] is Number.PLURAL


def test_what_is_somebodys() -> None:
    government, sanctions = Name("governo"), Name("sanções", Gender.FEMININE, Number.PLURAL)
    assert pt.possessive(naming("USA", "pt"), government) == "o governo dos Estados Unidos"
    assert pt.possessive(naming("CUB", "pt"), sanctions) == "as sanções de Cuba"
    owners = [en.possessive(naming(code, "en"), Name("threat")) for code in ("RUS", "USA", "CYP", "TAL", "SYR/REB")]
    assert owners == ["Russia's threat", "the United States' threat", "Cyprus's threat", "the Taliban's threat", "Syrian rebels' threat"]


def test_things_not_yet_spoken_of() -> None:
    assert pt.indefinite(Name("acordo")) == "um acordo"
    assert pt.indefinite(Name("sanção", Gender.FEMININE)) == "uma sanção"
    assert pt.indefinite(Name("sanções", Gender.FEMININE, Number.PLURAL)) == "sanções"
    assert en.indefinite(Name("talks", number=Number.PLURAL)) == "talks"


@pytest.mark.parametrize(
    "phrase",
    [
        *("an embargo", "a sanction", "an Iranian test", "a Ukrainian offer", "a Ugandan plan", "an Uzbek plan", "a European state"),
        *("a US strike", "an EU official", "a UN mission", "an NGO", "an MP", "a NATO ally", "an OPEC member", "a G7 summit"),
        *("an hour", "an honest broker", "a one-day visit", "an 8-day visit", "a union", "an uprising", "an unidentified group"),
    ],
)
def test_a_or_an(phrase: str) -> None:
    assert en.indefinite(Name(phrase.partition(" ")[2])) == phrase


@pytest.mark.parametrize(
    "forms",
    [
        *("militar militar militares militares", "comum comum comuns comuns", "nuclear nuclear nucleares nucleares"),
        *("difícil difícil difíceis difíceis", "cruel cruel cruéis cruéis"),
        *("comercial comercial comerciais comerciais", "hostil hostil hostis hostis", "possível possível possíveis possíveis"),
        *("europeu europeia europeus europeias", "francês francesa franceses francesas", "agressor agressora agressores agressoras"),
        *("maior maior maiores maiores", "simples simples simples simples", "alemão alemã alemães alemãs", "capaz capaz capazes capazes"),
    ],
)
def test_adjectives_agree(forms: str) -> None:
    masculine = forms.split()[0]
    assert [pt.adjective(masculine, gender, number) for number in Number for gender in Gender] == forms.split()


def test_nothing_and_no_language_are_refused() -> None:
    for language in ("pt", "en"):
        with pytest.raises(GrammarError, match="give one phrase at least"):
            grammar(language).joined([])
        with pytest.raises(GrammarError, match="give one at least"):
            grammar(language).agreement([])
    with pytest.raises(GrammarError, match="'fr': choose one of pt, en"):
        grammar("fr")
