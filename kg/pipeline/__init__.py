"""The pipeline: the only room that knows the order of the stages."""

from kg.pipeline.build import build
from kg.pipeline.built import Built, open_built
from kg.pipeline.knowledge import Settings
from kg.pipeline.road import Road
from kg.pipeline.summary import Summary

__all__ = ["Built", "Road", "Settings", "Summary", "build", "open_built"]
