"""Grammar for those who write prose: agreement, contractions, conjugation, numbers and dates, in Portuguese and English alike.

``grammar("pt").conjugate("impor sanções", Tense.PAST, Number.PLURAL)`` is "impuseram sanções".
"""

from lacos.actors.naming import Gender, Name, Number
from lacos.briefs.grammar import en, pt
from lacos.briefs.grammar.surface import Grammar, GrammarError, Tense

__all__ = ["Gender", "Grammar", "GrammarError", "Name", "Number", "Tense", "en", "grammar", "pt"]

GRAMMARS: dict[str, Grammar] = {"pt": pt, "en": en}


def grammar(language: str) -> Grammar:
    """The grammar of "pt" or "en". Raises GrammarError for another language."""
    if language not in GRAMMARS:
        raise GrammarError(f"no grammar of {language!r}: choose one of {', '.join(GRAMMARS)}")
    return GRAMMARS[language]
