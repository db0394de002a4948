"""Train the network that judges triggers, sides and status: ``python -m training.pt.coder [--folds 5]``.

From the gold's training documents and our own annotations, read from the start as the coder reads them. For every word that could be a
trigger it learns which type it is of, if any; for every event of the annotators, which of the actors near it are actor, recipient and
source, its status, whether it is historical. Needs PyTorch. With ``--folds`` it writes nothing and prints what documents left out score.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter

import numpy

from lacos.events.network.network import DATA
from training.pt.coder.cases import all_cases
from training.pt.coder.learning import learn
from training.pt.coder.model import Model
from training.pt.coder.scoring import folds, score, show


def write(model: Model) -> None:
    numpy.savez_compressed(DATA / "network.npz", **{name: value.astype(numpy.float16) for name, value in model.weights().items()})
    known = {name: vocabulary.to_json() for name, vocabulary in model.vocabularies.items()}
    (DATA / "network.json").write_text(json.dumps(known, ensure_ascii=False, indent=0), "utf8")


def make() -> None:
    """Learn from all documents and write the network."""
    write(learn(all_cases()))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int)
    count = options.parse_args().folds
    if not count:
        make()
        return
    cases = all_cases()
    fold, total = folds(cases, count), Counter[str]()
    for k in range(count):
        model = learn([one for one, f in zip(cases, fold, strict=True) if f != k])
        found = score(model, (one for one, f in zip(cases, fold, strict=True) if f == k))
        print(f"fold {k + 1}: {show(found)}", flush=True)
        total += found
    print(f"{count} folds: {show(total)}")


if __name__ == "__main__":
    main()
