"""What all browser tests of the page use."""

from __future__ import annotations

import time
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


def until(page: Opened, holds: str, arg: object = None, seconds: float = 15) -> None:
    """Waits until a script's value is true.

    Playwright's own `wait_for_function` asks a second time from inside the page, where the page's policy forbids it
    to evaluate a text; so it passes only where the first look is already right.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(holds, arg):
        assert time.monotonic() < end, f"still not so after {seconds} s: {holds}"
        page.wait_for_timeout(20)
