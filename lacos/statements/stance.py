"""The speaker's attitude to the content: what the cue says, else the words of the content."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.language.lexicon import lexicon
from lacos.language.syntax import children
from lacos.records import Stance
from lacos.statements.cues import Cue, colours


def stance_of(cue: Cue | None, token: Token | None, content: SpacySpan) -> tuple[Stance, str]:
    """The stance and what decided it. A negated cue of saying denies; a plain one takes the colour of its content."""
    if cue is not None and token is not None:
        if cue.stance is not Stance.ASSERT:
            return cue.stance, ""
        negators = lexicon(token.doc.lang_).status["negators"]
        if cue.pos == "VERB" and any(child.lower_ in negators for child in children(token, "advmod")):
            return Stance.DENY, "negated cue"
    return coloured(content)


def coloured(content: SpacySpan) -> tuple[Stance, str]:
    """The stance that most words of a content speak for; assert where none does. Who says that one did not violate, denies."""
    known = colours()
    negators = lexicon(content.doc.lang_).status["negators"]
    lemmas = [token.lemma_.lower() for token in content]
    forms = [token.lower_ for token in content]
    votes: Counter[Stance] = Counter()
    reasons: list[str] = []
    for length in (4, 3, 2, 1):
        for at in range(len(lemmas) - length + 1):
            for words in dict.fromkeys((tuple(lemmas[at : at + length]), tuple(forms[at : at + length]))):
                if words not in known:
                    continue
                negated = at > 0 and forms[at - 1] in negators
                if negated and known[words] is not Stance.ACCUSE:
                    continue
                votes[Stance.DENY if negated else known[words]] += length
                reasons.append(" ".join(words))
    if not votes:
        return Stance.ASSERT, ""
    return max(votes, key=lambda stance: votes[stance]), f"content says «{', '.join(reasons)}»"
