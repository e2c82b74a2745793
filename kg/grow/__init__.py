"""The living graph: documents put into a built folder, and taken out of it, without reading the others again."""

from kg.grow.change import Change, Manner, add, remove
from kg.grow.reader import Reader

__all__ = ["Change", "Manner", "Reader", "add", "remove"]
