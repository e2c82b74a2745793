// What is on the stage: the whole map, the rings around one entity, or the chain between two. Each gives places and members.
const Scene = (() => {
  const MOST = 240;

  const map = (model, seen) => {
    const members = [];
    for (const i of model.order) if (seen.node[i]) members.push(i);
    return finish({ kind: "map", X: model.X, Y: model.Y, members, inside: seen.node, centre: -1 });
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
    return finish({ X, Y, inside, members: [...spots.keys()], ...extra });
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

  const finish = (scene) => {
    scene.grid = Grid.build(scene.X, scene.Y, scene.members, scene.kind === "map" ? 260 : 120);
    return scene;
  };

  const bounds = (scene, R) => {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const i of scene.members) {
      box.left = Math.min(box.left, scene.X[i] - R[i] - 30);
      box.right = Math.max(box.right, scene.X[i] + R[i] + 30);
      box.top = Math.min(box.top, scene.Y[i] - R[i] - 20);
      box.bottom = Math.max(box.bottom, scene.Y[i] + R[i] + 40);
    }
    return scene.members.length ? box : { left: -400, right: 400, top: -300, bottom: 300 };
  };

  return { map, focus, path, bounds };
})();
