"""Logistic regression over traits of which few hold at a time, with a prior that holds each weight near nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Columns = NDArray[np.int64]
# So many steps at most, and how little the last one changes; so many turns for each step at most, and how much nearer it must come.
_STEPS, _STILL = 50, 1e-5
_TURNS, _NEAR = 250, 1e-3


def posterior_mode(rows: Sequence[Columns], right: Numbers, prior: Numbers) -> Numbers:
    """The likeliest weights of traits, given which of them (``rows``) hold of each case and whether it is right (0 or 1).

    ``prior`` has the inverse variance of each weight around 0. Newton's method, each step found by conjugate gradients (Komarek and
    Moore, Making Logistic Regression a Core Data Mining Tool, 2005), since few of many traits hold of a case.
    """
    columns, of = np.concatenate(rows), np.repeat(np.arange(len(rows)), [len(row) for row in rows])

    def scores(weights: Numbers) -> Numbers:
        return np.asarray(np.bincount(of, weights[columns], len(rows)), dtype=np.float64)

    def gathered(values: Numbers) -> Numbers:
        return np.asarray(np.bincount(columns, values[of], len(prior)), dtype=np.float64)

    w = np.zeros(len(prior))
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-scores(w)))
        step = _step(scores, gathered, p * (1 - p), gathered(right - p) - prior * w, prior)
        w += step
        if np.abs(step).max() < _STILL:
            break
    return w


def _step(
    scores: Callable[[Numbers], Numbers], gathered: Callable[[Numbers], Numbers], spread: Numbers, slope: Numbers, prior: Numbers
) -> Numbers:
    """By how much to change the weights where the likelihood has this ``slope``: by conjugate gradients, each weight scaled by itself."""
    scale = gathered(spread) + prior
    step, rest = np.zeros(len(slope)), slope.copy()
    towards = rest / scale
    left = start = rest @ towards
    for _ in range(_TURNS):
        if left <= _NEAR**2 * start:
            break
        bent = gathered(spread * scores(towards)) + prior * towards
        along = left / (towards @ bent)
        step += along * towards
        rest -= along * bent
        scaled = rest / scale
        left, before = rest @ scaled, left
        towards = scaled + left / before * towards
    return step
