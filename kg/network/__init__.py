"""What the shape of the graph tells: central actors, brokers, communities and paths, by networkx and numpy."""

from kg.network.graph import Outline, outline, to_networkx
from kg.network.measures import Actor, Broker, Community, Measures, Naming, measure
from kg.network.paths import Path, Step, named, shortest_paths

__all__ = [
    "Actor",
    "Broker",
    "Community",
    "Measures",
    "Naming",
    "Outline",
    "Path",
    "Step",
    "measure",
    "named",
    "outline",
    "shortest_paths",
    "to_networkx",
]
