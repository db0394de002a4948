"""Train the Portuguese pipeline from ../shared/data and put it into the package: ``python -m training.pt [--only package]``.

Steps: prepare (corpora), vectors, parser and ner (spaCy trainings, about 90 and 15 minutes on one core each), package, evaluate.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from training import vectors
from training.pt import evaluate, package, prepare
from training.pt.prepare import ROOT, WORK


def train(name: str) -> None:
    """Run one spaCy training; BLAS threads only slow these small matrices down."""
    config, full = ROOT / "training" / "pt" / f"{name}.cfg", WORK / f"{name}.full.cfg"
    code = str(ROOT / "lacos" / "language" / "embedding.py")
    spacy = [sys.executable, "-m", "spacy"]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run([*spacy, "init", "fill-config", str(config), str(full), "--code", code], check=True, cwd=ROOT)
    subprocess.run([*spacy, "train", str(full), "--code", code, "--output", str(WORK / name)], check=True, cwd=ROOT, env=environment)


STEPS = {
    "prepare": prepare.main,
    "vectors": vectors.main,
    "parser": lambda: train("parser"),
    "ner": lambda: train("ner"),
    "ner_gold": lambda: train("ner_gold"),
    "package": package.main,
    "evaluate": evaluate.main,
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=STEPS, nargs="+", default=list(STEPS))
    for step in options.parse_args().only:
        STEPS[step]()


if __name__ == "__main__":
    main()
