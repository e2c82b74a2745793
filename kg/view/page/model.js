// The graph in flat arrays: entities and relations are numbers, and every list of a relation's claims is a slice.
const Model = (() => {
  // For each of `count` groups the places where its items start; items must be sorted by group.
  const starts = (groups, count) => {
    const at = new Int32Array(count + 1);
    for (const g of groups) at[g + 1] += 1;
    for (let i = 0; i < count; i += 1) at[i + 1] += at[i];
    return at;
  };

  const adjacency = (source, target, count) => {
    const at = new Int32Array(count + 1);
    for (let e = 0; e < source.length; e += 1) {
      at[source[e] + 1] += 1;
      if (target[e] !== source[e]) at[target[e] + 1] += 1;
    }
    for (let i = 0; i < count; i += 1) at[i + 1] += at[i];
    const next = at.slice();
    const edges = new Int32Array(at[count]);
    for (let e = 0; e < source.length; e += 1) {
      edges[next[source[e]]++] = e;
      if (target[e] !== source[e]) edges[next[target[e]]++] = e;
    }
    return { at, edges };
  };

  const build = (core) => {
    const { nodes, edges, claims } = core;
    const count = nodes.id.length;
    const { at, edges: around } = adjacency(edges.s, edges.o, count);
    return {
      ...core,
      count,
      edgeCount: edges.s.length,
      X: Float64Array.from(nodes.x),
      Y: Float64Array.from(nodes.y),
      R: Float64Array.from(nodes.r),
      S: Int32Array.from(edges.s),
      O: Int32Array.from(edges.o),
      P: Uint16Array.from(edges.p),
      ST: Uint8Array.from(edges.st),
      around,
      aroundAt: at,
      claimAt: starts(claims.edge, edges.s.length),
      order: nodes.order,
      place: new Map(nodes.id.map((id, i) => [id, i])),
    };
  };

  const edgesOf = (model, i) => model.around.subarray(model.aroundAt[i], model.aroundAt[i + 1]);
  const degree = (model, i) => model.aroundAt[i + 1] - model.aroundAt[i];
  const other = (model, e, i) => (model.S[e] === i ? model.O[e] : model.S[e]);

  return { build, edgesOf, degree, other };
})();
