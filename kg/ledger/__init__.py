"""The ledger: what each document of a built folder told, so that the graph can grow without reading all again."""

from kg.ledger.book import FOLDER, Ledger, check_free, open_ledger
from kg.ledger.maker import maker_of
from kg.ledger.settle import drawn, settle, standing, unsettle

__all__ = ["FOLDER", "Ledger", "check_free", "drawn", "maker_of", "open_ledger", "settle", "standing", "unsettle"]
