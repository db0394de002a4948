"""The vectors of lemmas."""

import numpy

from lacos.language.meanings import SIZE, meanings


def likeness(one: str, other: str) -> float:
    a, b = meanings("pt").of([one, other])
    return float(a @ b / (numpy.linalg.norm(a) * numpy.linalg.norm(b)))


def test_words_used_alike_are_alike() -> None:
    assert likeness("criticar", "condenar") > likeness("criticar", "míssil")
    assert likeness("míssil", "foguete") > likeness("míssil", "eleição")


def test_unknown_words_and_languages_have_noughts() -> None:
    assert not meanings("pt").of(["xyzzy"]).any()
    assert meanings("eo").of(["milito", ""]).shape == (2, SIZE)
    assert meanings("pt").of([]).shape == (0, SIZE)
