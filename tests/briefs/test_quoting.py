import pytest

from lacos.briefs.quoting import GAP, MOST, plain, quoted

LONG = (
    "Depois de uma semana de ameaças, a Coreia do Norte anunciou nesta terça-feira, segundo a agência oficial do país, que suspendeu "
    "os testes nucleares, embora diplomatas ouvidos em Seul duvidem da promessa e cobrem inspeções."
)


def test_few_words_are_quoted_whole() -> None:
    assert quoted("A Rússia negou o ataque.") == "A Rússia negou o ataque"


def test_many_words_are_cut_at_the_clause_asked_for_and_what_is_left_out_is_marked() -> None:
    start = LONG.index("suspendeu")
    said = quoted(LONG, (start, start + len("suspendeu")))
    assert said == (
        "Depois de uma semana de ameaças, a Coreia do Norte anunciou nesta terça-feira, segundo a agência oficial do país, que suspendeu "
        "os testes nucleares [...]"
    )
    start = LONG.index("cobrem")
    assert quoted(LONG, (start, start + len("cobrem"))) == "[...] embora diplomatas ouvidos em Seul duvidem da promessa e cobrem inspeções"


@pytest.mark.parametrize("word", LONG.split())
def test_a_quotation_has_the_word_asked_for_and_fewer_than_25_words_all_of_the_text(word: str) -> None:
    start = LONG.index(word)
    said = quoted(LONG, (start, start + len(word)))
    assert word.strip(",.") in said
    assert all(plain(piece) in plain(LONG) for piece in said.split(GAP))
    assert len(said.replace(GAP, "").split()) <= MOST < 25


def test_a_clause_that_is_too_long_is_cut_about_the_word_and_ends_on_no_little_one() -> None:
    words = " ".join(f"palavra{n}" for n in range(20)) + " atacou o porto de uma cidade " + " ".join(f"de outra{n}" for n in range(20))
    said = quoted(words, (words.index("atacou"), words.index("atacou") + 6))
    assert "atacou o porto" in said
    assert said.startswith(GAP)
    assert said.endswith(GAP)
    assert not said.removesuffix(f" {GAP}").endswith(" de")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            "acusou",
            "O regime acusou nesta sexta (5) um agente da Agência Central de Inteligência (CIA) de planejar um novo atentado [...]",
        ),
        (
            "químicas",
            "[...] (CIA) de planejar um novo atentado na Coreia do Sul e de levar dois homens com armas químicas para matar o líder [...]",
        ),
    ],
)
def test_a_cut_leaves_names_whole_and_brackets_closed(word: str, said: str) -> None:
    words = (
        "O regime acusou nesta sexta (5) um agente da Agência Central de Inteligência ( CIA ) de planejar um novo atentado na "
        "Coreia do Sul e de levar dois homens com armas químicas para matar o líder e fugir."
    )
    assert quoted(words, (words.index(word), words.index(word) + len(word))) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Trump disse que vai “destruir totalmente” o país", "Trump disse que vai ‘destruir totalmente’ o país"),
        ('Trump disse: "a paciência acabou', "Trump disse: a paciência acabou"),
        ("linhas\n  partidas  em\tduas", "linhas partidas em duas"),
        ("que o ataque foi “irresponsável”", "o ataque foi ‘irresponsável’"),
        ("+ Reunião acaba , e britânico (que saiu não volta +", "Reunião acaba, e britânico que saiu não volta"),
        ("Não sei", ""),
        ("  ", ""),
    ],
)
def test_quotation_marks_inside_become_single_and_too_few_words_are_none(words: str, said: str) -> None:
    assert quoted(words) == said
