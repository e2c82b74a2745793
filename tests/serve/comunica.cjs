"use strict";
// Asks Comunica the questions of standard input, and prints its answers in order: rows, triples, a truth, or what it complained of.
//   node comunica.cjs FOLDER_OF_COMUNICA < '[{"query": "…", "sources": ["http://…"], "kind": "bindings"}, …]'
const { text } = require("node:stream/consumers");
const { QueryEngine } = require(process.argv[2]);

const told = (term) => (term.language ? [term.value, term.language] : [term.value]);
const row = (bindings) => Object.fromEntries([...bindings].map(([variable, term]) => [variable.value, told(term)]));
const triple = ({ subject, predicate, object }) => [subject.value, predicate.value, ...told(object)];
const KINDS = {
  bindings: async (engine, query, context) => (await (await engine.queryBindings(query, context)).toArray()).map(row),
  quads: async (engine, query, context) => (await (await engine.queryQuads(query, context)).toArray()).map(triple),
  boolean: (engine, query, context) => engine.queryBoolean(query, context),
  void: async (engine, query, context) => (await engine.queryVoid(query, context), "done"),
};

async function answer(engine, { kind, query, ...context }) {
  try {
    return await KINDS[kind](engine, query, context);
  } catch (error) {
    return { error: error.message };
  }
}

(async () => {
  const engine = new QueryEngine();
  const answers = [];
  for (const asked of JSON.parse(await text(process.stdin))) answers.push(await answer(engine, asked));
  console.log(JSON.stringify(answers));
})();
