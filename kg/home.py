"""Where the files that travel with the code lie: the ontology and the sample documents."""

from pathlib import Path

from kg.errors import OntologyError

_PACKAGE = Path(__file__).resolve().parent


def ontology_folder() -> Path:
    """The ontology that this installation uses: ``kg/_ontology`` of a wheel, else ``ontology/`` beside the package in a repository.

    Raises OntologyError where neither is there.
    """
    places = (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology")
    for place in places:
        if place.is_dir():
            return place
    raise OntologyError(f"{places[0]}:1: no ontology; it was expected there or in {places[1]}; reinstall kg, or name a folder")


def samples_folder() -> Path:
    """The folder with the sample documents, ready to be given to ``kg build``; nothing else lies in it."""
    return _PACKAGE / "samples" / "documents"
