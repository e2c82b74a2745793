// Ways through the graph, and where to stand on them: rings around one entity, a chain from one to another.
const Walk = (() => {
  // Entities within `hops` of `start` over visible relations, nearest first; {nodes, depth, parent}.
  const around = (model, seen, start, hops) => {
    const depth = new Map([[start, 0]]);
    const parent = new Map();
    const nodes = [start];
    for (let at = 0; at < nodes.length; at += 1) {
      const i = nodes[at];
      if (depth.get(i) >= hops) continue;
      for (const e of Model.edgesOf(model, i)) {
        const j = Model.other(model, e, i);
        if (!seen.edge[e] || depth.has(j)) continue;
        depth.set(j, depth.get(i) + 1);
        parent.set(j, i);
        nodes.push(j);
      }
    }
    return { nodes, depth, parent };
  };

  const path = (model, seen, start, end) => {
    const before = new Map([[start, -1]]);
    const queue = [start];
    for (let at = 0; at < queue.length && !before.has(end); at += 1) {
      for (const e of Model.edgesOf(model, queue[at])) {
        const j = Model.other(model, e, queue[at]);
        if (!seen.edge[e] || model.statuses[model.ST[e]] === "negated" || before.has(j)) continue;
        before.set(j, queue[at]);
        queue.push(j);
      }
    }
    if (!before.has(end)) return [];
    const way = [];
    for (let i = end; i !== -1; i = before.get(i)) way.push(i);
    return way.reverse();
  };

  const STEP = 118;
  const RING = 190;
  const MOST_ROWS = 4;
  const NEARER = 0.5;

  // Ring by ring: the first by class and weight, the next each near the one it hangs on. Full rings get a second row.
  const rings = (found, sortKey) => {
    const spots = new Map([[found.nodes[0], { x: 0, y: 0, angle: 0 }]]);
    const deepest = Math.max(...found.depth.values());
    const count = (depth) => found.nodes.filter((i) => found.depth.get(i) === depth).length;
    // A far ring that needs much room leaves room to the nearer ones.
    let radius = deepest > 1 ? Math.max(0, (NEARER * (count(deepest) * STEP)) / MOST_ROWS / (2 * Math.PI) - RING) : 0;
    for (let depth = 1; depth <= deepest; depth += 1) {
      const ring = found.nodes.filter((i) => found.depth.get(i) === depth);
      const angle = (i) => (depth > 1 ? spots.get(found.parent.get(i)).angle : 0);
      ring.sort((a, b) => angle(a) - angle(b) || sortKey(a) - sortKey(b) || a - b);
      radius = ringOf(ring, spots, radius + RING);
    }
    return spots;
  };

  const ringOf = (ring, spots, radius) => {
    const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil((ring.length * STEP) / (2 * Math.PI * radius * 1.4))));
    const inner = Math.max(radius, (ring.length * STEP) / rows / (2 * Math.PI));
    ring.forEach((i, place) => {
      const angle = (2 * Math.PI * place) / ring.length - Math.PI / 2;
      const far = inner + (place % rows) * 96;
      spots.set(i, { x: Math.cos(angle) * far * 1.25, y: Math.sin(angle) * far, angle });
    });
    return inner + (rows - 1) * 96;
  };

  // Left to right, in rows of six that turn back like an ox at the plough.
  const chain = (way) => {
    const spots = new Map();
    way.forEach((i, at) => {
      const row = Math.floor(at / 6);
      const column = row % 2 ? 5 - (at % 6) : at % 6;
      spots.set(i, { x: column * 300, y: row * 230, angle: 0 });
    });
    return spots;
  };

  return { around, path, rings, chain };
})();
