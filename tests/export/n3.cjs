"use strict";
// Reads Turtle of RDF 1.2 with N3.js and prints its triples as nested lists:  node n3.cjs FOLDER_OF_N3 < FILE
const { text } = require("node:stream/consumers");
const { Parser } = require(process.argv[2]);

const told = (term) => {
  if (term.termType === "Quad") return [term.subject, term.predicate, term.object].map(told);
  return term.termType === "Literal" ? [term.value, term.language, term.datatype.value] : term.value;
};

(async () => {
  const triples = new Parser({ format: "text/turtle" }).parse(await text(process.stdin));
  console.log(JSON.stringify(triples.map((triple) => told({ termType: "Quad", subject: triple.subject, predicate: triple.predicate, object: triple.object }))));
})();
