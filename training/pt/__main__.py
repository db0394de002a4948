"""Train the Portuguese pipeline from ../shared/data and put it into the package: ``python -m training.pt [--only package]``.

Steps: prepare (corpora), vectors, parser (about 50 minutes on one core), ner and ner_gold (about 25), package, evaluate (prints the
scores) and arguments (who fills the sides of events, learnt on the trees of the new pipeline). ``--only pretrain`` makes weights that
parser.cfg may start from (paths.init_tok2vec); the shipped model did without.
"""

from __future__ import annotations

import argparse
import sys

from spacy import util
from spacy.cli.init_config import fill_config
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_nlp
from spacy.training.pretrain import pretrain
from thinc.api import use_ops

import lacos.language.embedding  # noqa: F401  registers the architecture that the configurations name
from training import vectors
from training.pt import arguments, evaluate, package, prepare
from training.pt.prepare import ROOT, WORK


def train(name: str) -> None:
    """Run one spaCy training in this process, with numpy's own BLAS, much faster than the default on these small matrices."""
    config = util.load_config(ROOT / "training" / "pt" / f"{name}.cfg", interpolate=True)
    with use_ops("numpy", use_blis=False):
        nlp = init_nlp(config)
        (WORK / name).mkdir(parents=True, exist_ok=True)
        train_nlp(nlp, WORK / name, stdout=sys.stdout, stderr=sys.stderr)


def pretrain_encoder() -> None:
    """Teach the parser's encoder the words of the news corpus (characters of each word from its context) before it sees a tree."""
    _, filled = fill_config(WORK / "pretrain.cfg", ROOT / "training" / "pt" / "parser.cfg", pretraining=True, silent=True)
    config = filled.interpolate()
    with use_ops("numpy", use_blis=False):
        (WORK / "pretrain").mkdir(parents=True, exist_ok=True)
        pretrain(config, WORK / "pretrain", use_gpu=-1, silent=False)


STEPS = {
    "prepare": prepare.main,
    "vectors": vectors.main,
    "pretrain": pretrain_encoder,
    "parser": lambda: train("parser"),
    "ner": lambda: train("ner"),
    "ner_gold": lambda: train("ner_gold"),
    "package": package.main,
    "evaluate": evaluate.main,
    "arguments": lambda: arguments.write(arguments.cases(arguments.load(arguments.GOLD))),
}
OPTIONAL = {"pretrain"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=STEPS, nargs="+", default=[step for step in STEPS if step not in OPTIONAL])
    for step in options.parse_args().only:
        STEPS[step]()


if __name__ == "__main__":
    main()
