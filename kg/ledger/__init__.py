"""The ledger: what each document of a built folder told, so that the graph can grow without reading all again."""

from kg.ledger.book import FOLDER, Ledger, check_free, open_ledger
from kg.ledger.maker import joiner_of, maker_of
from kg.ledger.remembered import remembered_judgements
from kg.ledger.settle import drawn, settle, standing, unsettle

__all__ = [
    "FOLDER",
    "Ledger",
    "check_free",
    "drawn",
    "joiner_of",
    "maker_of",
    "open_ledger",
    "remembered_judgements",
    "settle",
    "standing",
    "unsettle",
]
