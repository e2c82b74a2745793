// What is on the stage: the whole map, the rings around one entity, or the chain between two. Each gives places and members.
const Scene = (() => {
  // More than can be told apart on rings; all of them are in the list.
  const MOST = 150;
  // Beside the one in the middle nobody is a hub.
  const LARGEST = 13;

  const map = (model, seen) => {
    const members = [];
    for (const i of model.order) if (seen.node[i]) members.push(i);
    return settle({ kind: "map", X: model.X, Y: model.Y, members, R: model.R, inside: seen.node, centre: -1 }, model);
  };

  const placed = (model, spots, extra) => {
    const X = new Float64Array(model.count);
    const Y = new Float64Array(model.count);
    const R = new Float32Array(model.count);
    const inside = new Uint8Array(model.count);
    for (const [i, spot] of spots) {
      X[i] = spot.x;
      Y[i] = spot.y;
      R[i] = Math.min(model.R[i], i === extra.centre && extra.kind === "focus" ? 1.6 * LARGEST : LARGEST);
      inside[i] = 1;
    }
    return settle({ X, Y, R, inside, members: [...spots.keys()], ...extra }, model);
  };

  const focus = (model, seen, centre, hops) => {
    const found = Walk.around(model, seen, centre, hops);
    const all = found.nodes.length;
    found.nodes = nearest(model, found, MOST);
    const spots = Walk.rings(found, kindOf(model, seen, centre));
    return placed(model, spots, { kind: "focus", centre, hops, all, parent: found.parent });
  };

  // On the first ring those with the same relation stand together, among them those of a class.
  const kindOf = (model, seen, centre) => {
    const kinds = new Map();
    for (const e of Model.edgesOf(model, centre)) {
      const j = Model.other(model, e, centre);
      if (seen.edge[e] && !kinds.has(j)) kinds.set(j, model.P[e] * 2 + (model.S[e] === centre ? 0 : 1));
    }
    return (i) => (kinds.get(i) || 0) * model.classes.length + model.nodes.type[i];
  };

  // Too many to read: the nearer and the better known stay. A parent is nearer than its child, so none is cut off.
  const nearest = (model, found, most) => {
    if (found.nodes.length <= most) return found.nodes;
    const rank = new Int32Array(model.count);
    model.order.forEach((i, at) => (rank[i] = at));
    const kept = [found.nodes[0]];
    const inside = new Set(kept);
    const byDepth = [...found.nodes].sort((a, b) => found.depth.get(a) - found.depth.get(b) || rank[a] - rank[b]);
    for (const i of byDepth) {
      if (kept.length < most && inside.has(found.parent.get(i))) {
        kept.push(i);
        inside.add(i);
      }
    }
    return kept;
  };

  const path = (model, way) => placed(model, Walk.chain(way), { kind: "path", centre: way[0], way });

  // What follows from where the members stand: to be made again when one is moved.
  const settle = (scene, model) => {
    scene.grid = Grid.build(scene.X, scene.Y, scene.members, scene.kind === "map" ? 260 : 120);
    scene.box = bounds(scene, scene.R, scene.kind === "map" ? model.islands : []);
    return scene;
  };

  const bounds = (scene, R, islands) => {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    const take = (x, y, wide, high) => {
      box.left = Math.min(box.left, x - wide);
      box.right = Math.max(box.right, x + wide);
      box.top = Math.min(box.top, y - high);
      box.bottom = Math.max(box.bottom, y + high);
    };
    for (const i of scene.members) take(scene.X[i], scene.Y[i], R[i] + 30, R[i] + 30);
    for (const island of islands) take(island.x, island.y, island.r, island.r);
    return scene.members.length ? box : { left: -400, right: 400, top: -300, bottom: 300 };
  };

  return { map, focus, path, settle };
})();
