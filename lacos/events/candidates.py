"""Who might fill the sides of an event: every actor near its trigger, with what speaks for and against it as named features."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from lacos.actors import Mentions
from lacos.actors.tables import is_state
from lacos.events.frames import frames
from lacos.events.matching import Match
from lacos.events.slots import Filled
from lacos.language.syntax import correlative, is_passive, lemma, preposition, relation, surface_subject
from lacos.records import Actor, EventType, Mention, MentionKind

LONGEST_PATH = 5
ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
"""Types of what is done to whoever is where it happens."""


@dataclass
class Candidate:
    """An actor that may fill a side: the mention that would stand for it, and its features."""

    mention: Mention
    distance: int
    words: set[int] = field(default_factory=set)
    features: set[str] = field(default_factory=set)


class Memory:
    """What the document has told before: sides of events by type and word, the states of the sentence before, how often each is named."""

    def __init__(self, mentions: Mentions) -> None:
        counted = Counter(mention.code for mention in mentions)
        self.rank = {code: rank for rank, (code, _) in enumerate(counted.most_common())}
        self.words: dict[str, tuple[tuple[Mention, ...], tuple[Mention, ...]]] = {}
        self.sides: dict[EventType, tuple[tuple[Mention, ...], tuple[Mention, ...]]] = {}
        self.last: tuple[tuple[Mention, ...], tuple[Mention, ...]] = ((), ())
        self.before: tuple[Mention, ...] = ()

    def remember(self, match: Match, actor: Filled, recipient: Filled) -> None:
        """Keep the sides that the frame of an event named."""
        if match.frame.type is not None and (actor.mentions or recipient.mentions):
            sides = (actor.mentions, recipient.mentions)
            self.sides[match.frame.type] = self.words[lemma(match.token)] = self.last = sides

    def end(self, sentence: SpacySpan, mentions: Mentions) -> None:
        """Keep whom the sentence just read named."""
        self.before = tuple(mention for word in sentence for mention in mentions.of(word))


def candidates(match: Match, sides: tuple[Filled, Filled], sentence: SpacySpan, mentions: Mentions, memory: Memory) -> list[Candidate]:
    """The actors that may fill the sides of ``match``, one a code, those that its frame names first."""
    found: dict[str, Candidate] = {}
    token = match.token
    left_out = barred(match, sides, mentions)

    def add(mention: Mention, distance: int, *features: str, word: Token | None = None) -> None:
        if mention.code in left_out:
            return
        known = found.get(mention.code)
        if known is None:
            known = found[mention.code] = Candidate(mention, distance)
        elif distance < known.distance:
            known.mention, known.distance = mention, distance
        known.features.update(features)
        if word is not None:
            known.words.add(first_conjunct(word))

    for side, filled in zip(("actor", "recipient"), sides, strict=True):
        for mention in filled.mentions:
            add(mention, 0, f"frame {side}", f"frame {side} {filled.place}", f"frame {side} {mention.kind}")
    for word, where, mention in outermost(sentence, mentions):
        add(mention, 1 + abs(word.i - token.i), *standing(token, word, where, mention), word=word)
    for word in sentence:
        for mention in mentions.place(word):
            if mention.code in found or match.frame.type in ON_THE_SPOT:
                way, marker = path(token, word), preposition(word)
                add(
                    mention,
                    400,
                    "place",
                    f"place path {way}",
                    f"place marker {marker}",
                    f"place {'below' if token in word.ancestors else 'beside'}",
                )
    for mention in mentions.elided(token):
        add(mention, 500, "elided subject")
    for side, here in zip(("actor", "recipient"), memory.sides.get(match.frame.type, ((), ())) if match.frame.type else (), strict=False):
        for mention in here:
            add(mention, 1000, f"{side} of the last of its type")
    for side, here in zip(("actor", "recipient"), memory.words.get(lemma(token), ((), ())), strict=True):
        for mention in here:
            add(mention, 1000, f"{side} of the last of its word")
    for mention in mentions.voice(token):
        add(mention, 700, "speaker")
    for side, here in zip(("actor", "recipient"), memory.last, strict=True):
        for mention in here:
            add(mention, 1000, f"{side} of the last event")
    for mention in memory.before:
        add(mention, 1000, "in the sentence before")
    for part in [item.mention for item in found.values() if "in the sentence" in item.features and item.mention.actor.sector]:
        if is_state(part.actor.state) and part.actor.state not in found:
            add(authorities(part), 2000, "authorities", f"authorities over {part.actor.sector}")
    describe(match, sides, list(found.values()), memory)
    return list(found.values())


def authorities(part: Mention) -> Mention:
    """The state of which somebody is a part, for what only states do: who arrested "o opositor venezuelano", in the passive."""
    because = f"the authorities over «{part.text}»"
    return Mention(Actor(part.actor.state), None, MentionKind.ELLIPSIS, 0.4, because)


def barred(match: Match, sides: tuple[Filled, Filled], mentions: Mentions) -> frozenset[str]:
    """Who is no candidate, though the sentence names it: who condemns what the match expresses, unless the frame names it too."""
    return accusers(match.token, mentions) - {mention.code for side in sides for mention in side.mentions}


def accusers(token: Token, mentions: Mentions) -> frozenset[str]:
    """Who condemns what ``token`` expresses, and so did not do it: "Lisboa condenou o ataque"."""
    verb = token.head
    if relation(token) != "obj" or not any(frame.type is EventType.ACCUSE for frame in frames().get((lemma(verb), "VERB"), ())):
        return frozenset()
    subject = surface_subject(verb)
    return frozenset(mention.code for mention in mentions.group(subject)) if subject is not None else frozenset()


def outermost(sentence: SpacySpan, mentions: Mentions) -> list[tuple[Token, str, Mention]]:
    """The mentions of a sentence, without those that are part of another of the same state ("sírio" in "exército sírio").

    Mere places are left out: they fill a side only where a frame asks for one.
    """
    found = [
        (word, where, mention)
        for word in sentence
        for where, here in (("head", mentions.of(word)), ("adjective", mentions.adjective(word)))
        for mention in here
    ]

    def is_part(one: Mention) -> bool:
        return any(
            one.span in other.span and one.span != other.span and one.actor.state == other.actor.state
            for _, _, other in found
            if one.span and other.span
        )

    return [item for item in found if not is_part(item[2])]


def first_conjunct(word: Token) -> int:
    """The place of the first word of the coordination that ``word`` belongs to: the same for Rússia and China in "a Rússia e a China"."""
    if word in (pair := correlative(word)):
        return pair[0].i
    while word.dep_ == "conj":
        word = word.head
    return word.i


def standing(token: Token, word: Token, where: str, mention: Mention) -> list[str]:
    """How a mention stands to the trigger: path, preposition, order and distance."""
    way = path(token, word)
    marker = preposition(word) if where != "adjective" else ""
    side = "before" if word.i < token.i else "after"
    far = "near" if abs(word.i - token.i) <= 3 else "middle" if abs(word.i - token.i) <= 10 else "far"
    position = "subject" if relation(word) == "nsubj" else "object" if relation(word) == "obj" else "other"
    governor = token.head if token.head != token else None
    kinds = {str(frame.type) for frame in frames().get((lemma(governor), "VERB"), ())[-1:]} if governor is not None else set()
    below, above = token in word.ancestors, word in token.ancestors
    return [
        "in the sentence",
        f"dep {relation(word)} {side}",
        f"dep {relation(word)} {marker}",
        "below" if below else "above" if above else "beside",
        f"{'below' if below else 'above' if above else 'beside'} {relation(word)} {relation(token)}",
        *([f"governor {relation(token)} {relation(word)}"] if word.head in token.ancestors or word.head == token else []),
        f"up {way.split(' ')[0]} {side}",
        f"path {way}",
        f"path {way} {marker}",
        f"path {way} {where}",
        f"{where} {side} {far}",
        f"{side} {position}",
        f"marker {marker} {side}",
        f"kind {mention.kind}",
        f"{lemma(token)} path {way} {marker}",
        *([f"under {lemma(governor)}: {way}", *(f"under {kind}: {way}" for kind in kinds)] if governor is not None else []),
        *(["main subject"] if relation(word) == "nsubj" and relation(word.head).lower() == "root" else []),
    ]


def path(token: Token, word: Token) -> str:
    """The relations from the trigger up to the common head and down to the mention: "^xcomp nsubj"."""
    above = [token, *token.ancestors]
    down: list[str] = []
    step = word
    while step not in above and len(down) <= LONGEST_PATH:
        down.append(relation(step))
        step = step.head
    if step not in above:
        return "far"
    up = [f"^{relation(item)}" for item in above[: above.index(step)]]
    return " ".join(up + down[::-1]) if len(up) + len(down) <= LONGEST_PATH else f"far {down[0] if down else 'self'}"


def describe(match: Match, sides: tuple[Filled, Filled], found: list[Candidate], memory: Memory) -> None:
    """Add what the event and the other candidates say: type, voice, part of speech, the sides that the frame filled, their number."""
    token, event_type = match.token, match.frame.type
    filled = "".join("+" if side.mentions else "-" for side in sides)
    voice = "passive" if token.pos_ == "VERB" and is_passive(token) else "active"
    inside = [item for item in found if "in the sentence" in item.features]
    order = sorted(inside, key=lambda item: item.mention.span.start if item.mention.span else 0)
    for item in found:
        base = {name for name in item.features if not name.startswith(("path", "kind", "marker")) and " path " not in name}
        rank = memory.rank.get(item.mention.code, 9)
        general = {
            f"filled {filled}",
            f"{len(inside)} in sentence" if len(inside) < 4 else "many in sentence",
            f"rank {min(rank, 3)}",
            f"sector {item.mention.actor.sector}",
            f"place {order.index(item)}" if item in order and order.index(item) < 3 else "place later",
        }
        if sum(other.mention.actor.state == item.mention.actor.state for other in found) > 1:
            general.add("another of its state")
        if item not in inside:
            general.add("not in the sentence")
            general.add(f"not in the sentence, {len(inside)} others")
        for side in ("actor", "recipient"):
            if any(f"frame {side}" in other.features for other in found if other is not item):
                general.add(f"another is frame {side}")
        if item.mention.code in ("CVL", "MED", "BUS", "NGO"):
            general.add("of no country")
        item.features |= general
        item.features |= {f"{event_type} {name}" for name in base | general}
        item.features |= {f"filled {filled} {name}" for name in base}
        item.features |= {f"{token.pos_} {voice} {name}" for name in base}
        item.features |= {f"{event_type} {name}" for name in item.features if name.startswith("path ")}
        item.features.add(f"{lemma(token)} filled {filled}")
        item.features.add(str(event_type))
