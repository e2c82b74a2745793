"""Extract claims from a document whose names are known, by the frames of the ontology."""

from kg.extract.extractor import Extractor

__all__ = ["Extractor"]
