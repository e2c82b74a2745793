// The visible relations as Turtle, in the shape and with the names of graph.ttl: each statement here is one of the whole graph.
const Turtle = (() => {
  const PREFIXES = {
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    skos: "http://www.w3.org/2004/02/skos/core#",
    dcterms: "http://purl.org/dc/terms/",
    schema: "https://schema.org/",
    prov: "http://www.w3.org/ns/prov#",
    oa: "http://www.w3.org/ns/oa#",
  };
  const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const coded = (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  const literal = (text) => `"${String(text).replace(/[\\"\u0000-\u001f\u007f\ud800-\udfff]/gu, (c) => ESCAPES[c] || (c < "\u0080" ? coded(c) : "\ufffd"))}"`;

  const iri = (text) => `<${text.replace(/[\u0000-\u0020<>"{}|^\u0060\\]/g, coded)}>`;

  const typed = (text, type) => (text ? [`${literal(text)}^^${type}`] : []);

  // pairs: [predicate, [objects]]; a predicate without an object is left out.
  const block = (subject, pairs) => {
    const told = pairs.filter(([, objects]) => objects.length).map(([predicate, objects]) => `${predicate} ${objects.join(" , ")}`);
    return `${subject} ${told.join(" ;\n    ")} .`;
  };

  const entity = (bases, t) => {
    const names = [`${literal(t.ko)}@ko`, ...(t.en ? [`${literal(t.en)}@en`] : [])];
    return block(iri(Iri.entity(bases.id, t.id)), [
      ["a", [iri(bases.ontology + t.type)]],
      ["rdfs:label", names],
      ["skos:prefLabel", names],
      ["skos:altLabel", t.names.map((name) => `${literal(name)}${HANGUL.test(name) ? "@ko" : ""}`)],
    ]);
  };

  const article = (bases, d) =>
    block(iri(Iri.article(bases.id, d.id)), [
      ["a", [iri(`${bases.ontology}Article`)]],
      ["dcterms:identifier", [literal(d.id)]],
      ["dcterms:title", [literal(d.title)]],
      ["dcterms:issued", typed(d.date, "xsd:date")],
      ["dcterms:publisher", d.publisher ? [literal(d.publisher)] : []],
      ["schema:url", typed(d.url, "xsd:anyURI")],
    ]);

  const claim = (bases, c) => {
    const term = (name) => iri(bases.ontology + name);
    const at = (span) => (span ? [literal(`char=${c.start + span[0]},${c.start + span[1]}`)] : []);
    return block(iri(Iri.claim(bases.id, c)), [
      ["a", [term("Claim")]],
      ["rdf:subject", [iri(Iri.entity(bases.id, c.subject))]],
      ["rdf:predicate", [term(c.property)]],
      ["rdf:object", [iri(Iri.entity(bases.id, c.object))]],
      [term("status"), [term(c.status)]],
      [term("when"), typed(c.time, "<http://id.loc.gov/datatypes/edtf>")],
      [term("role"), c.role ? [`${literal(c.role)}@ko`] : []],
      [term("amount"), c.amount ? [literal(c.amount)] : []],
      [term("attributedTo"), c.speaker ? [iri(Iri.entity(bases.id, c.speaker))] : []],
      [term("confidence"), typed(c.confidence, "xsd:decimal")],
      [term("rule"), [literal(c.rule)]],
      [term("subjectAt"), at(c.marks[0])],
      [term("triggerAt"), at(c.marks[1])],
      [term("objectAt"), at(c.marks[2])],
      ["prov:hadPrimarySource", [iri(Iri.article(bases.id, c.document))]],
      ["oa:hasTarget", [iri(Iri.passage(bases.id, c))]],
    ]);
  };

  // The sentence of a claim, and what says where it stands and what it says.
  const evidence = (bases, c) => {
    const [node, position, quote] = ["", "-position", "-quote"].map((end) => iri(Iri.passage(bases.id, c) + end));
    return [
      block(node, [
        ["a", ["oa:SpecificResource"]],
        ["oa:hasSource", [iri(Iri.article(bases.id, c.document))]],
        ["oa:hasSelector", [position, quote]],
        [iri(`${bases.ontology}sentence`), [String(c.sentence)]],
      ]),
      block(position, [["a", ["oa:TextPositionSelector"]], ["oa:start", [String(c.start)]], ["oa:end", [String(c.start + Array.from(c.quote).length)]]]),
      block(quote, [["a", ["oa:TextQuoteSelector"]], ["oa:exact", [literal(c.quote)]]]),
    ].join("\n");
  };

  // Two claims of one name tell the same at the same place: the surer one stands for both.
  const surest = (bases, claims) => {
    const chosen = new Map();
    for (const c of claims) {
      const name = Iri.claim(bases.id, c);
      const other = chosen.get(name);
      if (!other || Number(c.confidence) > Number(other.confidence) || (c.confidence === other.confidence && c.rule < other.rule)) chosen.set(name, c);
    }
    return [...chosen.values()];
  };

  // plain: [subject, property, object] that are so; see Take for what a claim, an entity and a document have.
  const text = (bases, told) => {
    const claims = surest(bases, told.claims);
    const sentences = new Map(claims.map((c) => [Iri.passage(bases.id, c), c]));
    const link = ([s, p, o]) => `${iri(Iri.entity(bases.id, s))} ${iri(bases.ontology + p)} ${iri(Iri.entity(bases.id, o))} .`;
    const lines = [
      ...Object.entries(PREFIXES).map(([name, space]) => `@prefix ${name}: <${space}> .`),
      "",
      ...told.entities.map((t) => entity(bases, t)),
      ...told.documents.map((d) => article(bases, d)),
      ...claims.map((c) => claim(bases, c)),
      ...[...sentences.values()].map((c) => evidence(bases, c)),
      ...told.plain.map(link),
    ];
    return `${lines.join("\n")}\n`;
  };

  return { text, literal };
})();
