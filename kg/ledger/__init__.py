"""The ledger: what each document of a built folder told, so that the graph can grow without reading all again."""

from kg.ledger.book import Ledger, check_free, open_ledger
from kg.ledger.maker import maker_of
from kg.ledger.settle import in_pieces, rebuilt, settle, settled

__all__ = ["Ledger", "check_free", "in_pieces", "maker_of", "open_ledger", "rebuilt", "settle", "settled"]
