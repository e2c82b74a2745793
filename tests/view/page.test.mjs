// What the page computes without drawing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { load, sample } from "./load.mjs";

const { Hangul, Search, Model, Filter, Grid, Walk, Labels, Marks, Hash, Shape, Files, Address, When, Text } = load(
  "hangul", "search", "model", "filter", "grid", "walk", "labels", "marks", "hash", "shape", "files", "address", "when", "text",
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
  const nodes = { ko: ["신한국", "한국원", "한국"], en: ["", "", ""], names: { 0: ["새한국"] }, order: [0, 1, 2] };
  assert.deepEqual(Search.find(Search.index(nodes), "한국", 10), [2, 1, 0]);
  assert.deepEqual(Search.find(Search.index(nodes), "한국", 1), [2]);
});

const model = () => Model.build(sample());

test("every relation and every claim is reachable from both ends and from every parallel relation", () => {
  const m = model();
  const claims = [...m.S.keys()].flatMap((e) => Array.from({ length: m.claimAt[e + 1] - m.claimAt[e] }, (_, k) => m.claimAt[e] + k));
  assert.deepEqual(claims, [0, 1, 2, 3, 4, 5]);
  for (let e = 0; e < m.edgeCount; e += 1) for (const end of [m.S[e], m.O[e]]) assert.ok(Model.edgesOf(m, end).includes(e));
  assert.deepEqual([0, 1, 2].map((e) => [...Model.parallel(m, e)]), [[0, 1], [1, 0], [2]]);
});

test("relations are listed at both their ends", () => {
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
  ["what is least sure", { certainties: new Set([2]) }, [0, 1, 2, 3], [0, 1, 3]],
  ["all but the least sure", { certainties: new Set([0, 1]) }, [1, 2, 3, 4], [2, 4]],
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

test("of a relation that holds both ways and is told both ways one plain triple stands", () => {
  const core = sample();
  core.relations[0].symmetric = true;
  Object.assign(core.edges, { s: [0, 1, 2, 3, 3], o: [1, 0, 3, 2, 4], p: [0, 0, 0, 0, 1], st: [0, 1, 2, 0, 3] });
  const m = Model.build(core);
  assert.deepEqual([0, 1, 2, 3, 4].map((e) => Model.isPlain(m, e)), [true, false, false, true, false]);
});

test("the grid finds what a look at every point finds", () => {
  const X = Float64Array.from({ length: 200 }, (_, i) => ((i * 7919) % 997) - 500);
  const Y = Float64Array.from({ length: 200 }, (_, i) => ((i * 104729) % 883) - 400);
  const grid = Grid.build(X, Y, [...X.keys()], 60);
  const box = { left: -120, right: 200, top: -50, bottom: 90 };
  const slow = [...X.keys()].filter((i) => X[i] >= box.left && X[i] <= box.right && Y[i] >= box.top && Y[i] <= box.bottom);
  assert.deepEqual(Grid.within(grid, box).sort((a, b) => a - b), slow);
  assert.equal(Grid.count(grid, box, 1000), slow.length);
  assert.equal(Grid.count(grid, box, 3), 3);
  assert.equal(Grid.nearest(grid, X[17] + 1, Y[17], 30), 17);
  assert.equal(Grid.nearest(grid, 5000, 5000, 30), -1);
});

test("no two kept labels overlap and the first come first", () => {
  const wanted = Array.from({ length: 300 }, (_, i) => ({ x: (i * 37) % 600, y: (i * 91) % 400, width: 80, height: 14 }));
  const kept = Labels.fit(wanted).map((l) => Labels.boxOf(l));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  assert.ok(kept.length > 20);
  assert.ok(kept.every((a, i) => kept.every((b, j) => i === j || !meet(a, b))));
  assert.deepEqual(Labels.boxOf(wanted[0]), kept[0]);
});

const label = (more) => ({ x: 0, y: 0, width: 50, height: 14, dx: 0, dy: 0, ...more });

test("a label that has other places takes the next free one", () => {
  const [first, second] = Labels.fit([label(), label({ places: [[0, 0], [3, 5], [60, 0]] })]);
  assert.deepEqual([first.dx, second.dx, second.x, second.dy], [0, 60, 60, 0]);
});

test("a label leaves dots free, a strong one covers them rather than be lost, a forced one covers anything", () => {
  const dot = { left: -3, right: 3, top: -3, bottom: 3 };
  assert.equal(Labels.fit([label()], [dot]).length, 0);
  assert.deepEqual(Labels.fit([label({ places: [[0, 0], [0, 30]] })], [dot]).map((l) => l.dy), [30]);
  assert.equal(Labels.fit([label({ strong: true }), label({ strong: true })], [dot]).length, 1);
  assert.equal(Labels.fit([label(), label({ forced: true })]).length, 2);
});

test("of the forms of one name the first that fits is kept", () => {
  const forms = [label({ key: "a", text: "long", width: 200 }), label({ key: "a", text: "short" })];
  assert.deepEqual(Labels.fit(forms).map((l) => l.text), ["long"]);
  assert.deepEqual(Labels.fit([label({ x: 90 }), ...forms]).map((l) => l.text), [undefined, "short"]);
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
  const state = {
    node: "person/배경훈", edge: ["kist", "visited", "lg", "actual"], to: null, hop: 2, ask: "who", period: ["2025-01", "2025-06"], isolated: true, pins: [{ id: "a@1,2~b", x: -30, y: 7 }],
    classes: ["Person"], relations: [], statuses: ["planned", "negated"], publishers: ["가람&=#"], certainties: ["0.5"],
  };
  assert.deepEqual(Hash.read(Hash.write(state)), state);
});

test("an address asks in names, the page in numbers; what the graph does not know is ignored", () => {
  const m = model();
  const asked = Address.parse(m, "#node=kist&to=nobody&hop=2&statuses=planned~no&classes=__proto__&period=2025-02..2031-01&pin=lg@5,-6&pin=nobody@1,1&pin=lg@1e9,0&isolated=1");
  assert.deepEqual([asked.node, asked.to, asked.hop, asked.ask, asked.pins], [0, -1, 2, "", [{ i: 1, x: 5, y: -6 }]]);
  assert.deepEqual([[...asked.filter.statuses], [...asked.filter.classes], asked.filter.from, asked.filter.to, asked.filter.isolated], [[2], [], 1, 2, true]);
  const back = Address.format(m, { node: 0, hop: 2, pins: new Map([[1, [0, 0]]]), filter: asked.filter });
  assert.equal(decodeURIComponent(back), "#node=kist&hop=2&period=2025-02..2025-06&isolated=1&statuses=planned&pin=lg@10,0");
});

test("the address of a relation names its ends, its kind and its status; any other leads to none", () => {
  const m = model();
  const filter = Filter.everything(m);
  for (let e = 0; e < m.edgeCount; e += 1) {
    const hash = Address.format(m, { node: -1, edge: e, pins: new Map(), filter });
    assert.equal(Address.parse(m, hash).edge, e);
  }
  for (const hash of ["#edge=kist", "#edge=kist~visited~lg~negated", "#edge=lg~visited~kist~actual", "#edge=~~~", "#edge=<b>~visited~lg~actual", ""]) {
    assert.equal(Address.parse(m, hash).edge, -1, hash);
  }
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

test("SVG escapes names and colours", () => {
  const svg = Files.svg({
    width: 10, height: 10, background: "#fff", discs: [{ x: 0, y: 0, r: 1, colour: '"><script>' }],
    lines: [{ x1: 0, y1: 0, x2: 1, y2: 1, colour: '"><script>', dash: [2], wide: 1, opacity: 0.5 }],
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

for (const [languages, chosen] of [[["en-US", "ko"], "en"], [["ko-KR"], "ko"], [["fr", "KO"], "ko"], [["fr-FR"], "xx"], [[], "xx"], [["eng"], "xx"]]) {
  test(`a browser that speaks ${languages} sees ${chosen}`, () => assert.equal(Text.choose(languages, "xx"), chosen));
}

for (const [edtf, ko, en] of [
  ["2025-11-13", "2025년 11월 13일", "13 Nov 2025"], ["2025-11", "2025년 11월", "Nov 2025"], ["2026", "2026년", "2026"], ["../2030", "2030년까지", "by 2030"],
  ["../2025-11", "2025년 11월까지", "by Nov 2025"], ["2026-01/2028", "2026년 1월 – 2028년", "Jan 2026 – 2028"], ["soon", "soon", "soon"], ["<b>/2026", "<b> – 2026년", "<b> – 2026"], ["", "", ""],
]) {
  test(`the time ${edtf} is written for a reader`, () => {
    assert.equal(When.text(edtf, "ko", "{when}까지"), ko);
    assert.equal(When.text(edtf, "en", "by {when}"), en);
  });
}

test("an interval names what its ends share only once", () => {
  assert.match(When.text("2026-06/2026-08", "ko", ""), /^2026년 6월\s?[~–]\s?8월$/);
  assert.match(When.text("2025-12-30/2026-01-02", "en", ""), /^30 Dec 2025\s[–-]\s2 Jan 2026$/);
});

test("a name that does not fit gives way to a shorter one that begins alike, else it is cut", () => {
  const m = model();
  Text.start({}, "ko");
  assert.equal(Text.short(m, 3, 10), "과학기술정보통신부");
  assert.equal(Text.short(m, 3, 6), "과기정통부");
  assert.equal(Text.short(m, 3, 4), "과학기…");
  assert.equal(Text.short(m, 0, 5), "한국과학…", "KIST is no Korean name");
  Text.start({}, "en");
  assert.equal(Text.short(m, 0, 8), "KIST");
  assert.equal(Text.short(m, 2, 8), "KAPEX");
});

test("how sure claims are is counted by what the other facets leave", () => {
  assert.deepEqual([...visible({}).seen.counts.certainties], [3, 1, 2]);
  assert.deepEqual([...visible({ certainties: new Set([0]) }).seen.counts.certainties], [3, 1, 2], "what is off shows what there would be");
  assert.deepEqual([...visible({ publishers: new Set([0]) }).seen.counts.certainties], [1, 1, 1]);
  assert.deepEqual([...visible({ certainties: new Set([0, 1]) }).seen.counts.publishers], [1, 1]);
  assert.deepEqual([...visible({ certainties: new Set([0, 1]) }).seen.counts.months], [0, 0, 1]);
});

test("sources are counted inside the period, months of the sources that are on, islands by who is seen", () => {
  const core = { ...sample(), islands: [{ topics: [] }] };
  const m = Model.build(core);
  const told = (change) => Filter.apply(m, { ...Filter.everything(m), ...change });
  assert.deepEqual([...told({}).counts.publishers], [3, 3]);
  assert.deepEqual([...told({}).counts.months], [2, 2, 1]);
  assert.deepEqual([...told({ from: 2 }).counts.publishers], [0, 1], "the other outlet told nothing then");
  assert.deepEqual([...told({ publishers: new Set([0]) }).counts.months], [0, 2, 1]);
  assert.deepEqual([...told({ publishers: new Set([0]) }).counts.publishers], [3, 3], "what is off shows what there would be");
  assert.deepEqual([...told({ statuses: new Set([0, 1, 2]) }).counts.publishers], [1, 0]);
  assert.deepEqual([told({}).islands[0], told({ statuses: new Set([0, 1, 2]) }).islands[0]], [5, 2]);
});
