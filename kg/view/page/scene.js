// What is on the stage: the whole map, the rings around one entity, or the chain between two. Each gives places and members.
const Scene = (() => {
  const MOST = 240;

  const map = (model, seen) => {
    const members = [];
    for (const i of model.order) if (seen.node[i]) members.push(i);
    return settle({ kind: "map", X: model.X, Y: model.Y, members, inside: seen.node, centre: -1 }, model);
  };

  const placed = (model, spots, extra) => {
    const X = new Float64Array(model.count);
    const Y = new Float64Array(model.count);
    const inside = new Uint8Array(model.count);
    for (const [i, spot] of spots) {
      X[i] = spot.x;
      Y[i] = spot.y;
      inside[i] = 1;
    }
    return settle({ X, Y, inside, members: [...spots.keys()], ...extra }, model);
  };

  const focus = (model, seen, centre, hops) => {
    const found = Walk.around(model, seen, centre, hops);
    const all = found.nodes.length;
    found.nodes = nearest(model, found, MOST);
    const spots = Walk.rings(found, (i) => model.nodes.type[i]);
    return placed(model, spots, { kind: "focus", centre, hops, all });
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
    scene.box = bounds(scene, model.R, scene.kind === "map" ? model.islands : []);
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
