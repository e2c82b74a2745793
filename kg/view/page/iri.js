// IRIs of the graph, spelled as in graph.ttl: letters of any script and the slash stay, all else is percent-encoded.
const Iri = (() => {
  const PLAIN = /^[A-Za-z0-9\-._/]$/;
  const UCSCHAR = /^[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{1fffd}]$/u;
  const SHOWN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
  const RESERVED = new Set(["article", "claim", "happening", "passage"]);

  const percent = (char) => [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  const kept = (char) => PLAIN.test(char) || (UCSCHAR.test(char) && SHOWN.test(char));

  // A path segment of dots gets a tilde, since programs that resolve IRIs would swallow it; a dot at the end would be that of the statement.
  const escape = (text) => {
    const safe = Array.from(text, (char) => (kept(char) ? char : percent(char))).join("");
    const whole = safe.split("/").map((piece) => (piece === "." || piece === ".." ? `~${piece}` : piece)).join("/");
    return whole.endsWith(".") ? `${whole.slice(0, -1)}${percent(".")}` : whole;
  };

  const entity = (base, id) => `${base}${RESERVED.has(id.split("/", 1)[0]) ? "~" : ""}${escape(id)}`;
  const article = (base, id) => `${base}article/${escape(id)}`;

  // What names a claim: what is told, by which document, at which offset.
  const claim = (base, told) => {
    const parts = [told.document, told.subject, told.property, told.object, told.status, told.time, told.role, told.amount, String(told.start)];
    return `${base}claim/${Digest.sha256(parts.join("\u001f")).slice(0, 16)}`;
  };

  // The sentence of a claim, which others may share.
  const passage = (base, told) => `${base}passage/${escape(told.document)}/${told.start}-${told.start + Array.from(told.quote).length}`;

  return { escape, entity, article, claim, passage };
})();
