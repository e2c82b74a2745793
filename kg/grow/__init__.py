"""The living graph: documents put into a built folder, and taken out of it, without reading the others again.

What it costs (tests/bench/grow_cost.py, CPU, 499 press releases whose build took 68 s): the data with one more document 1.2 s in a process
that has loaded the road, 5.5 s as a command, of which 4 s are loading; with page and report, drawn of the whole graph, 9 and 16 s.
Names are compared across all documents each time, so the cost grows with the graph, as that of a build does, some sixty times less. The
first change after a build, or after one with the page, makes all pieces or the whole store once.
"""

from kg.grow.change import DRAWN_AT_ONCE, Change, Manner, add, remove
from kg.grow.reader import Reader

__all__ = ["DRAWN_AT_ONCE", "Change", "Manner", "Reader", "add", "remove"]
