"""What a build costs, measured against the analyser alone in the same run."""

from kg.bench.build import Cost, measure_build

__all__ = ["Cost", "measure_build"]
