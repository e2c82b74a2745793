"""The ontology folder, loaded and checked: schema, frames, language, authority, saved questions."""

from kg.ontology.load import Ontology, load_ontology

__all__ = ["Ontology", "load_ontology"]
