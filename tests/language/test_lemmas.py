from lacos.language.lemmas import verb_lemma


def test_an_invented_infinitive_is_replaced_by_the_lexicons() -> None:
    assert verb_lemma("interveio", "interveiar", "pt") == "intervir"


def test_a_known_lemma_is_kept() -> None:
    assert verb_lemma("foram", "ir", "pt") == "ir"
