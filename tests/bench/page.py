"""Measures the page against pyvis's own and against force-graph, on the same made-up graphs, turn by turn in one run.

    KG_FORCE_GRAPH=…/force-graph.min.js python -m tests.bench.page NODES... [--rounds N] [--patience SECONDS...] [--without RIVAL...]

CPU is the main thread's time in headless Chromium (thread ticks), so other processes on the machine hardly count; wall times are noisy
on a shared machine. ``pyvis`` is ``Network(directed=True, cdn_resources="in_line")`` as shipped: where its layout does not end within
the patience, its CPU until the end of its 1,000 rounds is reckoned from the rounds that it did, and told so. ``pyvis-still`` is the same
drawing at our places without physics: what panning and zooming cost where the shipped page never gets that far. At 20,000 one of its
frames takes seconds and nothing is asked of it: leave it out there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright, sync_playwright

from tests.bench.rivals import CANVAS, OURS, PYVIS, ROUNDS_OF_VIS, Rival, iterations, rivals, seconds
from tests.needs import needs_browser

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
STEPS = 60
Row = dict[str, float]

# What the issue asks: name, nodes, figure of ours, of whom, factor: ours <= theirs * factor; without a rival the factor is the limit.
TARGETS = (
    ("usable, CPU", 1000, "ready", "pyvis", 1 / 200),
    ("usable, CPU s", 20000, "ready", "", 1.5),
    ("pan", 1000, "pan", "pyvis", 1 / 30),
    ("zoom", 5000, "zoom", "pyvis-still", 1 / 10),
    ("pan, force-graph", 5000, "pan", "force-graph", 0.6),
    ("pan, force-graph", 20000, "pan", "force-graph", 0.2),
    ("file", 1000, "bytes", "pyvis", 1 / 3),
    ("file", 5000, "bytes", "pyvis", 1 / 6),
    ("file", 20000, "bytes", "pyvis", 1 / 8),
    ("heap when usable", 5000, "heap", "pyvis", 1 / 8),
    ("heap after use", 5000, "heap used", "pyvis", 1 / 8),
    ("search ms", 20000, "search", "", 10),
    ("filter ms", 20000, "filter", "", 200),
    ("select to evidence ms", 20000, "select", "", 100),
)


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

    def frames(self, body: str) -> float:
        """Milliseconds of CPU for each of some frames, the middle of three goes; ``body`` has the frame's number as ``i``."""
        return statistics.median(self._go(body) for _ in range(3))

    def _go(self, body: str) -> float:
        before = self.read("TaskDuration")
        self.page.evaluate(
            "([steps, body]) => new Promise((done) => { const move = new Function('i', body); let i = 0;"
            " const next = () => { move(i); i += 1; if (i < steps) requestAnimationFrame(next); else requestAnimationFrame(done); };"
            " requestAnimationFrame(next); })",
            [STEPS, body],
        )
        return (self.read("TaskDuration") - before) * 1000 / STEPS


def settled(meter: Meter) -> Row:
    """Seconds of CPU that the page takes for itself once it can be used, so that they do not count as those of moving it."""
    before = meter.read("TaskDuration")
    meter.page.wait_for_timeout(1500)
    return {"after ready": meter.read("TaskDuration") - before}


def drag(meter: Meter) -> float:
    """Milliseconds of CPU for each step of a real mouse that drags our map, pressed where no entity is."""
    spot = meter.page.evaluate("""() => {
      const { stage, scene } = kgPage;
      const edges = stage.box.getBoundingClientRect();
      const spots = scene.members.map((i) => stage.network.canvasToDOM({ x: scene.X[i], y: scene.Y[i] }));
      for (let x = 60; x < edges.width - 200; x += 7) {
        if (spots.every((p) => Math.hypot(p.x - x, p.y - edges.height / 2) > 60)) return [edges.left + x, edges.top + edges.height / 2];
      }
      return [edges.left + 6, edges.top + 6];
    }""")
    mouse = meter.page.mouse
    mouse.move(*spot)
    mouse.down()
    mouse.move(spot[0] + 3, spot[1])
    before = meter.read("TaskDuration")
    for step in range(STEPS):
        mouse.move(spot[0] + 3 * step, spot[1] + step)
    took = (meter.read("TaskDuration") - before) * 1000 / STEPS
    mouse.up()
    return took


def moves(meter: Meter, rival: Rival) -> Row:
    """Milliseconds of CPU a frame while the whole map is panned, zoomed, and panned from near."""
    pan = f"const dx = 14 * Math.cos(i / 9), dy = 10 * Math.sin(i / 9); {rival.pan}"
    row = {"pan": meter.frames(pan), "zoom": meter.frames(f"const f = i < {STEPS / 2} ? 1.06 : 1 / 1.06; {rival.zoom}")}
    meter.page.evaluate(f"() => {{ const f = 5; {rival.zoom} }}")
    meter.page.wait_for_timeout(700)
    row["pan near"] = meter.frames(pan)
    meter.page.wait_for_timeout(700)
    return {**row, "drag near": drag(meter)} if rival is OURS else row


# What a reader does most; ``n`` counts the goes.
TASKS = {
    "search": "const field = document.getElementById('search');"
    " field.value = ['반', '반도체', 'ㅂㄷㅊ', '에너지기', 'ㅎ', 'k1', '혁신'][n]; field.dispatchEvent(new Event('input'))",
    "select": "return kgPage.on.node(kgPage.model.order[3 + 2 * n])",
    "filter": "return kgPage.on.filter({...kgPage.filter, classes: new Set(n % 2 ? [] : [n])})",
}


def interactions(meter: Meter) -> Row:
    """Milliseconds of CPU and of wall time of what a reader does most, the middle of several; the frame that shows it counts as CPU."""
    row: Row = {}
    for name, run in TASKS.items():
        row[f"{name} first"], _ = _timed(meter, run, 0 if name == "search" else 9)
        took = [_timed(meter, run, n) for n in range(7)]
        row[name], row[f"{name} wall"] = (statistics.median(values) for values in zip(*took, strict=True))
    return row


def _timed(meter: Meter, run: str, n: int) -> tuple[float, float]:
    meter.page.wait_for_timeout(500)
    before = meter.read("TaskDuration")
    wall = meter.page.evaluate(
        "async ([run, n]) => { const body = new Function('n', run); const start = performance.now(); await body(n);"
        " const took = performance.now() - start;"
        " await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return took; }",
        [run, n],
    )
    return (meter.read("TaskDuration") - before) * 1000, wall


def watch(browser: Any, rival: Rival, path: Path, *, patience: float) -> tuple[Row, list[str]]:
    """What one page costs until it can be used, while it moves and, if it is ours, when it is worked with; and what to tell of it."""
    context = browser.new_context(viewport={"width": 1600, "height": 900}, offline=True, bypass_csp=True, locale="ko-KR")
    page = context.new_page()
    meter = Meter(page)
    first = time.perf_counter()
    try:
        page.goto(path.as_uri(), timeout=patience * 1000)
    except Error:  # not even loaded: nothing in the page answers any more
        return {}, [f"not loaded within {patience:.0f} s of wall time, renderer's CPU by then {_renderer(browser):.0f} s"]
    row, told = _ready(meter, rival, patience - (time.perf_counter() - first))
    row["wall"] = time.perf_counter() - first
    row["heap"] = meter.heap()
    if not told:
        row |= settled(meter)
        row |= moves(meter, rival)
    if rival is OURS:
        canvas = page.evaluate("[kgPage.stage.box.clientWidth, kgPage.stage.box.clientHeight]")
        told += [] if tuple(canvas) == CANVAS else [f"canvas {canvas}, force-graph's {CANVAS}"]
        row |= interactions(meter)
        row["heap used"] = meter.heap()
    return row, told


def _renderer(browser: Any) -> float:
    """Seconds of CPU of all renderers, told by the browser, for a page that no longer answers."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(p["cpuTime"] for p in processes if p["type"] == "renderer"))


def _ready(meter: Meter, rival: Rival, patience: float) -> tuple[Row, list[str]]:
    """CPU seconds until the page can be used; for pyvis's unfinished layout those of the rounds that it did, times all of them."""
    end = time.perf_counter() + patience
    marks: list[tuple[int, float]] = []
    while not meter.page.evaluate(f"Boolean({rival.ready})"):
        if rival is PYVIS:
            marks.append((iterations(meter.page), meter.read("TaskDuration")))
        if time.perf_counter() > end:
            return reckoned(marks)
        meter.page.wait_for_timeout(50)
    return {"ready": meter.read("TaskDuration")}, []


def reckoned(marks: list[tuple[int, float]]) -> tuple[Row, list[str]]:
    """CPU seconds of all rounds of a layout, from how many were done at which second."""
    steps = [(n, cpu) for at, (n, cpu) in enumerate(marks) if at == 0 or n > marks[at - 1][0]]
    (n0, cpu0), (n1, cpu1) = steps[0], steps[-1]
    if n1 == n0:
        return {}, [f"no round of layout done by {cpu1:.0f} CPU s"]
    whole = cpu0 + (cpu1 - cpu0) / (n1 - n0) * (ROUNDS_OF_VIS - n0)
    return {"ready": whole}, [f"layout unfinished: {n1} of {ROUNDS_OF_VIS} rounds by {cpu1:.0f} CPU s; ready is reckoned"]


def turn(playwright: Playwright, rival: Rival, path: Path, *, patience: float) -> Row:
    """One page watched in a browser of its own, and its line printed."""
    browser = playwright.chromium.launch(executable_path=str(needs_browser()), args=FLAGS.split())
    row, told = watch(browser, rival, path, patience=patience)
    browser.close()
    figures = ", ".join(f"{name} {value:.2f}" if value < 10 else f"{name} {value:.0f}" for name, value in row.items())
    print(f"  {path.stem:<18} {figures}{'; ' if told else ''}{'; '.join(told)}", flush=True)
    return row


def measured(playwright: Playwright, nodes: int, pages: tuple[Rival, ...], *, rounds: int, patience: float) -> dict[str, Row]:
    """The middle of all rounds for each page of one size; the shipped pyvis, which takes minutes, has one."""
    folder = Path(tempfile.mkdtemp())
    rows: dict[str, list[Row]] = defaultdict(list)
    for rival in pages:
        path = folder / f"{rival.name}-{nodes}.html"
        took = seconds(rival.write, nodes, path)
        print(f"{nodes:>6} {rival.name:<12} written in {took:.1f} s, {path.stat().st_size / 1e6:.2f} MB", flush=True)
        rows[rival.name].append({"bytes": float(path.stat().st_size)})
    for number in range(rounds):
        for rival in pages:
            if number == 0 or rival is not PYVIS:
                rows[rival.name].append(turn(playwright, rival, folder / f"{rival.name}-{nodes}.html", patience=patience))
    return {name: _middle(found) for name, found in rows.items()}


def _middle(rows: list[Row]) -> Row:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: statistics.median([row[name] for row in rows if name in row]) for name in names}


def judged(found: dict[int, dict[str, Row]]) -> list[str]:
    """Each target of the issue with what was measured."""
    lines = []
    for name, nodes, figure, rival, factor in TARGETS:
        mine = found.get(nodes, {}).get("ours", {}).get(figure)
        theirs = found.get(nodes, {}).get(rival, {}).get(figure) if rival else 1.0
        if mine is None or theirs is None:
            continue
        asked = f"{factor:g}" if factor >= 0.1 else f"1/{1 / factor:.0f}"
        ratio = f"{mine / theirs:.2f}" if factor >= 0.1 else f"1/{theirs / mine:.1f}"
        lines.append(f"{'holds' if mine <= theirs * factor else 'FAILS':<6} {name} at {nodes:,}: {ratio} (asked: <= {asked})")
    if 1000 in found and 20000 in found:
        for figure in ("pan", "drag near"):
            growth = found[20000]["ours"][figure] / found[1000]["ours"][figure]
            lines.append(f"{'holds' if growth <= 2 else 'FAILS':<6} {figure}, growth from 1,000 to 20,000: {growth:.2f} (asked: <= 2)")
    return lines


def main() -> None:
    """Prints a line a page and round, and the ratios that the issue asks for."""
    parser = argparse.ArgumentParser(description="The page against pyvis's own and force-graph")
    parser.add_argument("nodes", nargs="+", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--patience", type=float, nargs="+", default=[240.0], help="seconds of wall time for each size, the last for all others"
    )
    parser.add_argument("--without", nargs="+", default=[], choices=[rival.name for rival in rivals()], help="pages to leave out")
    asked = parser.parse_args()
    pages = tuple(rival for rival in rivals() if rival.name not in asked.without)
    patience = [*asked.patience, *[asked.patience[-1]] * len(asked.nodes)]
    print(f"load average {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    with sync_playwright() as playwright:
        found = {
            nodes: measured(playwright, nodes, pages, rounds=asked.rounds, patience=wait)
            for nodes, wait in zip(asked.nodes, patience, strict=False)
        }
    print(f"load average {' '.join(f'{load:.1f}' for load in os.getloadavg())}")
    print("\n".join(judged(found)))


if __name__ == "__main__":
    main()
