"""A trigger and a candidate as the network sees them: how the one stands to the other, as categories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy
from spacy.tokens import Token

from lacos.events.network.arrays import Ints
from lacos.events.network.entries import Entries
from lacos.events.scene import Candidate, Scene, Standing
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


class Pairs:
    """The triggers at some places of a document, in text order, each with every mention near it, and the actors that these are of.

    Of each pair ``rows`` holds the categories, ``words`` the place of the mention, ``event`` the rank of the trigger, ``entry`` the number
    of the actor near it. Of each of these actors ``events`` holds the rank of the trigger, ``mentions`` the mention that stands for it
    there. ``near`` are the candidates of each trigger. ``speakers`` say whose words each trigger is in, where not the scene should.
    """

    def __init__(self, scene: Scene, places: Sequence[int], speakers: Sequence[frozenset[str]] | None = None) -> None:
        self.near: list[list[Candidate]] = []
        self.mentions: list[Mention] = []
        self.events: list[int] = []
        self.rows: list[Row] = []
        self._triggers = [scene.doc[place] for place in places]
        describer, pairs = Describer(scene), list[tuple[int, int, int]]()
        for rank, token in enumerate(self._triggers):
            near, here = describer.describe(token, speakers[rank] if speakers else None), scene.sentence_of[token.i]
            best: dict[str, Candidate] = {}
            for one, row in near:
                known = best.get(one.mention.code)
                if known is None or closeness(one, token.i, here) < closeness(known, token.i, here):
                    best[one.mention.code] = one
                self.rows.append(row)
            numbers = {code: len(self.events) + i for i, code in enumerate(best)}
            pairs += [(one.word.i, rank, numbers[one.mention.code]) for one, _ in near]
            self.near.append([one for one, _ in near])
            self.events += [rank] * len(best)
            self.mentions += [one.mention for one in best.values()]
        self.words, self.event, self.entry = numpy.array(pairs, dtype=numpy.int32).reshape(-1, 3).T

    @property
    def codes(self) -> list[str]:
        """The code of each actor near each trigger."""
        return [mention.code for mention in self.mentions]

    def entries(self, kinds: Ints) -> Entries:
        """How the actors stand to each other, given the number of the type of each event."""
        return Entries.of(self.events, self.codes, kinds.tolist(), [lemma(token) for token in self._triggers])


def closeness(one: Candidate, place: int, sentence: int) -> tuple[bool, int, int]:
    """What makes a mention stand for its actor beside a trigger: no mere place, in the same sentence, near."""
    return one.standing is Standing.PLACE, sentence - one.sentence, abs(one.word.i - place)


class Describer:
    """Describes the candidates of a document's events; the events must come in text order, for it remembers whom the frames named."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._words: dict[str, Codes] = {}
        self._types: dict[EventType, Codes] = {}
        self._last = NOBODY
        self._unread = [(place, hit) for place, hit in scene.hits.items()]

    def describe(self, token: Token, speakers: frozenset[str] | None = None) -> list[tuple[Candidate, Row]]:
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
        said_by = codes(scene.mentions.voice(token)) if speakers is None else speakers
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
                *(str(min(scene.rank[code], MOST + 1)), "speaker" if code in said_by else "", marker, f"{token.pos_} {way}"),
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
