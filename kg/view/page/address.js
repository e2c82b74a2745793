// What the address asks for, in numbers of this graph, and the address of what is shown. What the graph does not know is ignored.
const Address = (() => {
  const namesOf = (model) => ({
    classes: model.classes.map((c) => c.id),
    relations: model.relations.map((r) => r.id),
    statuses: model.statuses,
    publishers: model.publishers,
    certainties: model.certainties.map(String),
  });

  const parse = (model, hash) => {
    const asked = Hash.read(hash);
    const place = (id) => (model.place.has(id) ? model.place.get(id) : -1);
    return {
      node: place(asked.node),
      to: place(asked.to),
      edge: edgeOf(model, asked.edge || []),
      hop: asked.hop,
      ask: asked.ask || "",
      pins: asked.pins.map(({ id, x, y }) => ({ i: place(id), x, y })).filter((pin) => pin.i >= 0),
      filter: filterOf(model, asked),
    };
  };

  // A relation is named by its two ends, its kind and its status.
  const edgeOf = (model, [from, relation, to, status]) => {
    if (!model.place.has(from) || !model.place.has(to)) return -1;
    const [s, o] = [model.place.get(from), model.place.get(to)];
    const found = Model.edgesOf(model, s).find((e) => model.S[e] === s && model.O[e] === o && model.relations[model.P[e]].id === relation && model.statuses[model.ST[e]] === status);
    return found === undefined ? -1 : found;
  };

  const namesOfEdge = (model, e) => [model.nodes.id[model.S[e]], model.relations[model.P[e]].id, model.nodes.id[model.O[e]], model.statuses[model.ST[e]]];

  const filterOf = (model, asked) => {
    const names = namesOf(model);
    const last = Math.max(0, model.months.length - 1);
    const month = (text, otherwise) => (model.months.includes(text) ? model.months.indexOf(text) : otherwise);
    const off = (name) => new Set(names[name].map((id, at) => [id, at]).filter(([id]) => asked[name].includes(id)).map(([, at]) => at));
    return {
      ...Filter.everything(model),
      ...Object.fromEntries(Filter.FACETS.map((name) => [name, off(name)])),
      from: asked.period ? month(asked.period[0], 0) : 0,
      to: asked.period ? month(asked.period[1], last) : last,
      isolated: asked.isolated,
    };
  };

  // shown: {node, edge, to, hop, ask, pins: Map of node to place, filter}
  const format = (model, shown) => {
    const { filter } = shown;
    const names = namesOf(model);
    const id = (i) => (i === undefined || i < 0 ? null : model.nodes.id[i]);
    return Hash.write({
      node: id(shown.node),
      edge: shown.edge >= 0 ? namesOfEdge(model, shown.edge) : null,
      to: id(shown.to),
      hop: shown.hop,
      ask: shown.ask,
      period: Filter.narrowed(filter, model) ? [model.months[filter.from], model.months[filter.to]] : null,
      isolated: filter.isolated,
      pins: [...shown.pins.keys()].sort((a, b) => a - b).map((i) => ({ id: model.nodes.id[i], x: Math.round(model.X[i]), y: Math.round(model.Y[i]) })),
      ...Object.fromEntries(Filter.FACETS.map((name) => [name, [...filter[name]].sort((a, b) => a - b).map((at) => names[name][at])])),
    });
  };

  return { parse, format };
})();
