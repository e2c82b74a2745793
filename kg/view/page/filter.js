// What the reader wants to see: which classes, relations, statuses, sources, certainties and months; and how much of each is there.
const Filter = (() => {
  // The facets of a piece of evidence, and which of a facet's values it has.
  const OF_CLAIMS = {
    publishers: (model, c) => model.docs.publisher[model.claims.doc[c]],
    certainties: (model, c) => model.claims.sure[c],
  };
  const CLAIMED = Object.keys(OF_CLAIMS);
  // All facets; of each the state has a set of what is off.
  const FACETS = ["classes", "relations", "statuses", ...CLAIMED];

  const everything = (core) => ({ ...Object.fromEntries(FACETS.map((name) => [name, new Set()])), ...period(core), isolated: false });

  const period = (core) => ({ from: 0, to: core.months.length - 1 });

  const narrowed = (state, core) => state.from > 0 || state.to < core.months.length - 1;

  const isClear = (state, core) => FACETS.every((name) => state[name].size === 0) && !narrowed(state, core);

  // A claim is shown when its source and how sure it is are on and its month inside the period; without a date only while the period is whole.
  const claimTest = (model, state) => {
    const { claims } = model;
    const bounded = narrowed(state, model);
    const asked = CLAIMED.filter((name) => state[name].size);
    return (c) => {
      for (const name of asked) if (state[name].has(OF_CLAIMS[name](model, c))) return false;
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
    const counts = Object.fromEntries([...FACETS, "months"].map((name) => [name, tally(model[name])]));
    const test = claimTest(model, state);
    const plain = CLAIMED.every((name) => state[name].size === 0) && !narrowed(state, model);
    const otherwise = testsOfOthers(model, state);
    for (let e = 0; e < model.edgeCount; e += 1) {
      if (kindsOf(model, state, e) && !state.relations.has(model.P[e]) && !state.statuses.has(model.ST[e])) tellClaims(model, e, { counts, otherwise });
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

  // For each facet of claims, and for months, the test by all the others.
  const testsOfOthers = (model, state) => ({
    ...Object.fromEntries(CLAIMED.map((name) => [name, claimTest(model, { ...state, [name]: new Set() })])),
    months: claimTest(model, { ...state, ...period(model) }),
  });

  // Pieces of evidence by source, by how sure they are and by month.
  const tellClaims = (model, e, { counts, otherwise }) => {
    const { first } = model.claims;
    for (let c = model.claimAt[e]; c < model.claimAt[e + 1]; c += 1) {
      for (const name of CLAIMED) if (otherwise[name](c)) counts[name][OF_CLAIMS[name](model, c)] += 1;
      if (first[c] >= 0 && otherwise.months(c)) counts.months[first[c]] += 1;
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

  return { FACETS, everything, isClear, narrowed, apply };
})();
