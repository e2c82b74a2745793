"""What all browser tests of the page use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kg.ontology.schema import load_schema
from tests.needs import REPOSITORY

SCHEMA = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
BASE = "https://data.example/id/"
Opened = Any
Open = Callable[..., Opened]


def at(page: Opened, node: str) -> tuple[float, float]:
    """Where an entity stands on the screen."""
    spot = page.evaluate(
        """(id) => {
          const { stage, model, scene } = window.kgPage;
          const i = model.place.get(id);
          const p = stage.network.canvasToDOM({ x: scene.X[i], y: scene.Y[i] });
          const box = stage.box.getBoundingClientRect();
          return [p.x + box.left, p.y + box.top];
        }""",
        node,
    )
    return spot[0], spot[1]


def title(page: Opened) -> str:
    return str(page.inner_text("#details-title"))
