import pytest
import spacy

from lacos.language.sentences import NewsSentences


def certain_starts(text: str) -> list[str]:
    nlp = spacy.blank("pt")
    doc = NewsSentences(nlp, "lacos_sentences")(nlp.make_doc(text))
    return [doc[token.i : token.i + 2].text for token in doc if token.i and token.is_sent_start]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Pequim protesta contra sanções.. Chancelaria convoca embaixador.", ["Chancelaria convoca"]),
        ("Lisboa recebe a cúpula. . O encontro começa hoje.", ["O encontro"]),
        ("O sr. Lima e o gen. Costa viajaram aos EUA. Voltam em jan. próximo.", ["Voltam em"]),
        ("O enviado John D. Miller saiu.", []),
        ('"Não cedemos." Foi o que disse o ministro.', ["Foi o"]),
        ("Custou 3.500 dólares a viagem.", []),
        ("Ancara nega ataque\nGoverno fala em defesa", ["Governo fala"]),
        ("Por quê?! Ninguém respondeu… e tudo seguiu.", ["Ninguém respondeu"]),
    ],
)
def test_only_certain_ends_are_set(text: str, starts: list[str]) -> None:
    assert certain_starts(text) == starts
