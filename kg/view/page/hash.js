// The state of the page in its address, so that a view can be sent to a colleague. An address is input: what is unknown is ignored.
const Hash = (() => {
  const MOST_PINS = 60;
  const PIN = /^(.+)@(-?\d{1,6}),(-?\d{1,6})$/s;

  const read = (hash) => {
    const fields = new URLSearchParams(hash.replace(/^#/, ""));
    const list = (name) => (fields.get(name) || "").split("~").filter(Boolean);
    const hop = Number(fields.get("hop"));
    return {
      node: fields.get("node"),
      edge: fields.get("edge") ? fields.get("edge").split("~") : null,
      to: fields.get("to"),
      hop: hop >= 1 && hop <= 3 ? Math.floor(hop) : 0,
      ask: fields.get("ask"),
      period: /^\d{4}-\d{2}\.\.\d{4}-\d{2}$/.test(fields.get("period") || "") ? fields.get("period").split("..") : null,
      isolated: fields.get("isolated") === "1",
      pins: fields.getAll("pin").slice(0, MOST_PINS).map((text) => PIN.exec(text)).filter(Boolean).map(([, id, x, y]) => ({ id, x: Number(x), y: Number(y) })),
      ...Object.fromEntries(Filter.FACETS.map((name) => [name, list(name)])),
    };
  };

  const write = (state) => {
    const fields = new URLSearchParams();
    if (state.node) fields.set("node", state.node);
    if (state.edge) fields.set("edge", state.edge.join("~"));
    if (state.to) fields.set("to", state.to);
    if (state.hop) fields.set("hop", String(state.hop));
    if (state.ask) fields.set("ask", state.ask);
    if (state.period) fields.set("period", state.period.join(".."));
    if (state.isolated) fields.set("isolated", "1");
    for (const name of Filter.FACETS) if (state[name] && state[name].length) fields.set(name, state[name].join("~"));
    for (const pin of (state.pins || []).slice(0, MOST_PINS)) fields.append("pin", `${pin.id}@${pin.x},${pin.y}`);
    const text = fields.toString();
    return text ? `#${text}` : "";
  };

  return { read, write };
})();
