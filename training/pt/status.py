"""Learn whether an event took place: ``python -m training.pt.status [--folds 5]``.

A multinomial logistic regression over the features of ``lacos.events.status``, from the events of the gold's training documents and of
our own annotations that a frame finds. With ``--folds`` it only prints how many have the right status in documents left out, beside the
rules alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lacos import language
from lacos.evaluation import GoldDocument
from lacos.events.coder import hits
from lacos.events.status import BIAS, DATA, evidence, presented
from lacos.reader import listen
from training.pt.learning import command, event_of, folds

SEEN = 2  # times that a feature must occur
STRENGTH = 0.15  # inverse of the penalty on the weights
SMALLEST = 0.02  # weights nearer to nothing are left out of the table


@dataclass
class Case:
    """An event of the gold that a frame finds: its features, its status, and what the rules say."""

    document: str
    evidence: set[str]
    status: str
    rule: str


def cases(golds: Iterable[GoldDocument]) -> list[Case]:
    nlp = language.load("pt")
    found: list[Case] = []
    for gold in golds:
        document = gold.document()
        doc = nlp(document.text)
        mentions, _ = listen(doc, document)
        for hit in (hit for sentence in doc.sents for hit in hits(sentence, mentions)):
            event = event_of(hit, gold)
            if event is not None:
                found.append(Case(gold.id, evidence(hit), event["status"], presented(hit).value))
    return found


def learn(known: list[Case]) -> tuple[DictVectorizer, LogisticRegression]:
    counted = Counter(name for case in known for name in case.evidence)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform({name: 1.0 for name in sorted(case.evidence) if counted[name] >= SEEN} for case in known)
    return vectorizer, LogisticRegression(C=STRENGTH, max_iter=500).fit(matrix, [case.status for case in known])


def cross_validate(known: list[Case], count: int) -> None:
    fold = folds(known, count)
    right = 0
    for k in range(count):
        vectorizer, model = learn([case for case, f in zip(known, fold, strict=True) if f != k])
        left = [case for case, f in zip(known, fold, strict=True) if f == k]
        told = model.predict(vectorizer.transform([dict.fromkeys(case.evidence, 1.0) for case in left]))
        right += sum(case.status == one for case, one in zip(left, told, strict=True))
    rules = sum(case.status == case.rule for case in known)
    print(f"{count} folds, {len(known)} events: by the weights alone {right / len(known):.3f}, by the rules alone {rules / len(known):.3f}")


def write(known: list[Case]) -> None:
    """Learn from all cases and write the table."""
    vectorizer, model = learn(known)
    names = [*vectorizer.get_feature_names_out(), BIAS]
    columns = [[*weights, intercept] for weights, intercept in zip(model.coef_, model.intercept_, strict=True)]
    lines = ["\t".join(("feature", *model.classes_))]
    for name, *values in sorted(zip(names, *columns, strict=True)):
        if name == BIAS or max(map(abs, values)) >= SMALLEST:
            lines.append("\t".join((name, *(f"{value:.2f}" for value in values))))
    (DATA / "status.tsv").write_text("\n".join(lines) + "\n", "utf8")
    print(f"{len(known)} events: {len(lines) - 1} weights of statuses")


if __name__ == "__main__":
    command(__doc__, cases, cross_validate, write)
