// The state of the page in its address, so that a view can be sent to a colleague. An address is input: what is unknown is ignored.
const Hash = (() => {
  const LISTS = ["classes", "relations", "statuses", "publishers"];

  const read = (hash) => {
    const fields = new URLSearchParams(hash.replace(/^#/, ""));
    const list = (name) => (fields.get(name) || "").split("~").filter(Boolean);
    const hop = Number(fields.get("hop"));
    return {
      node: fields.get("node"),
      to: fields.get("to"),
      hop: hop >= 1 && hop <= 3 ? Math.floor(hop) : 0,
      ask: fields.get("ask"),
      period: /^\d{4}-\d{2}\.\.\d{4}-\d{2}$/.test(fields.get("period") || "") ? fields.get("period").split("..") : null,
      ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
    };
  };

  const write = (state) => {
    const fields = new URLSearchParams();
    if (state.node) fields.set("node", state.node);
    if (state.to) fields.set("to", state.to);
    if (state.hop) fields.set("hop", String(state.hop));
    if (state.ask) fields.set("ask", state.ask);
    if (state.period) fields.set("period", state.period.join(".."));
    for (const name of LISTS) if (state[name] && state[name].length) fields.set(name, state[name].join("~"));
    const text = fields.toString();
    return text ? `#${text}` : "";
  };

  return { read, write, LISTS };
})();
