"""The living graph: documents put into a built folder, and taken out of it, without reading the others again.

A build leaves the pieces of its files in the ledger, so that an addition writes only what it changed, and the store gets the difference;
and what identity needs (``kg.resolve.state``), so that only the names that a document touches are compared again. A build is the same with
all documents new. With 3,000 press releases, one of them taken out and put in again cost 0.6 to 1.1 CPU s each in a process that has loaded
the road, about 0.2 of it identity; as a command, once, 4.9 to put it in and 2.8 to take it out, most of it loading the road and the index
of the authority file, and 1.1 where it was there unchanged. These were taken on a busy machine and on a folder that older code had built
(that build took 407 CPU s), so they are no ratio to a rebuild: tests/bench/grow_cost.py gives that, and has not been run since.
"""

from kg.grow.change import DRAWN_AT_ONCE, Change, Manner, add, remove
from kg.grow.reader import Reader

__all__ = ["DRAWN_AT_ONCE", "Change", "Manner", "Reader", "add", "remove"]
