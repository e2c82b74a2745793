"""The living graph: documents put into a built folder, and taken out of it, without reading the others again.

A build leaves the pieces of its files in the ledger, so that an addition writes only what it changed, and the store gets the difference;
and what identity needs (``kg.resolve.state``), so that only the names that a document touches are compared again. A build is the same with
all documents new. Measured with 3,000 press releases whose build took 407 CPU s: one of them taken out and put in again 0.7 CPU s each in
a process that has loaded the road (1/580), of which identity is 0.2; as a command 4.9 to put it in (1/83), most of it loading the road and
the index of the authority file, and 2.8 to take it out; a document that is there unchanged 1.1.
The machine was busy meanwhile (tests/bench/grow_cost.py measures the same).
"""

from kg.grow.change import DRAWN_AT_ONCE, Change, Manner, add, remove
from kg.grow.reader import Reader

__all__ = ["DRAWN_AT_ONCE", "Change", "Manner", "Reader", "add", "remove"]
