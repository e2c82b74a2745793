// The page names things as graph.ttl does: the digest, the IRIs and the Turtle of what is taken away.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { load, sample } from "./load.mjs";

const { Digest, Iri, Turtle, Evidence } = load("model", "evidence", "digest", "iri", "turtle");

for (const text of ["", "abc", "과학기술", "🚀".repeat(40), ..."x".repeat(3).split("").map((_, k) => "가".repeat(18 + k)), "a".repeat(55), "a".repeat(56), "a".repeat(64), "a".repeat(1000)]) {
  test(`the digest of ${JSON.stringify(text.slice(0, 12))} (${text.length})`, () => assert.equal(Digest.sha256(text), createHash("sha256").update(text).digest("hex")));
}

for (const [id, iri] of [
  ["kist", "kist"], ["person/배경훈", "person/배경훈"], ["claim/x", "~claim/x"], ["a/../b", "a/~../b"], ["a b<c>", "a%20b%3Cc%3E"], ["~", "%7E"],
  ["가\u200b나", "가%E2%80%8B나"], ["\ue000", "%EE%80%80"], ["é/Ω", "é/Ω"], ["🚀", "🚀"],
]) {
  test(`the IRI of ${JSON.stringify(id)}`, () => assert.equal(Iri.entity("https://x.example/", id), `https://x.example/${iri}`));
}

const claim = { subject: "a", property: "visited", object: "b", status: "planned", time: "2025-11", role: "", amount: "", speaker: "", rule: "r", confidence: "0.9", document: "d 1", start: 7, sentence: 1, quote: "말했다\r\n.", marks: [[0, 2], null, null] };
const bases = { ontology: "https://o.example/#", id: "https://i.example/" };

test("Turtle escapes what a text or id could break", () => {
  const text = Turtle.text(bases, {
    entities: [{ id: 'a> . <b "x', type: "Person", ko: '가"\\\n나', en: "", names: ["x\ty", "나"] }],
    documents: [{ id: "d 1", title: '"""', date: "", publisher: "", url: "" }],
    claims: [claim],
    plain: [],
  });
  assert.ok(text.includes('<https://i.example/a%3E%20.%20%3Cb%20%22x> a <https://o.example/#Person>'));
  assert.ok(text.includes('"가\\"\\\\\\n나"@ko') && text.includes('skos:altLabel "x\\ty" , "나"@ko') && text.includes('"말했다\\r\\n."') && text.includes('"\\"\\"\\""'));
  assert.ok(text.includes('subjectAt> "char=7,9"') && !text.includes("objectAt") && !text.includes("dcterms:issued"));
  assert.ok(!text.includes("<https://i.example/a> <https://o.example/#visited>"), "a planned claim gives no plain triple");
});

test("of two claims of one name the surer one stands", () => {
  const text = Turtle.text(bases, { entities: [], documents: [], plain: [], claims: [claim, { ...claim, confidence: "0.95", rule: "s" }, { ...claim, confidence: "0.95", rule: "q" }] });
  assert.equal(text.match(/Claim>/g).length, 1);
  assert.ok(text.includes('"0.95"^^xsd:decimal') && text.includes('rule> "q"'));
});

test("evidence comes out of its columns as it went in", () => {
  const column = (...rows) => ({ texts: [...new Set(rows)].sort(), at: rows.map((row) => [...new Set(rows)].sort().indexOf(row)) });
  const facts = { time: column("", "2025", "", "", "", ""), role: column("장관", "", "", "", "", ""), amount: column("", "", "", "", "", ""), rule: column("r", "r", "r", "r", "s", "r"), confidence: column("1", "1", "1", "1", "0.5", "1") };
  const evidence = Evidence.build({
    docs: {}, sentences: { quote: ["가", "나", "다"], start: [5, 10, 3], number: [1, 2, 0] }, outside: {}, same: {}, tables: [], kinds: [], roles: [],
    mentions: [[2, 0, 2], [2]], events: [{ parts: [[0, 1], [1, 1]] }, { parts: [] }, { parts: [[0, 1], [0, 3]] }],
    claims: { sentence: [0, 2, 1, 2, 2, 0], speaker: [-1, -1, 3, -1, -1, -1], spans: [0, 1, -1, -1, 0, 1, ...Array(30).fill(-1)], ...facts },
  }, Int32Array.from(sample().claims.doc));
  assert.deepEqual([[...evidence.start], [...evidence.number]], [[5, 15, 3], [1, 3, 0]]);
  assert.deepEqual([Evidence.quote(evidence, 2), Evidence.fact(evidence, "rule", 4), Evidence.fact(evidence, "role", 0)], ["나", "s", "장관"]);
  assert.deepEqual([Evidence.marks(evidence, 0), Evidence.marks(evidence, 5)], [[[0, 1], null, [0, 1]], [null, null, null]]);
  assert.deepEqual([0, 1, 2, 3, 9].map((i) => Evidence.rowsOf(evidence.mentions, i)), [[0], [], [0, 1], [], []]);
  assert.deepEqual([0, 1, 3].map((i) => Evidence.rowsOf(evidence.eventsOf, i)), [[], [0, 2], [2]]);
});
