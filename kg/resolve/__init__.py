"""Resolve the referents of all documents into entities: one for one thing."""

from kg.resolve.resolver import resolve

__all__ = ["resolve"]
