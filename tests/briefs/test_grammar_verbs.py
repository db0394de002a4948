"""Verbs in the third person: by rule, by the tables, and against every verb of the treebanks."""

import lzma
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lacos.briefs.grammar import Gender, Grammar, GrammarError, Number, Tense, en, pt
from lacos.tables import rows

DATA = Path(pt.__file__).parent / "data"
TREEBANKS = Path(__file__).parents[3] / "shared" / "data" / "ud"
SINGULAR, PLURAL = Number.SINGULAR, Number.PLURAL
SIMPLE = [Tense.PRESENT, Tense.PAST, Tense.IMPERFECT, Tense.FORMAL_FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE, Tense.PAST_SUBJUNCTIVE]


@pytest.mark.parametrize(
    ("verb", "singular", "plural"),
    [
        ("acusar", "acusa acusou acusava acusará acusaria acuse acusasse", "acusam acusaram acusavam acusarão acusariam acusem acusassem"),
        ("ceder", "cede cedeu cedia cederá cederia ceda cedesse", "cedem cederam cediam cederão cederiam cedam cedessem"),
        ("exigir", "exige exigiu exigia exigirá exigiria exija exigisse", "exigem exigiram exigiam exigirão exigiriam exijam exigissem"),
        ("impor", "impõe impôs impunha imporá imporia imponha impusesse", "impõem impuseram impunham imporão imporiam imponham impusessem"),
        ("fazer", "faz fez fazia fará faria faça fizesse", "fazem fizeram faziam farão fariam façam fizessem"),
        ("dizer", "diz disse dizia dirá diria diga dissesse", "dizem disseram diziam dirão diriam digam dissessem"),
        (
            "manter",
            "mantém manteve mantinha manterá manteria mantenha mantivesse",
            "mantêm mantiveram mantinham manterão manteriam mantenham mantivessem",
        ),
        (
            "intervir",
            "intervém interveio intervinha intervirá interviria intervenha interviesse",
            "intervêm intervieram intervinham intervirão interviriam intervenham interviessem",
        ),
        ("ser", "é foi era será seria seja fosse", "são foram eram serão seriam sejam fossem"),
        (
            "destruir",
            "destrói destruiu destruía destruirá destruiria destrua destruísse",
            "destroem destruíram destruíam destruirão destruiriam destruam destruíssem",
        ),
    ],
)
def test_portuguese_conjugations(verb: str, singular: str, plural: str) -> None:
    assert [pt.conjugate(verb, tense, SINGULAR) for tense in SIMPLE] == singular.split()
    assert [pt.conjugate(verb, tense, PLURAL) for tense in SIMPLE] == plural.split()


@pytest.mark.parametrize(
    ("verb", "present", "subjunctive"),
    [
        *(
            ("atacar", "ataca", "ataque"),
            ("pagar", "paga", "pague"),
            ("ameaçar", "ameaça", "ameace"),
            ("reconhecer", "reconhece", "reconheça"),
        ),
        *(
            ("proteger", "protege", "proteja"),
            ("perseguir", "persegue", "persiga"),
            ("preferir", "prefere", "prefira"),
            ("cobrir", "cobre", "cubra"),
        ),
        *(
            ("bombardear", "bombardeia", "bombardeie"),
            ("negociar", "negocia", "negocie"),
            ("mediar", "medeia", "medeie"),
            ("pedir", "pede", "peça"),
        ),
        *(
            ("conduzir", "conduz", "conduza"),
            ("trair", "trai", "traia"),
            ("concluir", "conclui", "conclua"),
            ("agredir", "agride", "agrida"),
        ),
        *(("reunir", "reúne", "reúna"), ("proibir", "proíbe", "proíba"), ("saudar", "saúda", "saúde"), ("fugir", "foge", "fuja")),
    ],
)
def test_portuguese_spelling_changes(verb: str, present: str, subjunctive: str) -> None:
    assert (pt.conjugate(verb, Tense.PRESENT), pt.conjugate(verb, Tense.SUBJUNCTIVE)) == (present, subjunctive)


def test_every_form_in_both_languages() -> None:
    verbs = [pt.conjugate("se reunir", tense, PLURAL) for tense in Tense]
    assert ", ".join(verbs) == (
        "se reúnem, se reuniram, se reuniam, haviam se reunido, vão se reunir, se reunirão, se reuniriam, poderiam se reunir, "
        "estão se reunindo, se reúnam, se reunissem, se reunir, se reunindo, se reunido"
    )
    assert ", ".join(en.conjugate("hold talks", tense) for tense in Tense) == (
        "holds talks, held talks, was holding talks, had held talks, will hold talks, will hold talks, would hold talks, could hold talks, "
        "is holding talks, hold talks, hold talks, hold talks, holding talks, held talks"
    )
    assert pt.conjugate("reunir-se com a China", Tense.PAST) == "se reuniu com a China"
    assert pt.conjugate("ir a Pequim", Tense.FUTURE) == "irá a Pequim"


def test_verbs_denied() -> None:
    told = [pt.conjugate("se opor", tense, negated=True) for tense in (Tense.PAST, Tense.FUTURE, Tense.INFINITIVE)]
    assert told == ["não se opôs", "não vai se opor", "não se opor"]
    tenses = (Tense.PRESENT, Tense.PAST, Tense.FUTURE, Tense.PROGRESSIVE, Tense.SUBJUNCTIVE)
    told = [en.conjugate("withdraw", tense, negated=True) for tense in tenses]
    assert told == ["does not withdraw", "did not withdraw", "will not withdraw", "is not withdrawing", "not withdraw"]
    assert en.conjugate("be", Tense.PAST, PLURAL, negated=True) == "were not"


def test_the_passive_agrees() -> None:
    feminine = Gender.FEMININE
    assert pt.passive("impor", Tense.PAST, feminine, PLURAL) == "foram impostas"
    assert pt.passive("acusar", Tense.FUTURE, feminine, SINGULAR, negated=True) == "não vai ser acusada"
    assert pt.passive("matar", Tense.PLUPERFECT, Gender.MASCULINE, PLURAL) == "haviam sido mortos"
    assert pt.passive("atacar", Tense.PROGRESSIVE, feminine, SINGULAR) == "está sendo atacada"
    assert en.passive("impose", Tense.PAST, feminine, PLURAL) == "were imposed"
    assert en.passive("attack", Tense.PROGRESSIVE, feminine, SINGULAR, negated=True) == "is not being attacked"
    assert en.passive("call for", Tense.POSSIBLE, feminine, SINGULAR) == "could be called for"


def test_some_participles_are_others_after_havia() -> None:
    assert (pt.participle("suspender"), pt.conjugate("suspender", Tense.PARTICIPLE)) == ("suspenso", "suspendido")
    assert (pt.participle("abrir", Gender.FEMININE), pt.conjugate("abrir", Tense.PARTICIPLE)) == ("aberta", "aberto")
    assert pt.participle("entregar", Gender.FEMININE, PLURAL) == "entregues"


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        *(("accuse", "accuses accused accused accusing"), ("deny", "denies denied denied denying"), ("ban", "bans banned banned banning")),
        *(
            ("submit", "submits submitted submitted submitting"),
            ("visit", "visits visited visited visiting"),
            ("quit", "quits quit quit quitting"),
        ),
        *(
            ("withdraw", "withdraws withdrew withdrawn withdrawing"),
            ("strike", "strikes struck struck striking"),
            ("lie", "lies lay lain lying"),
        ),
        *(
            ("veto", "vetoes vetoed vetoed vetoing"),
            ("travel", "travels travelled travelled travelling"),
            ("agree", "agrees agreed agreed agreeing"),
        ),
        *(("attack", "attacks attacked attacked attacking"), ("show", "shows showed shown showing"), ("be", "is was been being")),
    ],
)
def test_english_verbs(verb: str, forms: str) -> None:
    tenses = (Tense.PRESENT, Tense.PAST, Tense.PARTICIPLE, Tense.GERUND)
    assert [en.conjugate(verb, tense) for tense in tenses] == forms.split()


def test_every_verb_of_the_tables_has_all_its_forms() -> None:
    portuguese = [verb for _, row in rows(DATA / "verbs-pt.tsv") for verb in row["verbs"].split("|")]
    english = [row["verb"] for _, row in rows(DATA / "verbs-en.tsv")]
    assert (len(portuguese), len(english)) == (len(set(portuguese)), len(set(english)))
    for verb in portuguese:
        singular, plural = ([pt.conjugate(verb, tense, number) for tense in SIMPLE] for number in Number)
        assert all(form.endswith(("m", "ão")) for form in plural), verb
        assert all(one != many for one, many in zip(singular, plural, strict=True)), verb
        assert pt.conjugate(verb, Tense.GERUND).endswith("ndo")
        assert pt.participle(verb, Gender.FEMININE, PLURAL).endswith(("as", "es")), verb
    for verb in english:
        assert en.conjugate(verb, Tense.PRESENT).endswith("s")
        assert en.conjugate(verb, Tense.GERUND).endswith("ing")


@pytest.mark.parametrize(("grammar", "words"), [(pt, ["", "sanções", "impôs sanções", "se"]), (en, ["", "Accuse", "2 accuse"])])
def test_what_is_no_verb_is_refused(grammar: Grammar, words: list[str]) -> None:
    for verb in words:
        with pytest.raises(GrammarError, match="is no verb"):
            grammar.conjugate(verb, Tense.PAST)


TENSES = {
    **{("Ind", "Pres"): Tense.PRESENT, ("Ind", "Past"): Tense.PAST, ("Ind", "Imp"): Tense.IMPERFECT, ("Ind", "Fut"): Tense.FORMAL_FUTURE},
    **{("Cnd", ""): Tense.CONDITIONAL, ("Sub", "Pres"): Tense.SUBJUNCTIVE, ("Sub", "Imp"): Tense.PAST_SUBJUNCTIVE},
}


def treebank(pattern: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every verb as written, its lemma and its features; not those drawn together with a word before ("it's")."""
    for path in sorted(TREEBANKS.glob(pattern)):
        for line in lzma.decompress(path.read_bytes()).decode("utf8").split("\n"):
            cells = line.split("\t")
            if len(cells) == 10 and cells[3] in ("VERB", "AUX") and cells[1].isalpha() and cells[1] != "s":
                yield cells[1].lower(), cells[2].lower(), dict(one.split("=") for one in cells[5].split("|") if "=" in one)


def portuguese(lemma: str, has: dict[str, str]) -> str | None:
    number = PLURAL if has.get("Number") == "Plur" else SINGULAR
    if has.get("VerbForm") == "Part" and "Gender" in has:
        return pt.participle(lemma, Gender.FEMININE if has["Gender"] == "Fem" else Gender.MASCULINE, number)
    tense = TENSES.get((has.get("Mood", ""), "" if has.get("Mood") == "Cnd" else has.get("Tense", "")))
    if has.get("VerbForm") == "Ger":
        tense = Tense.GERUND
    return pt.conjugate(lemma, tense, number) if tense and (tense is Tense.GERUND or has.get("Person") == "3") else None


def english(lemma: str, has: dict[str, str]) -> str | None:
    if has.get("VerbForm") == "Fin" and has.get("Tense") == "Pres" and (has.get("Person"), has.get("Number")) == ("3", "Sing"):
        return en.conjugate(lemma, Tense.PRESENT)
    if has.get("VerbForm") == "Fin" and has.get("Tense") == "Past" and lemma != "be":
        return en.conjugate(lemma, Tense.PAST)
    tense = {"Past": Tense.PARTICIPLE, "Pres": Tense.GERUND}.get(has.get("Tense", "")) if has.get("VerbForm") == "Part" else None
    return en.conjugate(lemma, tense) if tense else None


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "write", "floor"), [("pt_*", portuguese, 0.993), ("en_*", english, 0.985)])
def test_verbs_are_written_as_in_the_treebanks(pattern: str, write: Callable[[str, dict[str, str]], str | None], floor: float) -> None:
    written = wrong = 0
    for form, lemma, features in treebank(pattern):
        try:
            ours = write(lemma, features)
        except GrammarError:
            ours = ""
        written += ours is not None
        wrong += ours not in (None, form)
    assert written > 20_000
    assert 1 - wrong / written >= floor
