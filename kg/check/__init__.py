"""Whether a built graph, and the ontology behind it, keep their own rules."""

from kg.check.finding import Finding, Outcome
from kg.check.material import Material, read_material
from kg.check.run import check, check_store

__all__ = ["Finding", "Material", "Outcome", "check", "check_store", "read_material"]
