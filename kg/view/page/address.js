// What the address asks for, in numbers of this graph, and the address of what is shown. What the graph does not know is ignored.
const Address = (() => {
  const LISTS = ["classes", "relations", "statuses", "publishers"];

  const namesOf = (model) => ({
    classes: model.classes.map((c) => c.id),
    relations: model.relations.map((r) => r.id),
    statuses: model.statuses,
    publishers: model.publishers,
  });

  const parse = (model, hash) => {
    const asked = Hash.read(hash);
    const place = (id) => (model.place.has(id) ? model.place.get(id) : -1);
    return {
      node: place(asked.node),
      to: place(asked.to),
      hop: asked.hop,
      ask: asked.ask || "",
      pins: asked.pins.map(({ id, x, y }) => ({ i: place(id), x, y })).filter((pin) => pin.i >= 0),
      filter: filterOf(model, asked),
    };
  };

  const filterOf = (model, asked) => {
    const names = namesOf(model);
    const last = Math.max(0, model.months.length - 1);
    const month = (text, otherwise) => (model.months.includes(text) ? model.months.indexOf(text) : otherwise);
    const off = (name) => new Set(names[name].map((id, at) => [id, at]).filter(([id]) => asked[name].includes(id)).map(([, at]) => at));
    return {
      ...Filter.everything(model),
      ...Object.fromEntries(LISTS.map((name) => [name, off(name)])),
      from: asked.period ? month(asked.period[0], 0) : 0,
      to: asked.period ? month(asked.period[1], last) : last,
      isolated: asked.isolated,
    };
  };

  // shown: {node, to, hop, ask, pins: Map of node to place, filter}
  const format = (model, shown) => {
    const { filter } = shown;
    const names = namesOf(model);
    const id = (i) => (i === undefined || i < 0 ? null : model.nodes.id[i]);
    return Hash.write({
      node: id(shown.node),
      to: id(shown.to),
      hop: shown.hop,
      ask: shown.ask,
      period: Filter.narrowed(filter, model) ? [model.months[filter.from], model.months[filter.to]] : null,
      isolated: filter.isolated,
      pins: [...shown.pins.keys()].sort((a, b) => a - b).map((i) => ({ id: model.nodes.id[i], x: Math.round(model.X[i]), y: Math.round(model.Y[i]) })),
      ...Object.fromEntries(LISTS.map((name) => [name, [...filter[name]].sort((a, b) => a - b).map((at) => names[name][at])])),
    });
  };

  return { parse, format };
})();
