// What the reader wants to see: which classes, relations, statuses, sources and months; and how much of each is there.
const Filter = (() => {
  const everything = (core) => ({
    classes: new Set(),
    relations: new Set(),
    statuses: new Set(),
    publishers: new Set(),
    from: 0,
    to: core.months.length - 1,
    isolated: false,
  });

  const narrowed = (state, core) => state.from > 0 || state.to < core.months.length - 1;

  const isClear = (state, core) =>
    [state.classes, state.relations, state.statuses, state.publishers].every((off) => off.size === 0) && !narrowed(state, core);

  // A claim is shown when its source is on and its month inside the period; without a date only while the period is whole.
  const claimTest = (model, state) => {
    const { claims, docs } = model;
    const bounded = narrowed(state, model);
    return (c) => {
      if (state.publishers.has(docs.publisher[claims.doc[c]])) return false;
      if (!bounded) return true;
      return claims.last[c] >= state.from && claims.first[c] <= state.to && claims.first[c] >= 0;
    };
  };

  const anyClaim = (model, test, e) => {
    for (let c = model.claimAt[e]; c < model.claimAt[e + 1]; c += 1) if (test(c)) return true;
    return false;
  };

  // Counts of a facet say what there would be if only the other facets were set.
  const apply = (model, state) => {
    const edge = new Uint8Array(model.edgeCount);
    const node = new Uint8Array(model.count);
    const counts = {
      classes: tally(model.classes), relations: tally(model.relations), statuses: tally(model.statuses), publishers: tally(model.publishers), months: tally(model.months),
    };
    const test = claimTest(model, state);
    const plain = state.publishers.size === 0 && !narrowed(state, model);
    const within = claimTest(model, { ...state, publishers: new Set() });
    for (let e = 0; e < model.edgeCount; e += 1) {
      if (kindsOf(model, state, e) && !state.relations.has(model.P[e]) && !state.statuses.has(model.ST[e])) tellSources(model, e, { counts, off: state.publishers, within });
      if (!plain && !anyClaim(model, test, e)) continue;
      const { S, O, P, ST } = model;
      const kinds = kindsOf(model, state, e);
      const relation = !state.relations.has(P[e]);
      const status = !state.statuses.has(ST[e]);
      if (kinds && status) counts.relations[P[e]] += 1;
      if (kinds && relation) counts.statuses[ST[e]] += 1;
      if (relation && status) {
        node[S[e]] |= 2;
        node[O[e]] |= 2;
        if (kinds) edge[e] = 1;
      }
      if (edge[e]) {
        node[S[e]] |= 1;
        node[O[e]] |= 1;
      }
    }
    return finish(model, state, { edge, node, counts, test });
  };

  const kindsOf = (model, state, e) => !state.classes.has(model.nodes.type[model.S[e]]) && !state.classes.has(model.nodes.type[model.O[e]]);

  // Pieces of evidence by source inside the period, and by month from the sources that are on.
  const tellSources = (model, e, { counts, off, within }) => {
    const { claims, docs } = model;
    for (let c = model.claimAt[e]; c < model.claimAt[e + 1]; c += 1) {
      const source = docs.publisher[claims.doc[c]];
      if (within(c)) counts.publishers[source] += 1;
      if (claims.first[c] >= 0 && !off.has(source)) counts.months[claims.first[c]] += 1;
    }
  };

  const tally = (list) => new Int32Array(list.length);

  const finish = (model, state, seen) => {
    const { node, edge, counts } = seen;
    const islands = tally(model.islands);
    let nodes = 0;
    for (let i = 0; i < model.count; i += 1) {
      const alone = Model.degree(model, i) === 0;
      if (node[i] & 2 || (alone && state.isolated)) counts.classes[model.nodes.type[i]] += 1;
      const shown = node[i] & 1 || (alone && state.isolated && !state.classes.has(model.nodes.type[i]));
      node[i] = shown ? 1 : 0;
      nodes += node[i];
      if (node[i] && islands[model.nodes.community[i]] !== undefined) islands[model.nodes.community[i]] += 1;
    }
    return { node, edge, counts, islands, claim: seen.test, nodes, edges: edge.reduce((sum, on) => sum + on, 0) };
  };

  return { everything, isClear, narrowed, apply };
})();
