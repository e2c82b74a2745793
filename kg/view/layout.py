"""Where everything stands on the map: communities as islands packed apart, a force layout inside each, nothing on top of anything.

Only additions, products, quotients and square roots touch the positions, and sums never run along the last axis, so that the
same graph gives the same bytes on every machine that keeps IEEE 754.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

import networkx as nx
import numpy as np

from kg.network.communities import communities, membership
from kg.network.graph import Floats, Ints, Ties
from kg.view.packing import Disc, pack, scatter

Groups = tuple[tuple[int, ...], ...]

EDGE = 54.0
GAP = 13.0
SHORE = 26.0
NARROW = 12.0
FEW = 4
PART = 220
WIDE = 1.3
# So many pairs of members are moved together: for few a call of numpy costs more than its work, and many need too much memory.
_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True)
class Island:
    """The disc on which the members of one community stand, in map units."""

    community: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """The position of each entity in map units, rounded to whole ones, and the islands; entities without a tie stand in rows below."""

    positions: Ints
    islands: tuple[Island, ...]


class Shape(NamedTuple):
    """A group by the number of its members and the ends of its ties."""

    size: int
    sources: tuple[int, ...]
    targets: tuple[int, ...]


class Settled(NamedTuple):
    """Where the members of a group stand around the middle of their disc, and its radius."""

    local: Floats
    reach: float


def layout(pairs: Ties, groups: Groups, radii: Floats) -> Map:
    """A map of all entities: ``groups`` are the communities, ``radii`` the size of each entity in map units.

    Force layout by Fruchterman and Reingold (1991) inside each community; nothing overlaps, everything is deterministic.
    """
    of = membership(pairs.count, groups)
    settled = _settled(_inside(pairs, groups), [radii[list(group)] for group in groups])
    discs = [Disc(own.reach) for own in settled]
    bodies = _bodies(pairs, of, len(groups))
    if bodies:
        _place_bodies(bodies, discs, pull=_pull(pairs, of, len(groups)))
    outward = _outward(pairs, of, discs)
    spots = np.zeros((pairs.count, 2))
    for number, (group, own) in enumerate(zip(groups, settled, strict=True)):
        members = list(group)
        spots[members] = _turned(own.local, outward[members], number) + np.array([discs[number].x, discs[number].y])
    _shelve(spots, of, radii=radii, bottom=max((d.y + d.radius for d in discs), default=0.0))
    islands = tuple(Island(n, round(d.x), round(d.y), round(d.radius)) for n, d in enumerate(discs))
    return Map(np.rint(spots).astype(np.int64), islands)


def _settled(inner: Sequence[Ties], radii: Sequence[Floats]) -> list[Settled]:
    """The members of each group around the middle of their disc."""
    small = iter(_drawn([ties for ties in inner if ties.count <= PART]))
    large = iter(_packed(*_large(inner, radii)))
    drawn = [_spread(next(small), own) if ties.count <= PART else next(large) for ties, own in zip(inner, radii, strict=True)]
    settled = []
    for spots, middle, own in zip(drawn, _middles(drawn), radii, strict=True):
        local = spots - middle
        reach = float((np.sqrt(local[:, 0] ** 2 + local[:, 1] ** 2) + own).max()) + _shore(len(spots))
        settled.append(Settled(local, reach))
    return settled


def _large(inner: Sequence[Ties], radii: Sequence[Floats]) -> tuple[list[Ties], list[Floats]]:
    """The large groups among some, and the radii of their members."""
    large = [(ties, own) for ties, own in zip(inner, radii, strict=True) if ties.count > PART]
    return [ties for ties, _ in large], [own for _, own in large]


def _packed(inner: Sequence[Ties], radii: Sequence[Floats]) -> list[Floats]:
    """The places of large groups, each packed from smaller parts."""
    if not inner:
        return []
    parts = [_parts(ties) for ties in inner]
    smaller = [ties for whole, groups in zip(inner, parts, strict=True) for ties in _inside(whole, groups)]
    settled = iter(_settled(smaller, [own[list(part)] for own, groups in zip(radii, parts, strict=True) for part in groups]))
    return [_joined(whole, groups, list(islice(settled, len(groups)))) for whole, groups in zip(inner, parts, strict=True)]


def _joined(inner: Ties, parts: Groups, settled: Sequence[Settled]) -> Floats:
    """The places of the members of a group, from those in its parts."""
    discs = [Disc(own.reach - _shore(len(part)) * 0.6) for part, own in zip(parts, settled, strict=True)]
    pack(discs, _pull(inner, membership(inner.count, parts), len(parts)), wide=1.0)
    spots = np.zeros((inner.count, 2))
    for part, own, disc in zip(parts, settled, discs, strict=True):
        spots[list(part)] = own.local + np.array([disc.x, disc.y])
    return spots


def _shore(count: int) -> float:
    """The free rim of an island of ``count`` members; the many small ones would else take most of the map."""
    return SHORE if count > FEW else NARROW


def _middles(groups: Sequence[Floats]) -> list[Floats]:
    """The centre of nearly the smallest disc that holds all points of a group (Bădoiu and Clarkson 2003): step to the farthest, ever less.

    Groups of one size go together.
    """
    alike: dict[int, list[int]] = defaultdict(list)
    for number, spots in enumerate(groups):
        alike[len(spots)].append(number)
    found: dict[int, Floats] = {}
    for numbers in alike.values():
        spots = np.stack([groups[number] for number in numbers])
        centres, each = (spots.max(axis=1) + spots.min(axis=1)) / 2, np.arange(len(spots))
        for step in range(2, 60):
            line = spots - centres[:, None]
            centres = centres + line[each, (line[:, :, 0] ** 2 + line[:, :, 1] ** 2).argmax(axis=1)] / step
        found.update(zip(numbers, centres, strict=True))
    return [found[number] for number in range(len(groups))]


def _inside(pairs: Ties, groups: Groups) -> list[Ties]:
    """The ties inside each group, its members renumbered from 0."""
    of, place = membership(pairs.count, groups), np.zeros(pairs.count, dtype=np.int64)
    for group in groups:
        place[list(group)] = np.arange(len(group))
    same = np.flatnonzero((of[pairs.source] == of[pairs.target]) & (of[pairs.source] >= 0))
    same = same[np.argsort(of[pairs.source[same]], kind="stable")]
    ends = np.searchsorted(of[pairs.source[same]], np.arange(len(groups) + 1))
    source, target, weight = place[pairs.source[same]], place[pairs.target[same]], pairs.weight[same]
    own = zip(groups, pairwise(ends.tolist()), strict=True)
    return [Ties(len(group), source[start:end], target[start:end], weight[start:end]) for group, (start, end) in own]


def _parts(inner: Ties) -> Groups:
    """Smaller groups of one community by Louvain; where that splits nothing, or leaves members out, slices of at most PART."""
    found = communities(inner, resolution=2.0)
    left = tuple(sorted(set(range(inner.count)) - {i for group in found for i in group}))
    groups = (*found, left) if left else found
    if all(len(group) < inner.count for group in groups) and len(groups) <= inner.count // 3:
        return groups
    return tuple(tuple(range(i, min(i + PART, inner.count))) for i in range(0, inner.count, PART))


def _sunflower(order: Ints) -> Floats:
    """Starting places on a spiral, the first of ``order`` in the middle."""
    golden = math.pi * (3 - math.sqrt(5))
    spots = np.zeros((len(order), 2))
    for rank, node in enumerate(order.tolist()):
        radius = EDGE * 0.6 * math.sqrt(rank)
        spots[node] = (round(radius * math.cos(rank * golden), 3), round(radius * math.sin(rank * golden), 3))
    return spots


def _drawn(groups: Sequence[Ties]) -> list[Floats]:
    """Where the forces leave the members of each group; groups of one size go together, and those of one shape are one."""
    shapes = [Shape(ties.count, tuple(ties.source.tolist()), tuple(ties.target.tolist())) for ties in groups]
    alike: dict[int, list[Shape]] = defaultdict(list)
    for shape in dict.fromkeys(shapes):
        alike[shape.size].append(shape)
    found: dict[Shape, Floats] = {}
    for count, some in alike.items():
        most = max(1, _AT_ONCE // (count * count))
        for own in (some[at : at + most] for at in range(0, len(some), most)):
            found.update(zip(own, _forces(count, own), strict=True))
    return [found[shape] for shape in shapes]


def _forces(count: int, shapes: Sequence[Shape], rounds: int = 70) -> list[Floats]:
    """Fruchterman and Reingold's forces with linear cooling and a weak pull to the middle, in groups of so many members."""
    total = len(shapes) * count
    own = list(zip(range(0, total, count), shapes, strict=True))
    source = np.array([first + end for first, shape in own for end in shape.sources], dtype=np.int64)
    target = np.array([first + end for first, shape in own for end in shape.targets], dtype=np.int64)
    degree = np.bincount(np.concatenate([source, target]), minlength=total).reshape(len(shapes), count)
    spots = np.concatenate([_sunflower(np.lexsort((np.arange(count), -tied))) for tied in degree]).T.copy()
    for step in range(rounds):
        each = spots.reshape(2, len(shapes), count)
        apart = each[:, :, None, :] - each[:, :, :, None]
        square = apart * apart
        move = (EDGE * EDGE / (square[0] + square[1] + 1.0) * apart).sum(axis=2).reshape(2, total)
        line = spots[:, target] - spots[:, source]
        square = line * line
        tug = line * (np.sqrt(square[0] + square[1]) / EDGE)
        for axis in (0, 1):
            move[axis] += np.bincount(source, weights=tug[axis], minlength=total)
            move[axis] -= np.bincount(target, weights=tug[axis], minlength=total)
        move -= spots * 0.9
        square = move * move
        length = np.sqrt(square[0] + square[1]) + 1e-9
        spots = spots + move / length * np.minimum(length, EDGE * 1.2 * (1 - step / rounds) + 1.0)
    return [np.ascontiguousarray(spots[:, first : first + count].T) for first, _ in own]


def _spread(spots: Floats, radii: Floats) -> Floats:
    """Push pairs apart until every two have a gap between them."""
    least = radii[:, None] + radii[None, :] + GAP
    np.fill_diagonal(least, 0.0)
    for _ in range(150):
        across = spots[:, None, 0] - spots[None, :, 0]
        along = spots[:, None, 1] - spots[None, :, 1]
        distance = np.sqrt(across * across + along * along) + 1e-6
        lack = np.maximum(least - distance, 0.0)
        if lack.max() < 0.5:
            break
        # 1.1 goes a little too far on purpose: exact halves take many more rounds in a crowd.
        share = lack / distance * 0.55
        spots = spots - np.stack([(share * across).sum(axis=0), (share * along).sum(axis=0)], axis=1) * 0.7
    return spots


def _pull(pairs: Ties, of: Ints, count: int) -> Floats:
    """The weight of the ties between every two groups."""
    a, b = of[pairs.source], of[pairs.target]
    across = (a != b) & (a >= 0) & (b >= 0)
    flat = np.bincount(a[across] * count + b[across], weights=pairs.weight[across], minlength=count * count)
    square = flat.reshape(count, count)
    return np.asarray(square + square.T)


def _bodies(pairs: Ties, of: Ints, count: int) -> list[list[int]]:
    """The groups that are joined by ties, directly or not, the body with most members first."""
    net = nx.Graph()
    net.add_nodes_from(range(count))
    net.add_edges_from((int(of[a]), int(of[b])) for a, b in zip(pairs.source, pairs.target, strict=True))
    size = np.bincount(of[of >= 0], minlength=count)
    bodies = [sorted(int(i) for i in body) for body in nx.connected_components(net)]
    return sorted(bodies, key=lambda body: (-int(size[body].sum()), body))


def _place_bodies(bodies: list[list[int]], discs: list[Disc], *, pull: Floats) -> None:
    """Pack the largest body in the middle, each other one as a whole, and scatter these around it."""
    for body in bodies:
        pack([discs[i] for i in body], pull[np.ix_(body, body)], wide=WIDE)
    scatter([[discs[i] for i in body] for body in bodies], wide=WIDE)


def _outward(pairs: Ties, of: Ints, discs: list[Disc]) -> Floats:
    """For each entity the sum of directions from its island to those where its outer ties end."""
    middle = np.array([(disc.x, disc.y) for disc in discs]).reshape(-1, 2)
    wish = np.zeros((pairs.count, 2))
    for ends, others in ((pairs.source, pairs.target), (pairs.target, pairs.source)):
        outer = (of[ends] != of[others]) & (of[ends] >= 0) & (of[others] >= 0)
        line = middle[of[others[outer]]] - middle[of[ends[outer]]]
        line /= np.sqrt(line[:, :1] ** 2 + line[:, 1:] ** 2) + 1e-9
        for axis in (0, 1):
            wish[:, axis] += np.bincount(ends[outer], weights=line[:, axis], minlength=pairs.count)
    return wish


def _turned(spots: Floats, wish: Floats, number: int) -> Floats:
    """Turn an island so that its members face their outer ties as well as one rotation can (Procrustes).

    One without outer ties is turned by its number: many small ones side by side would else look like stripes.
    """
    dot = float((spots * wish).sum(axis=0).sum())
    cross = float((spots[:, 0] * wish[:, 1] - spots[:, 1] * wish[:, 0]).sum())
    length = math.sqrt(dot * dot + cross * cross)
    golden = math.pi * (3 - math.sqrt(5))
    turn = (round(math.cos(number * golden), 6), round(math.sin(number * golden), 6))
    cosine, sine = (dot / length, cross / length) if length >= 1e-6 else turn
    return np.stack([spots[:, 0] * cosine - spots[:, 1] * sine, spots[:, 0] * sine + spots[:, 1] * cosine], axis=1)


def _shelve(spots: Floats, of: Ints, *, radii: Floats, bottom: float) -> None:
    """Put the entities of no group in rows below the map."""
    alone = np.flatnonzero(of < 0)
    step = 2 * float(radii[alone].max(initial=0.0)) + GAP
    columns = max(1, math.ceil(math.sqrt(len(alone)) * 3))
    top = bottom + 3 * SHORE if bottom else 0.0
    for rank, node in enumerate(alone.tolist()):
        spots[node] = ((rank % columns - (columns - 1) / 2) * step, top + (rank // columns) * step)
