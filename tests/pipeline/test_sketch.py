"""The sketch of a page is made aside, and what takes it in is there before it can come."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
import kg.pipeline.outputs
from kg.values import Graph

class Asked:
    def begin(self, work, *given):
        print(*sorted({"kg.network", "kg.view"} & sys.modules.keys()))

assert "kg.network" not in sys.modules
from kg.pipeline.sketch import begin_sketch
begin_sketch(Graph((), (), (), (), ()), None, Asked())
"""


def test_what_a_sketch_is_made_of_is_loaded_before_it_is_begun() -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    assert ran.stdout.split() == ["kg.network", "kg.view"]
