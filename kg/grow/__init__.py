"""The living graph: documents put into a built folder, and taken out of it, without reading the others again.

A build leaves the pieces of its files in the ledger, so that an addition writes only what it changed, and the store gets the difference.
Names are compared across all documents each time, since one text can join two persons or part them; that is what grows with the graph.
Measured with 2,999 press releases whose build took 291 CPU s, when names were compared by spelling alone: one more 2.3 CPU s in a process
that has loaded the road (1/128), 4.7 as a command (1/62), of which 2.3 are loading; a document that is there unchanged 0.9, and a removal
2.9 (tests/bench/grow_cost.py). Comparing them by weighed signs (``kg.resolve.identity``) took 15 CPU s more for as many names.
"""

from kg.grow.change import DRAWN_AT_ONCE, Change, Manner, add, remove
from kg.grow.reader import Reader

__all__ = ["DRAWN_AT_ONCE", "Change", "Manner", "Reader", "add", "remove"]
