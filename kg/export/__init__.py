"""The graph in the formats of other tools, and the ontology as a page."""

from kg.export.formats import FORMATS, export
from kg.export.source import Source, read_source

__all__ = ["FORMATS", "Source", "export", "read_source"]
