import pytest

from lacos import language
from lacos.language.pipelines import pieces


def test_pieces_join_to_the_text_and_cut_at_sentence_ends() -> None:
    text = "A Rússia respondeu. " * 50
    parts = list(pieces(text, size=120))
    assert "".join(parts) == text
    assert all(part.endswith(". ") for part in parts[:-1])
    assert max(map(len, parts)) <= 120


def test_text_without_any_space_is_still_cut() -> None:
    assert list(pieces("x" * 25, size=10)) == ["x" * 10, "x" * 10, "x" * 5]


def test_an_unknown_pipeline_is_named_in_the_error() -> None:
    with pytest.raises(language.LanguageError, match="no_such_pipeline"):
        language.load("no_such_pipeline")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("O chanceler português recebeu a embaixadora de Angola em Lisboa.", "pt"),
        ("The foreign minister met his counterpart in Geneva on Monday.", "en"),
        ("El canciller se reunió con su homólogo chileno este lunes en Lima.", "es"),
        ("12/03", None),
    ],
)
def test_detection(text: str, code: str | None) -> None:
    assert language.detect(text) == code


@pytest.mark.slow
def test_offsets_of_a_long_text_are_those_of_the_whole() -> None:
    text = "O presidente russo chegou a Pequim. " * 3000
    doc = language.analyse(language.load("pt"), text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
