// The stage: vis-network, as pyvis set it up, holds what the reader can tell apart; the layer and the names are drawn in its hooks.
const Stage = (() => {
  const BUDGET = 400;
  const STARS = 120;
  const EDGES = 900;
  const REST = 140;

  const create = (box, seed, app, on) => {
    const nodes = new vis.DataSet(seed.nodes);
    const edges = new vis.DataSet(seed.edges);
    const network = new vis.Network(box, { nodes, edges }, seed.options);
    const stage = { box, nodes, edges, network, app, layer: null, whole: null, names: [], held: { nodes: new Set(nodes.getIds()), edges: new Set(edges.getIds()), scale: 1e-9 }, timer: 0, frame: 0 };
    network.on("beforeDrawing", (ctx) => drawUnder(stage, ctx));
    network.on("afterDrawing", (ctx) => drawOver(stage, ctx));
    network.on("zoom", () => moved(stage, true));
    network.on("dragging", () => moved(stage, false));
    network.on("dragEnd", () => moved(stage, false));
    network.on("animationFinished", () => refresh(stage));
    network.on("resize", () => moved(stage, true));
    network.on("click", (event) => on.click(hit(stage, event.pointer)));
    network.on("doubleClick", (event) => on.doubleClick(hit(stage, event.pointer)));
    return stage;
  };

  const view = (stage) => {
    const scale = stage.network.getScale();
    const middle = stage.network.getViewPosition();
    const wide = stage.box.clientWidth / scale / 2;
    const high = stage.box.clientHeight / scale / 2;
    return { left: middle.x - wide, right: middle.x + wide, top: middle.y - high, bottom: middle.y + high, scale };
  };

  // While the view moves only names may change; the rest follows when it comes to rest.
  const moved = (stage, zoomed) => {
    clearTimeout(stage.timer);
    stage.timer = setTimeout(() => refresh(stage), REST);
    if (zoomed && !stage.frame) {
      stage.frame = requestAnimationFrame(() => {
        stage.frame = 0;
        stage.names = Names.choose(stage.app, view(stage), stage.box);
      });
    }
  };

  const refresh = (stage) => {
    clearTimeout(stage.timer);
    const now = view(stage);
    hold(stage, now);
    stage.layer = Layer.render(stage.app, now, stage.held);
    stage.names = Names.choose(stage.app, now, stage.box);
    stage.network.redraw();
  };

  // Something else is chosen: names and light change, the map below does not.
  const relight = (stage) => {
    stage.names = Names.choose(stage.app, view(stage), stage.box);
    stage.network.redraw();
  };

  // Everything anew: another scene, filter or theme.
  const reset = (stage) => {
    const { scene, model } = stage.app;
    stage.held = { nodes: new Set(), edges: new Set(), scale: 1e-9 };
    stage.nodes.clear();
    stage.edges.clear();
    stage.whole = null;
    if (scene.kind === "map" && scene.members.length > BUDGET) {
      const box = Scene.bounds(scene, model.R);
      const scale = Math.min(stage.box.clientWidth / (box.right - box.left), stage.box.clientHeight / (box.bottom - box.top));
      stage.whole = Layer.render(stage.app, { ...box, scale, whole: true }, stage.held);
    }
    refresh(stage);
  };

  const hold = (stage, now) => {
    const { app } = stage;
    const near = Grid.within(app.scene.grid, now);
    const few = near.length <= BUDGET;
    const wanted = new Set(few ? near : stars(app, near));
    const edges = few ? edgesAmong(app, wanted) : new Set();
    const rescaled = Math.abs(Math.log(now.scale / stage.held.scale)) > 0.12;
    sync(stage.nodes, { wanted, held: stage.held.nodes, rescaled }, (i) => nodeOf(app, i, now.scale));
    sync(stage.edges, { wanted: edges, held: stage.held.edges, rescaled }, (e) => edgeOf(app, e, now.scale));
    stage.held = { nodes: wanted, edges, scale: rescaled ? now.scale : stage.held.scale };
  };

  const stars = (app, near) => {
    const inside = new Set(near);
    const chosen = [];
    for (const i of app.model.order) {
      if (inside.has(i)) chosen.push(i);
      if (chosen.length >= STARS) break;
    }
    return chosen;
  };

  const edgesAmong = (app, wanted) => {
    const found = new Set();
    for (const i of wanted) {
      for (const e of Model.edgesOf(app.model, i)) {
        if (found.size < EDGES && app.seen.edge[e] && wanted.has(Model.other(app.model, e, i))) found.add(e);
      }
    }
    return found;
  };

  // Sizes are in map units, so what stays is made anew only when the scale has changed enough to see.
  const sync = (set, { wanted, held, rescaled }, make) => {
    const gone = [...held].filter((id) => !wanted.has(id));
    if (gone.length) set.remove(gone);
    const items = [...wanted].filter((id) => rescaled || !held.has(id)).map(make);
    if (items.length) set.update(items);
  };

  const nodeOf = (app, i, scale) => {
    const { model, scene, colours } = app;
    const cls = model.classes[model.nodes.type[i]];
    return {
      id: i,
      x: scene.X[i],
      y: scene.Y[i],
      size: Math.max(model.R[i], 4.2 / scale),
      shape: cls.shape,
      color: { background: colours.of[model.nodes.type[i]], border: colours.paper },
      borderWidth: Math.min(1.5, 0.8 / scale),
    };
  };

  const edgeOf = (app, e, scale) => {
    const { model, colours } = app;
    const status = model.statuses[model.ST[e]];
    const bend = app.bends[e];
    return {
      id: e,
      from: model.S[e],
      to: model.O[e],
      color: { color: Theme.colourOf(colours, status), opacity: app.scene.kind !== "map" ? 0.9 : model.nodes.community[model.S[e]] === model.nodes.community[model.O[e]] ? 0.8 : 0.42 },
      dashes: Theme.DASH[status].length ? Theme.DASH[status].map((d) => d / scale) : false,
      width: (status === "negated" ? 1.9 : 1.25) / scale,
      arrows: { to: { enabled: scale > 0.35, scaleFactor: Math.min(1.1, 0.5 / scale) } },
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: bend } : false,
    };
  };

  const drawUnder = (stage, ctx) => {
    const now = view(stage);
    ctx.fillStyle = stage.app.colours.paper;
    ctx.fillRect(now.left, now.top, now.right - now.left, now.bottom - now.top);
    const { layer, whole } = stage;
    if (!layer) return;
    const covers = layer.left <= now.left && layer.top <= now.top && layer.left + layer.width >= now.right && layer.top + layer.height >= now.bottom;
    if (!covers && whole) {
      copy(ctx, whole, now);
      ctx.fillRect(layer.left, layer.top, layer.width, layer.height);
    }
    copy(ctx, layer, now);
  };

  // Only the part that is seen; without smoothing while the scale is that of the picture.
  const copy = (ctx, image, now) => {
    const left = Math.max(image.left, now.left);
    const top = Math.max(image.top, now.top);
    const wide = Math.min(image.left + image.width, now.right) - left;
    const high = Math.min(image.top + image.height, now.bottom) - top;
    if (wide <= 0 || high <= 0) return;
    ctx.imageSmoothingEnabled = Math.abs(image.scale / now.scale - 1) > 0.001;
    const p = image.pixels;
    ctx.drawImage(image.picture, (left - image.left) * p, (top - image.top) * p, wide * p, high * p, left, top, wide, high);
  };

  const drawOver = (stage, ctx) => {
    const now = view(stage);
    Light.draw(stage.app, ctx, now);
    Names.draw(stage.app, ctx, now, stage.names);
  };

  const hit = (stage, pointer) => {
    const { scene, model } = stage.app;
    const scale = stage.network.getScale();
    const { x, y } = pointer.canvas;
    const node = Grid.nearest(scene.grid, x, y, Math.max(40, 12 / scale));
    if (node >= 0 && Math.hypot(scene.X[node] - x, scene.Y[node] - y) <= Math.max(model.R[node], 8 / scale) + 4 / scale) return { node };
    const edge = stage.network.getEdgeAt(pointer.DOM);
    return edge === undefined ? {} : { edge: Number(edge) };
  };

  const fit = (stage, animated) => {
    const box = Scene.bounds(stage.app.scene, stage.app.model.R);
    // Rings and chains are small, so the names at their rim need room of their own; on the map islands keep it free.
    const pad = stage.app.scene.kind === "map" ? 12 : 64;
    const scale = Math.min(1.9, (stage.box.clientWidth - 2 * pad) / (box.right - box.left), (stage.box.clientHeight - pad) / (box.bottom - box.top));
    go(stage, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale, animated);
  };

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const go = (stage, position, scale, animated) => {
    stage.network.moveTo({ position, scale, animation: animated && !still() ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
    if (!animated || still()) refresh(stage);
  };

  const pan = (stage, dx, dy) => {
    const at = stage.network.getViewPosition();
    const scale = stage.network.getScale();
    stage.network.moveTo({ position: { x: at.x + dx / scale, y: at.y + dy / scale }, scale });
    moved(stage, false);
  };

  const zoom = (stage, factor) => {
    stage.network.moveTo({ scale: Math.min(8, Math.max(0.005, stage.network.getScale() * factor)) });
    moved(stage, true);
  };

  return { create, reset, refresh, relight, fit, go, pan, zoom, view, hit };
})();
