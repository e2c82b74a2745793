// What the page computes without drawing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { load, sample } from "./load.mjs";

const { Hangul, Search, Model, Filter, Grid, Walk, Labels, Marks, Hash, Shape, Files, Text } = load(
  "hangul", "search", "model", "filter", "grid", "walk", "labels", "marks", "hash", "shape", "files", "text",
);

test("initial consonants of syllables, other letters as they are", () => {
  assert.equal(Hangul.initials("과학기술"), "ㄱㅎㄱㅅ");
  assert.equal(Hangul.initials("lg전자까"), "lgㅈㅈㄲ");
  assert.equal(Hangul.initials("힣가"), "ㅎㄱ");
});

test("names are compared without case, width, space and quotes", () => {
  assert.equal(Hangul.fold("ＬＧ ‘AI’ 연구원"), "lgai연구원");
});

const find = (query, limit = 10) => Search.find(Search.index({ ...sample().nodes }), query, limit);

for (const [query, hits] of [
  ["카펙스", [2]], ["ㅋㅍㅅ", [2]], ["kapex", [2]], ["과학기술", [3, 0]], ["ㄱㄱㅈㅌㅂ", [3]], ["KIST", [0]], ["lg", [1]], ["LGㅈ", [1]],
  ["", []], ["   ", []], ["없는이름", []], ["ㅎㅎㅎㅎ", []],
]) {
  test(`searching ${JSON.stringify(query)}`, () => assert.deepEqual(find(query), hits));
}

test("whole names come before beginnings, beginnings before pieces", () => {
  const nodes = { ko: ["신한국", "한국원", "한국"], en: ["", "", ""], names: [[], [], []], order: [0, 1, 2] };
  assert.deepEqual(Search.find(Search.index(nodes), "한국", 10), [2, 1, 0]);
  assert.deepEqual(Search.find(Search.index(nodes), "한국", 1), [2]);
});

const model = () => Model.build(sample());

test("every relation is reachable from both its ends", () => {
  const m = model();
  assert.deepEqual([...Model.edgesOf(m, 0)], [0, 1]);
  assert.deepEqual([...Model.edgesOf(m, 1)], [0, 1, 2]);
  assert.equal(Model.degree(m, 5), 0);
  assert.deepEqual([...m.claimAt], [0, 2, 3, 4, 5, 6]);
});

const visible = (change) => {
  const m = model();
  const seen = Filter.apply(m, { ...Filter.everything(m), ...change });
  return { nodes: [...seen.node.keys()].filter((i) => seen.node[i]), edges: [...seen.edge.keys()].filter((e) => seen.edge[e]), seen };
};

for (const [name, change, nodes, edges] of [
  ["nothing", {}, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]],
  ["lone entities too", { isolated: true }, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4]],
  ["a class", { classes: new Set([1]) }, [3, 4], [4]],
  ["a relation", { relations: new Set([0]) }, [0, 1, 2], [1, 2]],
  ["a status", { statuses: new Set([3]) }, [0, 1, 2, 3], [0, 1, 2, 3]],
  ["a source", { publishers: new Set([0]) }, [0, 1, 2, 3], [0, 2, 3]],
  ["a period without the undated", { from: 2, to: 2 }, [1, 2], [2]],
  ["everything", { statuses: new Set([0, 1, 2, 3]) }, [], []],
]) {
  test(`filtering out ${name}`, () => {
    const got = visible(change);
    assert.deepEqual([got.nodes, got.edges], [nodes, edges]);
    assert.deepEqual([got.seen.nodes, got.seen.edges], [nodes.length, edges.length]);
  });
}

test("a facet counts what the other facets leave", () => {
  const { seen } = visible({ statuses: new Set([0]) });
  assert.deepEqual([...seen.counts.statuses], [2, 1, 1, 1]);
  assert.deepEqual([...seen.counts.relations], [1, 2]);
});

test("a shown relation hides the claims of a source that is off", () => {
  const { seen } = visible({ publishers: new Set([0]) });
  assert.deepEqual([seen.claim(0), seen.claim(1)], [false, true]);
});

test("paths avoid denied and hidden relations", () => {
  const m = model();
  const all = Filter.apply(m, Filter.everything(m));
  assert.deepEqual(Walk.path(m, all, 0, 3), [0, 1, 2, 3]);
  assert.deepEqual(Walk.path(m, all, 0, 4), []);
  assert.deepEqual(Walk.path(m, Filter.apply(m, { ...Filter.everything(m), statuses: new Set([2]) }), 0, 3), []);
});

test("rings hold each neighbour once, farther ones farther out", () => {
  const m = model();
  const seen = Filter.apply(m, Filter.everything(m));
  const found = Walk.around(m, seen, 0, 2);
  assert.deepEqual(found.nodes, [0, 1, 2]);
  const spots = Walk.rings(found, (i) => m.nodes.type[i]);
  const far = (i) => Math.hypot(spots.get(i).x, spots.get(i).y);
  assert.ok(far(0) === 0 && far(2) > far(1) && far(1) > 100);
});

test("an entity alone is its own ring", () => {
  const m = model();
  assert.equal(Walk.rings(Walk.around(m, Filter.apply(m, Filter.everything(m)), 5, 3), () => 0).size, 1);
});

test("a chain has as many places as entities", () => {
  const spots = [...Walk.chain([0, 1, 2, 3, 4, 5, 6, 7]).values()].map((s) => `${s.x},${s.y}`);
  assert.equal(new Set(spots).size, 8);
});

test("the grid finds what a look at every point finds", () => {
  const X = Float64Array.from({ length: 200 }, (_, i) => ((i * 7919) % 997) - 500);
  const Y = Float64Array.from({ length: 200 }, (_, i) => ((i * 104729) % 883) - 400);
  const grid = Grid.build(X, Y, [...X.keys()], 60);
  const box = { left: -120, right: 200, top: -50, bottom: 90 };
  const slow = [...X.keys()].filter((i) => X[i] >= box.left && X[i] <= box.right && Y[i] >= box.top && Y[i] <= box.bottom);
  assert.deepEqual(Grid.within(grid, box).sort((a, b) => a - b), slow);
  assert.equal(Grid.nearest(grid, X[17] + 1, Y[17], 30), 17);
  assert.equal(Grid.nearest(grid, 5000, 5000, 30), -1);
});

test("no two kept labels overlap and the first come first", () => {
  const wanted = Array.from({ length: 300 }, (_, i) => ({ x: (i * 37) % 600, y: (i * 91) % 400, width: 80, height: 14 }));
  const kept = Labels.fit(wanted).map(Labels.boxOf);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  assert.ok(kept.length > 20);
  assert.ok(kept.every((a, i) => kept.every((b, j) => i === j || !meet(a, b))));
  assert.deepEqual(Labels.boxOf(wanted[0]), kept[0]);
});

test("a label that has other places takes the next free one", () => {
  const [first, second] = Labels.fit([{ x: 0, y: 0, width: 50, height: 14, dy: 0 }, { x: 0, y: 0, width: 50, height: 14, dy: 0, tries: [0, 30] }]);
  assert.deepEqual([first.dy, second.dy], [0, 30]);
});

test("long names are cut, direction signs and breaks taken out", () => {
  assert.equal(Labels.shorten("가나다라마", 3), "가나…");
  assert.equal(Labels.shorten("가나다", 3), "가나다");
  assert.equal(Labels.shorten("a\u202eb\u0000c\u2028d", 10), "a b c d");
});

test("marks cut by code points and join to the sentence", () => {
  const pieces = Marks.cut("🚀KIST는 찾았다", [[1, 5], [7, 10], null]);
  assert.deepEqual(pieces, [{ text: "🚀", kind: "" }, { text: "KIST", kind: "subject" }, { text: "는 ", kind: "" }, { text: "찾았다", kind: "trigger" }]);
  assert.equal(Marks.cut("가나", [[-5, 99], [0, 1], null]).map((p) => p.text).join(""), "가나");
});

for (const [url, kept] of [
  ["https://news.example/1?a=1&b=2", true], ["http://news.example", true], ["javascript:alert(1)", false], ["JaVaScRiPt:alert(1)", false], ["data:text/html,x", false],
  [" https://x.example", false], ["//x.example", false], ['https://x.example/"onclick=', false], ["https://x.example/<b>", false], ["", false], [null, false],
]) {
  test(`${url} is ${kept ? "a" : "no"} link`, () => assert.equal(Marks.safeLink(url), kept ? url : null));
}

test("an address is read back as it was written", () => {
  const state = { node: "person/배경훈", to: null, hop: 2, ask: null, period: ["2025-01", "2025-06"], classes: ["Person"], relations: [], statuses: ["planned", "negated"], publishers: ["가~람&=#".replace("~", "")] };
  const read = Hash.read(Hash.write(state));
  assert.deepEqual(read, state);
});

for (const hash of ["#hop=99&node=<img src=x onerror=alert(1)>", "#hop=-1", "#hop=x", "#period=2025..2026", "#%", "#node", "#=&&&"]) {
  test(`the address ${hash} gives no hop and no period`, () => {
    const read = Hash.read(hash);
    assert.deepEqual([read.hop, read.period], [0, null]);
  });
}

test("cells that a spreadsheet would run are tamed, others quoted where needed", () => {
  assert.equal(Files.csv([["=1+1", "a,b", 'say "x"', "plain", null, -3]]), "\ufeff'=1+1,\"a,b\",\"say \"\"x\"\"\",plain,,'-3\r\n");
});

test("Turtle escapes what a text or id could break", () => {
  const text = Files.turtle(
    { ontology: "https://o.example/#", id: "https://i.example/" },
    [{ id: 'a> . <b "x', type: "Person", ko: '가"\\\n나', en: "", names: ["x\ty"] }],
    [{ subject: "a", property: "visited", object: "b", status: "planned", time: "2025-11", document: "d 1", quote: "말했다\r\n." }],
  );
  assert.ok(text.includes('<https://i.example/a%3E%20.%20%3Cb%20%22x> a <https://o.example/#Person>'));
  assert.ok(text.includes('"가\\"\\\\\\n나"@ko') && text.includes('"x\\ty"@ko') && text.includes('"말했다\\r\\n."'));
  assert.ok(!text.includes("<https://i.example/a> <https://o.example/#visited>"), "a planned claim gives no plain triple");
});

test("SVG escapes names and colours", () => {
  const svg = Files.svg({
    width: 10, height: 10, background: "#fff", lines: [{ x1: 0, y1: 0, x2: 1, y2: 1, colour: '"><script>', dash: [2], wide: 1 }],
    dots: [{ x: 1, y: 1, r: 1, colour: "#000", shape: "square" }, { x: 1, y: 1, r: 1, colour: "#000", shape: "dot" }], texts: [{ x: 1, y: 1, text: "</text><script>alert(1)</script>\u0000", size: 12, colour: "#000", bold: true }],
  });
  assert.ok(!svg.includes("<script") && svg.includes("<polygon") && svg.includes("<circle") && !svg.includes("\u0000"));
});

test("a shape the page does not know is a disc", () => {
  assert.deepEqual(Shape.corners("<img>", 0, 0, 5), []);
  assert.equal(Shape.corners("square", 0, 0, 5).length, 4);
});

test("sums of money in myriads", () => {
  Text.start({ hi: { ko: "안녕 {name}", en: "Hi {name}" } }, "ko");
  assert.equal(Text.amount("1020000000000 KRW"), "1조 200억 KRW");
  assert.equal(Text.amount("35000 KRW"), "3만 5,000 KRW");
  assert.equal(Text.amount("about ten"), "about ten");
  assert.equal(Text.t("hi", { name: "{name}" }), "안녕 {name}");
  assert.equal(Text.t("missing"), "missing");
  Text.start({}, "en");
  assert.equal(Text.amount("1020000000000 KRW"), "1.02 trillion KRW");
});
