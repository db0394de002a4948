"""What a network gets right of documents that it did not learn from."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy

from lacos.evaluation.scoring import codes
from lacos.events.network.arrays import Floats, Ints
from lacos.events.network.decisions import LIKELY
from lacos.events.network.network import SAYING, Network
from lacos.language.meanings import SIZE
from lacos.statements.weighing import FALSE
from training.pt.coder.cases import SHARED, Case
from training.pt.coder.model import Model


def score(model: Model, cases: Iterable[Case]) -> Counter[str]:
    """Counts over documents: triggers found with the right type; of the annotators' triggers what else is right."""
    found: Counter[str] = Counter()
    network = Network(model.weights(), model.vocabularies)
    for one in cases:
        categories = {name: network.vocabularies[SHARED.get(name, name)].encode(rows) for name, rows in one.categories.items()}
        known = network.read(categories["words"], one.vectors.astype(numpy.float32), one.heads, one.roots)
        chances = network.types(known[one.judged], categories["words"][one.judged])
        told = numpy.where(1 - chances[:, 0] >= LIKELY, chances[:, 1:].argmax(1) + 1, 0)
        right = (told == one.types) & (told > 0)
        found.update(told=int((told > 0).sum()), gold=int((one.types > 0).sum()), type=int(right.sum()))
        if len(one.said):
            stances = network.stances(known, one.vectors[:, -SIZE:].astype(numpy.float32), one.said, categories["said"])
            real = one.stances > 0
            found.update(
                said=len(real),
                real=int(real.sum()),
                kept=int((stances[:, 0] < FALSE).sum()),
                kept_real=int((stances[real, 0] < FALSE).sum()),
                **speaker_counts(one, network, known, categories["heard"]),
                stance=int((stances[real, 1:].argmax(1) + 1 == one.stances[real]).sum()),
            )
        if not len(one.pairs):
            continue
        triggers = known[one.triggers]
        statuses, historical, _ = network.statuses(triggers, one.kinds, categories["facts"])
        found.update(
            events=len(one.triggers),
            status=int((statuses.argmax(1) == one.statuses[:, :-2].argmax(1)).sum()),
            historical=int(((historical > LIKELY) == one.statuses[:, -2]).sum()),
        )
        mention, entry, event = one.pairs.T
        sides = network.sides(triggers[event], known[mention], one.kinds[event], categories["pairs"], entry, one.entries)
        dates, nothing = network.dates(triggers, one.kinds, known[one.times[:, 0]], categories["times"], one.times[:, 1])
        for rank, gold in enumerate(one.gold):
            rights = []
            for side, name in enumerate(("actor", "recipient")):
                chosen = numpy.flatnonzero((one.entries.event == rank) & (sides[:, side] >= LIKELY))
                rights.append(
                    codes({one.codes[i] for i in chosen}) == codes({mention["code"] for mention in gold[name] if mention["code"]})
                )
            found.update(actor=rights[0], recipient=rights[1], both=all(rights))
            own = one.times[:, 1] == rank
            good, bad = (dates[own & (one.times[:, 2] == value)] for value in (1, 0))
            if gold["date"]:
                found.update(dated=1, date=bool(good.sum() > max(nothing[rank], bad.max(initial=0))))
            else:
                found.update(undated=bool(nothing[rank] >= bad.max(initial=0)))
    return found


def speaker_counts(one: Case, network: Network, known: Floats, rows: Ints) -> dict[str, int]:
    """Of the cues of real statements, how many have some known speaker near, and of how many of these just the right ones are likely."""
    if not len(one.heard):
        return {}
    mention, entry, cue = one.heard.T
    kinds = numpy.full(len(cue), SAYING)
    chances = network.sides(known[one.said[cue, 0]], known[mention], kinds, rows, entry, one.hearing)[:, 0]
    ranks = [rank for rank in numpy.flatnonzero(one.stances > 0) if (one.speaks[one.hearing.event == rank] > 0).any()]
    right = [((chances >= LIKELY) == (one.speaks > 0))[one.hearing.event == rank].all() for rank in ranks]
    return {"spoken": len(right), "speaker": int(sum(right))}


def show(found: Counter[str]) -> str:
    precision, recall = found["type"] / max(found["told"], 1), found["type"] / found["gold"]
    shares = (f"{name} {found[name] / found['events']:.3f}" for name in ("actor", "recipient", "both", "status", "historical"))
    f1 = 2 * found["type"] / (found["told"] + found["gold"])
    dates = f"dates {found['date'] / max(found['dated'], 1):.3f}, undated left {found['undated'] / (found['events'] - found['dated']):.3f}"
    said = (
        f"speakers {found['speaker'] / max(found['spoken'], 1):.3f}, stances {found['stance'] / max(found['real'], 1):.3f}, "
        f"statements {found['kept_real']} of {found['real']} kept, "
        f"of the false ones {found['kept'] - found['kept_real']} of {found['said'] - found['real']}"
    )
    return ", ".join((f"type F1 {f1:.3f} (P {precision:.3f} R {recall:.3f})", *shares, dates, said))


def folds(cases: Sequence[Case], count: int) -> list[int]:
    """The fold of each case, by document."""
    names = sorted({case.document for case in cases})
    random.Random(1).shuffle(names)
    rank = {name: i % count for i, name in enumerate(names)}
    return [rank[case.document] for case in cases]
