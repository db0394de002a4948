"""Learn who fills the sides of events: ``python -m training.pt.arguments [--folds 5]``.

From the gold's training documents and our own annotations: for every event that a frame finds, each candidate with its features and whether
the annotators made it actor or recipient. First the weights of candidates alone (logistic regression), then, over what those weights say of
documents they were not learnt from, the weights of whole assignments (a conditional log-linear model over all of them). With ``--folds`` it
only prints how many events get both sides right in documents left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lacos import language
from lacos.evaluation import GoldDocument
from lacos.evaluation.scoring import codes
from lacos.events.arguments import DATA, Weighed, allowed, assignments, features, likeliest, weigh
from lacos.events.candidates import Candidate, Memory, candidates
from lacos.events.coder import hits
from lacos.events.matching import Match
from lacos.events.slots import Filled, fill
from lacos.reader import listen
from training.pt.learning import command, event_of, folds

SEEN = 3  # times that a candidate's feature must occur
STRENGTH = 0.12  # inverse of the penalty on the weights of candidates
PENALTY = 0.02  # on the weights of assignments
FALSE = 0.15  # weight of an event that a frame finds and the gold does not have
SMALLEST = 0.005  # weights nearer to nothing are left out of the tables

Single = dict[str, tuple[float, float]]


@dataclass
class Case:
    """One event that a frame found, with its candidates and the codes on its sides in the gold; empty sides where the gold has no event."""

    document: str
    match: Match
    filled: tuple[Filled, Filled]
    candidates: list[Candidate]
    actor: frozenset[str]  # full codes
    recipient: frozenset[str]
    real: bool

    @property
    def weight(self) -> float:
        """How much the case counts: a false event less, since the gold may only have passed it over."""
        return 1.0 if self.real else FALSE

    def side(self, candidate: Candidate) -> int:
        """0 neither, 1 actor, 2 recipient, 3 both."""
        return self.sides.get(id(candidate), 0)

    @cached_property
    def sides(self) -> dict[int, int]:
        """Whom the annotators' codes mean: who has the very code, else the nearest of its state, one not on the other side first."""
        found = {id(c): (c.mention.code in self.actor) + 2 * (c.mention.code in self.recipient) for c in self.candidates}
        known = {candidate.mention.code for candidate in self.candidates}
        for bit, side in ((1, self.actor), (2, self.recipient)):
            for state in sorted({code.partition("/")[0] for code in side - known}):
                same = [c for c in self.candidates if c.mention.actor.state == state and c.mention.code not in side]
                if same:
                    chosen = min(same, key=lambda c: (found[id(c)] & (3 - bit), c.distance))
                    found[id(chosen)] |= bit
        return found


def cases(documents: Iterable[GoldDocument]) -> list[Case]:
    """The events that our frames find in documents read from the start as the coder reads them."""
    nlp = language.load("pt")
    found: list[Case] = []
    for gold in documents:
        document = gold.document()
        doc = nlp(document.text)
        mentions, _ = listen(doc, document)
        memory = Memory(mentions)
        for sentence in doc.sents:
            for hit in hits(sentence, mentions):
                filled = fill(hit, mentions)
                near = candidates(hit, filled, sentence, mentions, memory)
                memory.remember(hit, *filled)
                event = event_of(hit, gold)
                sides = (full_codes(event["actor"]), full_codes(event["recipient"])) if event else (frozenset(), frozenset())
                found.append(Case(gold.id, hit, filled, near, *sides, event is not None))
            memory.end(sentence, mentions)
    return found


def full_codes(side: list[dict[str, str | None]]) -> frozenset[str]:
    return frozenset(code for mention in side if (code := mention["code"]))


def learn_single(known: list[Case]) -> Single:
    """The weights of a candidate's features."""
    counted = Counter(name for case in known for candidate in case.candidates for name in candidate.features)
    rows = [dict.fromkeys(sorted(n for n in c.features if counted[n] >= SEEN), 1.0) for case in known for c in case.candidates]
    weights_of_rows = [case.weight for case in known for _ in case.candidates]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    weights: dict[str, list[float]] = {name: [] for name in ("bias", *vectorizer.get_feature_names_out())}
    for side in (1, 2):
        wanted = [bool(case.side(candidate) & side) for case in known for candidate in case.candidates]
        model = LogisticRegression(C=STRENGTH, max_iter=500).fit(matrix, wanted, sample_weight=weights_of_rows)
        for name, value in zip(weights, (float(model.intercept_[0]), *model.coef_[0]), strict=True):
            weights[name].append(float(value))
    return {name: (actor, recipient) for name, (actor, recipient) in weights.items()}


def weighed(case: Case, table: Single) -> list[Weighed]:
    """The candidates that are compared, by these weights."""
    return likeliest([weigh(candidate, table) for candidate in case.candidates])


class Joint:
    """Every assignment of every case as a row of a matrix, to learn from and to choose with."""

    def __init__(self, known: list[Case], compared: list[list[Weighed]]) -> None:
        self.known, self.compared, self.names = known, compared, dict[str, int]()
        self.matrices = [self._matrix(case, items) for case, items in zip(known, compared, strict=True)]
        self.gold = [self._right(case, items) for case, items in zip(known, compared, strict=True)]

    def _matrix(self, case: Case, items: list[Weighed]) -> csr_matrix:
        rows, columns, values = [], [], []
        ways = assignments(len(items))
        for row, way in enumerate(ways):
            for name, value in features(case.match, case.filled, items, way):
                rows.append(row)
                columns.append(self.names.setdefault(name, len(self.names)))
                values.append(value)
        return csr_matrix((values, (rows, columns)), shape=(len(ways), 100_000))

    def _right(self, case: Case, items: list[Weighed]) -> int | None:
        way = tuple(case.side(item.candidate) for item in items)
        return assignments(len(items)).index(way) if 3 not in way else None

    def learn(self, chosen: list[int]) -> numpy.ndarray:
        """The weights that make the gold's assignments likeliest among all, penalised."""
        size = len(self.names)
        usable = [(self.matrices[i][:, :size], self.gold[i], self.known[i].weight) for i in chosen if self.gold[i] is not None]
        mass = sum(weight for _, _, weight in usable)

        def loss(weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
            total, slope = 0.0, numpy.zeros(size)
            for matrix, right, weight in usable:
                scores = matrix @ weights
                shares = numpy.exp(scores - scores.max())
                shares /= shares.sum()
                total -= weight * numpy.log(shares[right] + 1e-12)
                slope += weight * (matrix.T @ shares - matrix[right].toarray().ravel())
            return total / mass + PENALTY * (weights @ weights) / 2, slope / mass + PENALTY * weights

        start = numpy.zeros(size)
        start[[self.names["sum of actors"], self.names["sum of recipients"]]] = 1.0
        return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x

    def right(self, weights: numpy.ndarray, i: int) -> tuple[bool, bool, bool]:
        """Whether the best assignment has the gold's (actors, recipients), and whether it has any."""
        items = self.compared[i]
        scores = dict(zip(assignments(len(items)), self.matrices[i][:, : len(weights)] @ weights, strict=True))
        way = max(allowed(self.known[i].match, self.known[i].filled, items), key=scores.__getitem__)
        sides = [{item.candidate.mention.actor.state for item, side in zip(items, way, strict=True) if side == bit} for bit in (1, 2)]
        return sides[0] == codes(self.known[i].actor), sides[1] == codes(self.known[i].recipient), bool(sides[0] or sides[1])


def left_out(known: list[Case], count: int = 10) -> list[list[Weighed]]:
    """The compared candidates of each case by weights learnt without its document."""
    fold = folds(known, count)
    compared: list[list[Weighed]] = [[] for _ in known]
    for k in range(count):
        table = learn_single([case for case, f in zip(known, fold, strict=True) if f != k])
        for i, case in enumerate(known):
            if fold[i] == k:
                compared[i] = weighed(case, table)
    return compared


def cross_validate(known: list[Case], count: int) -> None:
    joint, fold = Joint(known, left_out(known)), folds(known, count)
    found: Counter[str] = Counter()
    for k in range(count):
        weights = joint.learn([i for i in range(len(known)) if fold[i] != k])
        for i in range(len(known)):
            if fold[i] == k:
                actor, recipient, told = joint.right(weights, i)
                real = known[i].real
                found.update({"told": told, "real": real, "told and real": told and real})
                found.update({"actor": real and actor, "recipient": real and recipient, "both": real and told and actor and recipient})
    real = found["real"]
    print(f"{count} folds, {real} events: " + ", ".join(f"{name} {found[name] / real:.3f}" for name in ("actor", "recipient", "both")))
    for name in ("told and real", "both"):
        precision, recall = found[name] / found["told"], found[name] / real
        print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}")


def write(known: list[Case]) -> None:
    """Learn from all cases and write both tables."""
    joint = Joint(known, left_out(known))
    weights = joint.learn(list(range(len(known))))
    single = {n: w for n, w in learn_single(known).items() if n == "bias" or max(map(abs, w)) >= SMALLEST}
    (DATA / "arguments.tsv").write_text(
        "feature\tactor\trecipient\n" + "".join(f"{n}\t{a:.3f}\t{r:.3f}\n" for n, (a, r) in sorted(single.items())), "utf8"
    )
    shown = sorted((n, weights[i]) for n, i in joint.names.items() if abs(weights[i]) >= SMALLEST)
    (DATA / "assignments.tsv").write_text("feature\tweight\n" + "".join(f"{n}\t{w:.3f}\n" for n, w in shown), "utf8")
    print(f"{len(known)} events: {len(single)} weights of candidates, {len(shown)} of assignments")


if __name__ == "__main__":
    command(__doc__, cases, cross_validate, write)
