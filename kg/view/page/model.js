// The graph in flat arrays: entities and relations are numbers, and every list of a relation's claims is a slice.
const Model = (() => {
  const NONE = Object.freeze([]);

  // For each of `count` groups the places where its items start; items must be sorted by group.
  const starts = (groups, count) => {
    const at = new Int32Array(count + 1);
    for (const g of groups) at[g + 1] += 1;
    for (let i = 0; i < count; i += 1) at[i + 1] += at[i];
    return at;
  };

  // The claims of an edge follow those of the edge before.
  const sums = (counts) => {
    const at = new Int32Array(counts.length + 1);
    counts.forEach((count, e) => (at[e + 1] = at[e] + count));
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

  // Columns of numbers become typed arrays, and the lists that they came from are let go: a large graph is mostly columns.
  const build = (core) => {
    const { edges, claims, nodes, ...rest } = core;
    const { x, y, r, order, type, community, ...texts } = nodes;
    const count = texts.id.length;
    const { at, edges: around } = adjacency(edges.s, edges.o, count);
    return {
      ...rest,
      count,
      edgeCount: edges.s.length,
      nodes: { ...texts, type: Uint16Array.from(type), community: Int32Array.from(community) },
      X: Float64Array.from(x),
      Y: Float64Array.from(y),
      R: Float32Array.from(r),
      S: Int32Array.from(edges.s),
      O: Int32Array.from(edges.o),
      P: Uint16Array.from(edges.p),
      ST: Uint8Array.from(edges.st),
      claims: { count: claims.doc.length, doc: Int32Array.from(claims.doc), first: Int32Array.from(claims.first), last: Int32Array.from(claims.last), sure: Uint8Array.from(claims.sure) },
      around,
      aroundAt: at,
      claimAt: sums(edges.claims),
      order: Int32Array.from(order),
      place: new Map(texts.id.map((id, i) => [id, i])),
    };
  };

  const edgesOf = (model, i) => model.around.subarray(model.aroundAt[i], model.aroundAt[i + 1]);
  const degree = (model, i) => model.aroundAt[i + 1] - model.aroundAt[i];
  const other = (model, e, i) => (model.S[e] === i ? model.O[e] : model.S[e]);
  const otherNames = (model, i) => model.nodes.names[i] || NONE;

  // All relations between the two ends of one, in either direction, itself first.
  const parallel = (model, e) => {
    const [s, o] = [model.S[e], model.O[e]];
    return [e, ...edgesOf(model, s).filter((x) => x !== e && other(model, x, s) === o)];
  };

  // Done or under way, so that the graph has the relation as a plain triple. Of one that holds both ways and is told both ways it has one.
  const isPlain = (model, e) => {
    const { S, O, P, ST } = model;
    const so = (x) => model.statuses[ST[x]] === "actual" || model.statuses[ST[x]] === "ongoing";
    if (!so(e)) return false;
    if (!model.relations[P[e]].symmetric || model.nodes.id[S[e]] <= model.nodes.id[O[e]]) return true;
    return !edgesOf(model, S[e]).some((x) => S[x] === O[e] && O[x] === S[e] && P[x] === P[e] && so(x));
  };

  return { build, isPlain, edgesOf, degree, other, otherNames, parallel, starts };
})();
