"""Train the Portuguese pipeline from ../shared/data and put it into the package: ``python -m training.pt [--only package]``.

Steps, with minutes on one core: prepare (corpora), vectors, parser_wide (50) and parser_narrow (35) on the treebanks, teachers (50),
distil (15: the news that they agree on), parser (45) and ner (25) on treebanks and news, parser_gold and ner_gold (10 each) on the gold
alone, package, evaluate (prints the scores), coder (30: the network of events, learnt on the trees of the new pipeline).
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Mapping

from spacy import util
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_nlp
from thinc.api import use_ops

import lacos.language.embedding  # noqa: F401  registers the architecture that the configurations name
from training import vectors
from training.pt import evaluate, package, prepare
from training.pt.prepare import ROOT, WORK


def train(name: str, config: str = "", overrides: Mapping[str, object] = {}) -> None:
    """Run one spaCy training in this process, with numpy's own BLAS, much faster than the default on these small matrices."""
    loaded = util.load_config(ROOT / "training" / "pt" / f"{config or name}.cfg", overrides=dict(overrides), interpolate=True)
    with use_ops("numpy", use_blis=False):
        nlp = init_nlp(loaded)
        (WORK / name).mkdir(parents=True, exist_ok=True)
        train_nlp(nlp, WORK / name, stdout=sys.stdout, stderr=sys.stderr)


def teach(module: str, step: str = "main") -> None:
    """A step that needs PyTorch, which is loaded for nothing else."""
    getattr(importlib.import_module(f"training.pt.{module}"), step)()


WIDE = {"paths.train": str(WORK / "treebanks" / "short.spacy"), "training.dropout": 0.35}
NARROW = WIDE | {"training.dropout": 0.2, "paths.width": 144, "paths.depth": 5}
STEPS: dict[str, Callable[[], object]] = {
    "prepare": prepare.main,
    "vectors": vectors.main,
    "parser_wide": lambda: train("parser_wide", "parser", WIDE),
    "parser_narrow": lambda: train("parser_narrow", "parser", NARROW),
    "teachers": lambda: teach("distil", "train_teachers"),
    "distil": lambda: teach("distil"),
    "parser": lambda: train("parser"),
    "parser_gold": lambda: train("parser_gold"),
    "ner": lambda: train("ner"),
    "ner_gold": lambda: train("ner_gold"),
    "package": package.main,
    "evaluate": evaluate.main,
    "coder": lambda: teach("coder", "make"),
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=STEPS, nargs="+", default=list(STEPS))
    for step in options.parse_args().only:
        STEPS[step]()


if __name__ == "__main__":
    main()
