// What the reader takes away: relations as CSV and Turtle, the picture as SVG. All of it is text made here, escaped for its format.
const Files = (() => {
  // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
  const cell = (value) => {
    const text = String(value ?? "");
    const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
  };

  const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

  const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const literal = (text) => `"${text.replace(/[\\"\n\r\t]/g, (c) => escapes[c]).replace(/[\u0000-\u001f]/g, " ")}"`;

  const iri = (base, id) => `<${base}${id.replace(/[\u0000-\u0020<>"{}|^`\\%]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;

  // things: [{id, type, ko, en, names}], claims: [{subject, property, object, status, time, document, quote}]; the shape of graph.ttl.
  const turtle = (bases, things, claims) => {
    const term = (name) => iri(bases.ontology, name);
    const id = (name) => iri(bases.id, name);
    const lines = [
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
      "@prefix oa: <http://www.w3.org/ns/oa#> .",
      "@prefix prov: <http://www.w3.org/ns/prov#> .",
      "",
    ];
    for (const t of things) {
      const names = [`${literal(t.ko)}@ko`, ...(t.en ? [`${literal(t.en)}@en`] : [])].join(" , ");
      const also = t.names.length ? ` ;\n    skos:altLabel ${t.names.map((n) => `${literal(n)}@ko`).join(" , ")}` : "";
      lines.push(`${id(t.id)} a ${term(t.type)} ;\n    skos:prefLabel ${names}${also} .`);
    }
    const plain = new Set();
    for (const c of claims) {
      if (c.status === "actual" || c.status === "ongoing") plain.add(`${id(c.subject)} ${term(c.property)} ${id(c.object)} .`);
      const when = c.time ? ` ;\n    ${term("when")} ${literal(c.time)}^^<http://id.loc.gov/datatypes/edtf>` : "";
      lines.push(
        `[] a ${term("Claim")} ;\n    rdf:subject ${id(c.subject)} ; rdf:predicate ${term(c.property)} ; rdf:object ${id(c.object)} ;\n` +
          `    ${term("status")} ${term(c.status)}${when} ;\n    prov:hadPrimarySource ${iri(`${bases.id}document/`, c.document)} ;\n` +
          `    oa:hasTarget [ a oa:SpecificResource ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ${literal(c.quote)} ] ] .`,
      );
    }
    return `${[...lines, ...plain].join("\n")}\n`;
  };

  const xml = (text) =>
    String(text)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  // picture: {width, height, background, lines: [{x1, y1, x2, y2, colour, dash, wide}], dots: [{x, y, r, colour, shape}], texts: [{x, y, text, size, colour, bold}]}
  const svg = (p) => {
    const n = (value) => Math.round(value * 10) / 10;
    const lines = p.lines.map(
      (l) => `<line x1="${n(l.x1)}" y1="${n(l.y1)}" x2="${n(l.x2)}" y2="${n(l.y2)}" stroke="${xml(l.colour)}" stroke-width="${n(l.wide)}"` +
        `${l.dash.length ? ` stroke-dasharray="${l.dash.join(" ")}"` : ""}/>`,
    );
    const dots = p.dots.map((d) => {
      const points = Shape.corners(d.shape, d.x, d.y, d.r).map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
      return points ? `<polygon points="${points}" fill="${xml(d.colour)}"/>` : `<circle cx="${n(d.x)}" cy="${n(d.y)}" r="${n(d.r)}" fill="${xml(d.colour)}"/>`;
    });
    const texts = p.texts.map(
      (t) => `<text x="${n(t.x)}" y="${n(t.y)}" font-size="${t.size}" fill="${xml(t.colour)}" text-anchor="middle" dominant-baseline="middle"` +
        ` paint-order="stroke" stroke="${xml(p.background)}" stroke-width="3"${t.bold ? ' font-weight="700"' : ""}>${xml(t.text)}</text>`,
    );
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${p.width}" height="${p.height}" viewBox="0 0 ${p.width} ${p.height}" ` +
      `font-family="'Noto Sans KR','Noto Sans CJK KR','Malgun Gothic','Apple SD Gothic Neo',sans-serif">` +
      `<rect width="100%" height="100%" fill="${xml(p.background)}"/>${[...lines, ...dots, ...texts].join("\n")}</svg>\n`
    );
  };

  return { csv, turtle, svg, cell, literal, iri, xml };
})();
