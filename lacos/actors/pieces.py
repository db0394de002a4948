"""Forms of the tables that are no name where they stand: pieces of longer names, words in capitals, goods, nicknames, languages."""

from __future__ import annotations

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.actors.gazetteer import SHORT, Hit
from lacos.actors.phrases import is_adjective
from lacos.actors.roles import role_of
from lacos.language.lexicon import lexicon
from lacos.language.syntax import children, lemma, preposition, relation


def is_part_of_other_name(span: SpacySpan, hit: Hit) -> bool:
    """Whether a name is only a piece of a longer one: "Kim" in "Kim In Ryong", "Washington" in "Denzel Washington", "Rádio Público"."""
    before, personal = neighbour(span, -1), bool(hit.persons)
    if span.text.isupper() and before is not None and before.text.isupper():
        return False
    doubtful = not personal and all(entity.ambiguous for entity in hit.entities)
    if before is not None and span.text[0].isupper() and is_kind_of_thing(before) and (len(span) == 1 or doubtful):
        return True
    if doubtful and is_single(span) and goes_on(span):
        return True
    if len(span) > 1 and not personal:
        return False
    if before is not None and not personal and is_named_after(span):
        return True
    return is_joined(span, personal)


def is_single(span: SpacySpan) -> bool:
    """Whether a name is one word, with an article of its own or without: "Público", "O Jornal"."""
    return sum(token.pos_ != "DET" for token in span) == 1


def goes_on(span: SpacySpan) -> bool:
    """Whether a word with a capital is one of several in a row: "Arena Castelão", "Diário da Justiça", "Cor e Sabor"."""
    if not span.text[0].isupper() or (span.text.isupper() and len(span.text) > 1):
        return False
    before, after = neighbour(span, -1), linked(span, 1)
    if before is not None and before.pos_ == "CCONJ" and before.i:
        before = before.nbor(-1)
    if before is not None and is_capitalised(before) and role_of(before) is None and not is_entity_between(before, span[0]):
        return True
    return after is not None and is_capitalised(after) and not is_entity_between(span[-1], after)


def is_entity_between(first: Token, last: Token) -> bool:
    """Whether the recogniser ends an entity at ``first`` and begins another before ``last`` ends."""
    return first.ent_iob_ != "O" and any(word.ent_iob_ == "B" for word in first.doc[first.i + 1 : last.i + 1])


def is_joined(span: SpacySpan, personal: bool = True) -> bool:
    """Whether the recogniser or the parser takes a name and a word beside it for one person's: "Castro" in "Ana Rêgo de Castro"."""
    before, after = linked(span, -1) if personal else neighbour(span, -1), linked(span, 1)
    return joined(before, span[0], personal) or (joined(after, span[-1], personal) and not span.text.isupper())


def joined(word: Token | None, own: Token, personal: bool) -> bool:
    """Whether a word beside a name's ``own`` is of one name with it; the parser is asked about persons alone."""
    if word is None or not word.text[:1].isupper() or word.pos_ not in ("PROPN", "X") or is_short_title(word):
        return False
    return in_one_name(word, own) or (personal and abs(word.i - own.i) == 1 and word.dep_.startswith("flat"))


def is_short_title(word: Token) -> bool:
    """Whether a word cut short stands before a name, not within one: "D. Marisa", "Dr. Moro", but "John F. Kennedy"."""
    return word.text.endswith(".") and not (word.i and word.nbor(-1).text[:1].isupper())


def neighbour(span: SpacySpan, step: int) -> Token | None:
    """The word before (-1) or after (1) a name."""
    at = span.start - 1 if step < 0 else span.end
    return span.doc[at] if 0 <= at < len(span.doc) else None


def linked(span: SpacySpan, step: int) -> Token | None:
    """The word before or after a name, across "de": "Castelo" beside "Branco", "Assis" after "Francisco de"."""
    word = neighbour(span, step)
    if word is None or lemma(word).split()[:1] != ["de"] or not 0 <= word.i + step < len(span.doc):
        return word
    return word.nbor(step)


def in_one_name(one: Token, other: Token) -> bool:
    """Whether the recogniser takes two words for parts of one person's name."""
    first, last = sorted((one.i, other.i))
    words = one.doc[first : last + 1]
    return all(word.ent_type_ == "PER" for word in words) and not any(word.ent_iob_ == "B" for word in words[1:])


def is_capitalised(word: Token) -> bool:
    """Whether a word is written as a part of a name, not as one that begins a sentence."""
    return word.is_alpha and word.text[0].isupper() and not word.is_sent_start


def is_kind_of_thing(word: Token) -> bool:
    """Whether a noun says what kind of thing bears the name after it: "a operação X", "os modelos X"."""
    return bool({word.lower_, lemma(word)} & lexicon(word.lang_).reference["named_things"])


def is_named_after(span: SpacySpan) -> bool:
    """Whether a name ends that of a treaty, a street, a club: "Tratado de Washington", "Universidade do Porto"."""
    doc, words = span.doc, lexicon(span.doc.lang_).reference["named_after"]
    link = doc[span.start - 1]
    head = doc[link.i - 1] if link.i else None
    if head is None or relation(link) != "case" or preposition(span.root) != "de":
        return False
    return not head.is_sent_start and head.text[:1].isupper() and head.lower_ in words


def is_abbreviation(span: SpacySpan, hit: Hit) -> bool:
    """Whether a short word in capitals that nobody's name is written in stands alone: "(MA)" is a state of Brazil, not Ma Ying-jeou."""
    if len(span.text) >= SHORT or not span.text.isupper() or any(span.text in person.forms for person in hit.persons):
        return False
    return not any(
        word.text.isupper() and len(word.text) > 1 for word in span.doc[max(0, span.start - 1) : span.end + 1] if word not in span
    )


def is_shouted(span: SpacySpan) -> bool:
    """Whether a word stands among others in capitals, which may be any word: "NADA PODE"."""
    around = (neighbour(span, -1), neighbour(span, 1))
    return span.text.isupper() and any(word is not None and word.is_alpha and word.text.isupper() and len(word) > 1 for word in around)


def is_quoted(span: SpacySpan) -> bool:
    """Whether a name alone stands between quotation marks, a comma before the last one or not."""
    before, after = neighbour(span, -1), neighbour(span, 1)
    if after is not None and after.text == "," and after.i + 1 < len(span.doc):
        after = after.nbor(1)
    return before is not None and after is not None and before.is_quote and after.is_quote


def is_demonym_as_name(span: SpacySpan) -> bool:
    """Whether a demonym is written as the name of a place, a club, a person: "no Alemão", "em Londrina", 'a planilha "Italiano"'.

    Portuguese writes demonyms small. With a capital inside a sentence one is of the state in the name of a body ("Federação Russa"), in
    headlines and capitals, in the plural, or beside a noun with which it agrees.
    """
    if not span.text[:1].isupper() or span.text.isupper() or "Plur" in span.root.morph.get("Number", []):
        return False
    if is_quoted(span) or is_whole_place(span):
        return True
    before = neighbour(span, -1)
    if before is None or span[0].is_sent_start or not before.is_alpha:
        return False
    if before.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return True
    if before.text[:1].isupper() and before.ent_type_ == "PER" == span.root.ent_type_ and role_of(before) is None:
        return True
    return not agrees(before, span.text)


def is_whole_place(span: SpacySpan) -> bool:
    """Whether the recogniser takes a word and no other beside it for a place."""
    after = neighbour(span, 1)
    return span[0].ent_type_ == "LOC" and span[0].ent_iob_ == "B" and (after is None or after.ent_iob_ != "I")


def agrees(noun: Token, adjective: str) -> bool:
    """Whether an adjective's ending may be of the noun's gender."""
    other = {"o": "Fem", "a": "Masc"}.get(adjective[-1])
    return other not in noun.morph.get("Gender", [])


def is_language(span: SpacySpan) -> bool:
    """Whether a demonym is a language: "a sigla em inglês", "em português e espanhol"."""
    word = span.root
    if is_adjective(word) or children(word, "det"):
        return False
    if relation(word) == "conj":
        return is_language(word.doc[word.head.i : word.head.i + 1])
    return preposition(word) == "em" and "Plur" not in word.morph.get("Number", [])


def is_product(span: SpacySpan) -> bool:
    """Whether the name of a firm stands for a thing that it makes: "uma BMW", "dois Boeing", "Airbus A320"."""
    before, after = neighbour(span, -1), neighbour(span, 1)
    if after is not None and after.head in span and any(letter.isdigit() for letter in after.text):
        return True
    return before is not None and ("Ind" in before.morph.get("Definite", []) or (before.pos_ == "NUM" and before.head in span))
