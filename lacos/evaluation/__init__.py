"""How right the coder is: its records against annotated documents, and floors that a change must not go under."""

from lacos.evaluation.floors import below
from lacos.evaluation.gold import GoldDocument, GoldError, load
from lacos.evaluation.mistakes import KINDS, Mistake, mistakes
from lacos.evaluation.scoring import Scores, score

__all__ = ["KINDS", "GoldDocument", "GoldError", "Mistake", "Scores", "below", "load", "mistakes", "score"]
