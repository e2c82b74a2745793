"""Discs put side by side without overlap: near what they are tied to, around one middle."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from kg.network.graph import Floats

TURNS = tuple((round(math.cos(i * math.pi / 18), 6), round(math.sin(i * math.pi / 18), 6)) for i in range(36))
SLACK = 1e-6


@dataclass(slots=True)
class Disc:
    """A disc that is being placed; it has no other life than one packing."""

    radius: float
    x: float = 0.0
    y: float = 0.0


def pack(discs: list[Disc], pull: Floats, *, wide: float) -> None:
    """Place all discs, the largest first, each touching one that lies there already where its ties are shortest.

    ``pull`` is the weight of ties between every two discs, ``wide`` how much wider than high the whole shall be.
    """
    order = sorted(range(len(discs)), key=lambda i: (-discs[i].radius, i))
    for rank, number in enumerate(order):
        if rank:
            _touch(discs[number], [discs[i] for i in order[:rank]], pull[number][order[:rank]], wide=wide)
    _centre(discs)


def _touch(disc: Disc, placed: list[Disc], pull: Floats, *, wide: float) -> None:
    x, y, r = (np.array([getattr(d, name) for d in placed]) for name in ("x", "y", "radius"))
    turns = np.array(TURNS)
    reach = (r + disc.radius)[:, None]
    spots_x = (x[:, None] + reach * turns[None, :, 0]).ravel()
    spots_y = (y[:, None] + reach * turns[None, :, 1]).ravel()
    across, along = spots_x[:, None] - x[None, :], spots_y[:, None] - y[None, :]
    distance = np.sqrt(across * across + along * along)
    free = (distance >= (r + disc.radius)[None, :] - SLACK * distance - SLACK).all(axis=1)
    total = float(pull.sum(axis=0))
    tied = (distance * (pull / total if total else pull)[None, :]).T.sum(axis=0)
    middle = np.sqrt((spots_x / wide) ** 2 + spots_y**2)
    cost = np.where(free, np.rint((0.5 * tied + middle) * 100), np.inf)
    best = int(cost.argmin())
    disc.x, disc.y = float(spots_x[best]), float(spots_y[best])


def _centre(discs: list[Disc]) -> None:
    x = (max(d.x + d.radius for d in discs) + min(d.x - d.radius for d in discs)) / 2
    y = (max(d.y + d.radius for d in discs) + min(d.y - d.radius for d in discs)) / 2
    for disc in discs:
        disc.x, disc.y = disc.x - x, disc.y - y


def scatter(bodies: list[list[Disc]], *, wide: float) -> None:
    """Leave the first body where it is and set each other one, whole, on the nearest free place along a spiral around it."""
    taken = [(d.x, d.y, d.radius) for d in bodies[0]]
    turn = 0
    hulls = [(max(math.sqrt(d.x**2 + d.y**2) + d.radius for d in body), body) for body in bodies[1:]]
    for radius, body in sorted(hulls, key=lambda hull: -hull[0]):
        turn, x, y = _free(np.array(taken), radius, max(0, turn - 40), wide=wide)
        for disc in body:
            disc.x, disc.y = disc.x + x, disc.y + y
        taken.append((x, y, radius))


def _free(taken: Floats, radius: float, turn: int, *, wide: float) -> tuple[int, float, float]:
    """The first place of the spiral, from ``turn`` on, where a disc of ``radius`` touches nothing."""
    while True:
        steps = np.arange(turn, turn + 64)
        far = [24.0 * math.sqrt(i) for i in steps.tolist()]
        x = np.array([round(wide * f * math.cos(2.4 * i), 3) for f, i in zip(far, steps.tolist(), strict=True)])
        y = np.array([round(f * math.sin(2.4 * i), 3) for f, i in zip(far, steps.tolist(), strict=True)])
        across, along = x[:, None] - taken[None, :, 0], y[:, None] - taken[None, :, 1]
        free = (np.sqrt(across * across + along * along) >= taken[None, :, 2] + radius).all(axis=1)
        if free.any():
            hit = int(free.argmax())
            return int(steps[hit]), float(x[hit]), float(y[hit])
        turn += 64
