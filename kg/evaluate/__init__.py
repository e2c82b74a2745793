"""Compare what is told of articles with what careful annotators found in them."""

from kg.evaluate.gold import EVERY, Choice
from kg.evaluate.run import Evaluation, evaluate, evaluate_built

__all__ = ["EVERY", "Choice", "Evaluation", "evaluate", "evaluate_built"]
