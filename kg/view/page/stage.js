// The stage: vis-network, as pyvis set it up, holds what the reader can tell apart; the layer and the names are drawn in its hooks.
const Stage = (() => {
  const BUDGET = 400;
  const STARS = 24;
  const EDGES = 900;
  const REST = 140;
  // With more than these on rings, lines are thin.
  const FEW = 40;

  const create = (box, seed, app, on) => {
    const nodes = new vis.DataSet(seed.nodes);
    const edges = new vis.DataSet(seed.edges);
    const network = new vis.Network(box, { nodes, edges }, seed.options);
    const held = { nodes: new Set(nodes.getIds()), edges: new Set(edges.getIds()), scale: 1e-9 };
    const stage = { box, nodes, edges, network, app, layer: null, whole: null, drawn: null, few: false, names: [], art: null, panned: false, fitted: true, held, carried: -1, rest: 0, idle: 0, frame: 0 };
    network.on("beforeDrawing", (ctx) => drawUnder(stage, ctx));
    network.on("afterDrawing", (ctx) => drawOver(stage, ctx));
    network.on("zoom", () => moved(stage, true));
    network.on("dragging", () => moved(stage, false));
    network.on("dragStart", () => (stage.drawn = stage.few ? Layer.render(app, view(stage), Layer.NOTHING) : stage.layer));
    network.on("dragEnd", () => {
      stage.drawn = null;
      moved(stage, false);
    });
    network.on("animationFinished", () => refresh(stage));
    network.on("resize", () => (stage.fitted ? fit(stage) : moved(stage, true)));
    network.on("click", (event) => on.click(hit(stage, event.pointer)));
    return stage;
  };

  const view = (stage) => {
    const scale = stage.network.getScale();
    const middle = stage.network.getViewPosition();
    const wide = stage.box.clientWidth / scale / 2;
    const high = stage.box.clientHeight / scale / 2;
    return { left: middle.x - wide, right: middle.x + wide, top: middle.y - high, bottom: middle.y + high, scale };
  };

  // Where the whole scene is seen it stays so, however large the stage becomes.
  const fit = (stage) => {
    stage.network.moveTo(overview(stage));
    refresh(stage);
  };

  // While the view moves names may only go; the rest follows when it comes to rest.
  const moved = (stage, zoomed) => {
    stage.fitted = false;
    clearTimeout(stage.rest);
    stage.rest = setTimeout(() => refresh(stage), REST);
    stage.panned = !zoomed;
    if (zoomed && !stage.frame) {
      stage.frame = requestAnimationFrame(() => {
        stage.frame = 0;
        name(stage, Names.again(stage.names, view(stage)));
      });
    }
  };

  const refresh = (stage) => {
    clearTimeout(stage.rest);
    const now = view(stage);
    hold(stage, now);
    stage.layer = Layer.render(stage.app, now, stage.few ? stage.held : Layer.NOTHING);
    if (!stage.whole) keepWhole(stage);
    stage.panned = false;
    name(stage, Names.choose(stage.app, now, stage.box));
    stage.network.redraw();
  };

  const name = (stage, names) => {
    stage.names = names;
    stage.art = null;
  };

  // Something else is chosen: names and light change, the map below does not.
  const relight = (stage) => {
    name(stage, Names.choose(stage.app, view(stage), stage.box));
    stage.network.redraw();
  };

  // Everything anew: another scene, filter or theme. `place` is where to look from then on; without it the view stays.
  const reset = (stage, place) => {
    stage.held = { nodes: new Set(), edges: new Set(), scale: 1e-9 };
    stage.nodes.clear();
    stage.edges.clear();
    stage.whole = null;
    clearTimeout(stage.idle);
    if (place) stage.network.moveTo(place);
    if (place) stage.fitted = true;
    refresh(stage);
  };

  // A picture of the whole map, for the moment in which the reader has moved beyond the layer. It can wait.
  const keepWhole = (stage) => {
    const { scene } = stage.app;
    clearTimeout(stage.idle);
    if (scene.kind !== "map" || scene.members.length <= BUDGET) return;
    if (Layer.covers(stage.layer, scene.box)) stage.whole = stage.layer;
    else stage.idle = setTimeout(() => (stage.whole = Layer.render(stage.app, { ...scene.box, scale: scaleOf(stage, 0), whole: true }, Layer.NOTHING)), 4 * REST);
  };

  const hold = (stage, now) => {
    const { app } = stage;
    const few = Grid.count(app.scene.grid, now, BUDGET + 1) <= BUDGET;
    stage.few = few;
    const wanted = new Set(few ? Grid.within(app.scene.grid, now) : stars(app, now));
    const edges = few ? edgesAmong(app, wanted) : new Set();
    const rescaled = Math.abs(Math.log(now.scale / stage.held.scale)) > 0.12;
    sync(stage.nodes, { wanted, held: stage.held.nodes, rescaled }, (i) => nodeOf(app, i, now.scale));
    sync(stage.edges, { wanted: edges, held: stage.held.edges, rescaled }, (e) => edgeOf(app, e, now.scale));
    stage.held = { nodes: wanted, edges, scale: rescaled ? now.scale : stage.held.scale };
  };

  const stars = (app, now) => {
    const { inside, X, Y } = app.scene;
    const chosen = [];
    for (const i of app.model.order) {
      if (inside[i] && X[i] >= now.left && X[i] <= now.right && Y[i] >= now.top && Y[i] <= now.bottom) chosen.push(i);
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
      // vis draws a star inside three fifths of the disc that others fill.
      size: Math.max(scene.R[i], Shape.LEAST / scale) * (cls.shape === "star" ? 1.45 : 1),
      shape: cls.shape,
      color: { background: colours.of[model.nodes.type[i]], border: colours.paper },
      borderWidth: Math.min(1.5, 0.8 / scale),
    };
  };

  const edgeOf = (app, e, scale) => {
    const { model, colours } = app;
    const status = model.statuses[model.ST[e]];
    const bend = app.bends[e];
    const near = model.nodes.community[model.S[e]] === model.nodes.community[model.O[e]];
    return {
      id: e,
      from: model.S[e],
      to: model.O[e],
      color: { color: Theme.colourOf(colours, status), opacity: app.scene.kind === "map" ? (near ? 0.8 : 0.42) : opacityOf(app.scene, model, e) },
      dashes: Theme.DASH[status].length ? Theme.DASH[status].map((d) => d / scale) : false,
      width: (status === "negated" ? 1.9 : app.scene.members.length > FEW ? 1 : 1.25) / scale,
      arrows: { to: { enabled: scale > 0.35, scaleFactor: Math.min(1.1, 0.5 / scale) } },
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: bend } : false,
    };
  };

  // On rings the lines to the middle are what is asked for, then those on the way to it; those among the others only hint.
  const opacityOf = ({ kind, centre, members, parent }, model, e) => {
    const [s, o] = [model.S[e], model.O[e]];
    const many = members.length > FEW;
    if (kind === "path" || s === centre || o === centre) return many ? 0.62 : 0.9;
    if (parent.get(s) === o || parent.get(o) === s) return many ? 0.4 : 0.7;
    return many ? 0.12 : 0.34;
  };

  const drawUnder = (stage, ctx) => {
    const now = view(stage);
    ctx.fillStyle = stage.app.colours.paper;
    ctx.fillRect(now.left, now.top, now.right - now.left, now.bottom - now.top);
    // While the reader drags the map vis draws nothing, and a picture of everything stands for it.
    const { whole } = stage;
    const layer = stage.drawn || stage.layer;
    if (!layer) return;
    if (whole && whole !== layer && !Layer.covers(layer, now)) {
      copy(ctx, whole, now);
      ctx.fillRect(layer.open.left, layer.open.top, layer.open.right - layer.open.left, layer.open.bottom - layer.open.top);
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
    if (stage.app.pins.size && stage.app.scene.kind === "map") Light.pins(stage.app, ctx, now);
    if (stage.carried >= 0) Light.carried(stage.app, ctx, now, stage.carried);
    if (stage.panned && stage.carried < 0) shift(stage, ctx, now);
    else Names.draw(stage.app, ctx, now, stage.names);
  };

  const shift = (stage, ctx, now) => {
    const { art } = stage;
    if (!art || Math.abs(art.scale / now.scale - 1) > 1e-6) stage.art = Names.picture(stage.app, now, { names: stage.names, ratio: ctx.getTransform().a / now.scale });
    Names.paste(ctx, now, stage);
  };

  const hit = (stage, pointer) => {
    const { scene } = stage.app;
    const scale = stage.network.getScale();
    const { x, y } = pointer.canvas;
    const node = Grid.nearest(scene.grid, x, y, Math.max(40, 12 / scale));
    if (node >= 0 && Math.hypot(scene.X[node] - x, scene.Y[node] - y) <= Math.max(scene.R[node], 8 / scale) + 4 / scale) return { node };
    const edge = stage.network.getEdgeAt(pointer.DOM);
    return edge === undefined ? {} : { edge: Number(edge) };
  };

  // An entity under the reader's hand, and how it comes to stand where it is let go.
  const carry = (stage, i, spot) => {
    const { scene } = stage.app;
    stage.carried = i;
    [scene.X[i], scene.Y[i]] = [Math.round(spot.x), Math.round(spot.y)];
    name(stage, stage.names.map((label) => (label.i === i ? { ...label, wx: scene.X[i], wy: scene.Y[i] } : label)));
    if (stage.held.nodes.has(i)) stage.nodes.update({ id: i, x: scene.X[i], y: scene.Y[i] });
    else stage.network.redraw();
  };

  const drop = (stage) => {
    stage.carried = -1;
    stage.whole = null;
    stage.held.scale = 1e-9;
    Scene.settle(stage.app.scene, stage.app.model);
    refresh(stage);
  };

  const scaleOf = (stage, pad) => {
    const { box } = stage.app.scene;
    return Math.min((stage.box.clientWidth - 2 * pad) / (box.right - box.left), (stage.box.clientHeight - pad) / (box.bottom - box.top));
  };

  // From where all of the scene is seen. Rings and chains are small, so the names at their rim need room of their own; on the map islands keep it free.
  const overview = (stage) => {
    const { box, kind } = stage.app.scene;
    const scale = Math.min(1.9, scaleOf(stage, kind === "map" ? 12 : 64));
    return { position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale };
  };

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const go = (stage, position, scale, animated) => {
    stage.fitted = false;
    stage.network.moveTo({ position, scale, animation: animated && !still() ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
    if (!animated || still()) refresh(stage);
  };

  const pan = (stage, dx, dy) => {
    const at = stage.network.getViewPosition();
    const scale = stage.network.getScale();
    stage.network.moveTo({ position: { x: at.x + dx / scale, y: at.y + dy / scale }, scale });
    moved(stage, false);
  };

  // Around the middle, or so that `spot` of the map stays where it is on the screen.
  const zoom = (stage, factor, spot) => {
    const before = stage.network.getScale();
    const scale = Math.min(8, Math.max(0.005, before * factor));
    const middle = stage.network.getViewPosition();
    const { x, y } = spot || middle;
    stage.network.moveTo({ scale, position: { x: x + ((middle.x - x) * before) / scale, y: y + ((middle.y - y) * before) / scale } });
    moved(stage, true);
  };

  return { create, reset, refresh, relight, overview, go, pan, zoom, view, hit, carry, drop };
})();
