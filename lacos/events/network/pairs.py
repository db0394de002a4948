"""A trigger and a candidate as the network sees them: how the one stands to the other, as categories."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from lacos.events.scene import Candidate, Scene
from lacos.language.syntax import lemma
from lacos.records import EventType, Mention

COLUMNS = (
    *("standing", "path", "marked path", "distance", "sentences", "slot", "filled", "kind", "sector", "rank"),
    *("speaker", "marker", "pos path", "same word", "same type", "last", "order", "states"),
)
LONGEST_PATH = 6
FAR = 40
MOST = 4
"""Numbers of sentences, candidates or states from which on all count alike."""

Row = tuple[str, ...]
Codes = tuple[frozenset[str], frozenset[str]]
NOBODY: Codes = (frozenset(), frozenset())


class Describer:
    """Describes the candidates of a document's events; the events must come in text order, for it remembers whom the frames named."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._words: dict[str, Codes] = {}
        self._types: dict[EventType, Codes] = {}
        self._last = NOBODY
        self._unread = [(place, hit) for place, hit in scene.hits.items()]

    def describe(self, token: Token) -> list[tuple[Candidate, Row]]:
        """The candidates near ``token``, each with its row of categories in the order of :data:`COLUMNS`."""
        scene, near = self.scene, self.scene.near(token)
        self._remember(token)
        here = scene.sentence_of[token.i]
        inside = [one for one in near if one.sentence == here and one.word.i != token.i]
        order: dict[str, int] = {}
        for one in inside:
            order.setdefault(one.mention.code, len(order))
        states = str(min(len({one.mention.actor.state for one in inside}), MOST))
        slots = tuple(codes(side.mentions) for side in scene.filled[token.i]) if token.i in scene.hits else None
        filled = "-" if slots is None else "".join("+" if side else "0" for side in slots)
        speakers = codes(scene.mentions.voice(token))
        told = self._told(token)
        above = scene.above(token.i)
        found = []
        for one in near:
            code, sentences = one.mention.code, min(here - one.sentence, MOST)
            word = one.word.i
            way = path(scene, above, word) if not sentences else f"before {sentences} {scene.relations[word]}"
            marker = scene.markers[word]
            row = (
                *(one.standing.value, way, f"{way} {marker}", distance(word - token.i), str(sentences)),
                *(side_of(code, slots) if slots else "", filled, one.mention.kind.value, one.mention.actor.sector or ""),
                *(str(min(scene.rank[code], MOST + 1)), "speaker" if code in speakers else "", marker, f"{token.pos_} {way}"),
                *(side_of(code, sides) for sides in told),
                *(str(min(order.get(code, MOST), MOST)), states),
            )
            found.append((one, row))
        return found

    def _told(self, token: Token) -> tuple[Codes, Codes, Codes]:
        """Whom the frames named on the sides of the last event with this word, of this type, and of any."""
        hit = self.scene.hits.get(token.i)
        same = self._types.get(hit.frame.type, NOBODY) if hit is not None and hit.frame.type is not None else NOBODY
        return self._words.get(lemma(token), NOBODY), same, self._last

    def _remember(self, token: Token) -> None:
        """Keep the sides that the frames before ``token`` named."""
        while self._unread and self._unread[0][0] < token.i:
            place, hit = self._unread.pop(0)
            actor, recipient = (codes(side.mentions) for side in self.scene.filled[place])
            if hit.frame.type is not None and (actor or recipient):
                self._words[lemma(hit.token)] = self._types[hit.frame.type] = self._last = (actor, recipient)


def codes(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(mention.code for mention in mentions)


def side_of(code: str, sides: tuple[frozenset[str], ...]) -> str:
    """On which sides a code is."""
    return f"{'a' if code in sides[0] else ''}{'r' if code in sides[1] else ''}"


def distance(words: int) -> str:
    """A class of distance, with its direction."""
    size = abs(words)
    return f"{'after' if words > 0 else 'before'} {next((limit for limit in (1, 2, 3, 5, 8, 12, 20, FAR) if size <= limit), 'far')}"


def path(scene: Scene, above: list[int], word: int) -> str:
    """The relations from a trigger up to the common head and down to a word: "^xcomp nsubj". ``above`` begins with the trigger."""
    heads, relations = scene.heads, scene.relations
    down: list[str] = []
    step = word
    while step not in above and len(down) <= LONGEST_PATH:
        if heads[step] == step:
            return "far"
        down.append(relations[step])
        step = heads[step]
    if step not in above:
        return "far"
    up = [f"^{relations[place]}" for place in above[: above.index(step)]]
    return " ".join(up + down[::-1]) if len(up) + len(down) <= LONGEST_PATH else f"long {down[0] if down else 'self'}"
