"""Analyse a document into sentences and tokens with exact offsets; the only room that knows Kiwi."""

from kg.analyse.kiwi import Analyser

__all__ = ["Analyser"]
