"""Measures the page against pyvis's own, on the same made-up graph, in one run: ``python -m tests.bench.page [--baseline] NODES...``.

CPU is the main thread's time in headless Chromium (thread ticks), so other processes on the machine do not count;
wall times are noisy on a shared machine. The baseline is ``Network(directed=True, cdn_resources="in_line")`` with labels, as shipped.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, sync_playwright
from pyvis.network import Network

from kg.network import Naming, measure
from kg.ontology.interface import load_interface
from kg.ontology.schema import load_schema
from kg.values import Graph
from kg.view import render
from tests.bench.synthetic import graph
from tests.needs import REPOSITORY, needs_browser

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
STEPS = 60
PATIENCE = 240


def ours(whole: Graph, path: Path) -> str:
    """Writes our page; returns how long each part took."""
    schema = load_schema(REPOSITORY / "ontology" / "techpolicy.ttl")
    texts = load_interface(schema)
    first = time.perf_counter()
    measures = measure(whole, Naming(texts.subjects, texts.bodies))
    second = time.perf_counter()
    path.write_text(render(whole, schema, measures=measures), encoding="utf-8")
    return f"measures {second - first:.1f} s, page with layout {time.perf_counter() - second:.1f} s, {path.stat().st_size / 1e6:.2f} MB"


def baseline(whole: Graph, path: Path) -> str:
    """Writes pyvis's own page of the same graph, evidence in the titles."""
    first = time.perf_counter()
    net = Network(directed=True, cdn_resources="in_line")
    for entity in whole.entities:
        net.add_node(entity.id, label=entity.ko, title=entity.type)
    for claim in whole.claims:
        net.add_edge(claim.subject, claim.object, label=claim.property, title=claim.quote)
    path.write_text(net.generate_html(), encoding="utf-8")
    return f"page {time.perf_counter() - first:.1f} s, {path.stat().st_size / 1e6:.2f} MB"


class Meter:
    """The main thread's clock and heap of one page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read(self, name: str) -> float:
        """One of Chromium's metrics: seconds, or bytes."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return float(next(m["value"] for m in metrics if m["name"] == name))

    def heap(self) -> float:
        """Megabytes of live JavaScript objects."""
        self.session.send("HeapProfiler.collectGarbage")
        return self.read("JSHeapUsedSize") / 1e6


def frames(meter: Meter, script: str) -> float:
    """Milliseconds of CPU for each of some frames that ``script`` moves."""
    before = meter.read("TaskDuration")
    meter.page.evaluate(
        "([steps, body]) => new Promise((done) => { const move = new Function('i', body); let i = 0;"
        " const next = () => { move(i); i += 1; if (i < steps) requestAnimationFrame(next); else requestAnimationFrame(done); };"
        " requestAnimationFrame(next); })",
        [STEPS, script],
    )
    return (meter.read("TaskDuration") - before) * 1000 / STEPS


def watch(browser: Any, path: Path, *, ready: str, network: str) -> list[str]:
    """What one page costs until it can be used, and while it moves."""
    context = browser.new_context(viewport={"width": 1600, "height": 900}, offline=True, bypass_csp=True)
    page = context.new_page()
    meter = Meter(page)
    first = time.perf_counter()
    try:
        page.goto(path.as_uri(), timeout=PATIENCE * 1000)
        page.wait_for_function(ready, timeout=PATIENCE * 1000)
    except Error as error:  # a page that is never ready is a result
        context.close()
        return [f"not ready within {PATIENCE} s ({type(error).__name__})"]
    told = [f"ready: CPU {meter.read('TaskDuration'):.2f} s, wall {time.perf_counter() - first:.1f} s", f"heap {meter.heap():.1f} MB"]
    pan = f"{network}.moveTo({{position: {{x: Math.sin(i / 9) * 400, y: Math.cos(i / 9) * 300}}}})"
    told.append(f"pan {frames(meter, pan):.1f} ms/frame")
    told.append(f"zoom {frames(meter, f'{network}.moveTo({{scale: {network}.getScale() * (i < 30 ? 1.06 : 0.943)}})'):.1f} ms/frame")
    if "kgPage" in network:
        told += interactions(page)
    context.close()
    return told


def interactions(page: Any) -> list[str]:
    """Milliseconds of the things that a reader does most."""
    timed = "(run) => {{ const start = performance.now(); {body}; return performance.now() - start; }}"
    tasks = {
        "search": "kgPage.search('반도체혁')",
        "initials, first": "kgPage.search('ㅂㄷㅊ')",
        "initials": "kgPage.search('ㅂㄷㅊㅎ')",
    }
    told = [f"{name} {page.evaluate(timed.format(body=body)):.1f} ms" for name, body in tasks.items()]
    later = "async () => {{ const start = performance.now(); await ({body}); return performance.now() - start; }}"
    slow = {
        "select, first": "kgPage.on.node(kgPage.model.order[3])",
        "select": "kgPage.on.node(kgPage.model.order[5])",
        "filter": "kgPage.on.filter({...kgPage.filter, classes: new Set([0])})",
        "focus": "kgPage.on.focus(kgPage.model.order[7], 1)",
    }
    return told + [f"{name} {page.evaluate(later.format(body=body)):.0f} ms" for name, body in slow.items()]


def main(arguments: list[str]) -> None:
    """Prints one line a page and size."""
    folder = Path(tempfile.mkdtemp())
    kinds = {"ours": (ours, "document.documentElement.dataset.ready === 'true'", "kgPage.stage.network")}
    if "--baseline" in arguments:
        stable = (
            "window.network && (window.stable || (window.stable = false, network.once('stabilized', () => window.stable = true), false))"
        )
        kinds["pyvis"] = (baseline, stable, "network")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(needs_browser()), args=FLAGS.split())
        for nodes in (int(a) for a in arguments if a.isdigit()):
            whole = graph(nodes)
            for name, (write, ready, network) in kinds.items():
                path = folder / f"{name}-{nodes}.html"
                made = write(whole, path)
                print(f"{nodes:>6} {name:<6} {made}; {'; '.join(watch(browser, path, ready=ready, network=network))}", flush=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
