// Where the reader is: what is shown and chosen, how one gets from one view to the next, and the address of each.
const Tour = (() => {
  const { byId } = Dom;

  const start = (app) => Object.assign(app, { selected: -1, edge: -1, lit: [], hops: 1, pathStart: -1, asking: "", written: null, opened: false, pins: new Map() });

  const evidence = async (app) => {
    if (app.evidence) return app.evidence;
    const json = await Unpack.json(byId("evidence").textContent);
    app.evidence = app.evidence || Evidence.build(json, app.model.claims.doc);
    byId("evidence").textContent = "";
    return app.evidence;
  };

  const look = (app) => {
    app.colours = Theme.canvas(app.model.classes);
    app.seen = Filter.apply(app.model, app.filter);
    app.bridges = null;
    app.scene = Scene.map(app.model, app.seen);
  };

  const counts = (app) => {
    const { seen, model } = app;
    const n = Text.number;
    byId("counts").textContent = Filter.isClear(app.filter, model)
      ? Text.t("counts", { nodes: n(seen.nodes), edges: n(seen.edges), claims: n(model.claims.count) })
      : Text.t("counts_part", { nodes: n(seen.nodes), all_nodes: n(model.count), edges: n(seen.edges), all_edges: n(model.edgeCount) });
  };

  // The details of what is chosen. Only the first page of them needs no evidence, so that the map is there at once.
  const detail = async (app) => {
    const chosen = app.edge >= 0 || app.selected >= 0 || app.scene.kind === "path";
    if (chosen) await evidence(app);
    if (app.edge >= 0) Panel.edge(app, app.edge);
    else if (app.selected >= 0) Panel.node(app, app.selected);
    else if (app.scene.kind === "path") Panel.path(app, app.scene.way);
    else Panel.home(app);
    byId("details-body").scrollTop = 0;
  };

  const select = (app, node, edge) => {
    const { model, scene, seen } = app;
    app.selected = node;
    app.edge = edge;
    const centre = scene.kind === "focus" ? scene.centre : node;
    app.lit = centre < 0 ? [] : [...new Set(Array.from(Model.edgesOf(model, centre)).filter((e) => seen.edge[e]).map((e) => Model.other(model, e, centre)))];
  };

  const show = (app, scene) => {
    app.scene = scene;
  };

  const arrive = async (app, place) => {
    app.opened = true;
    Controls.update(app);
    counts(app);
    Stage.reset(app.stage, place);
    await detail(app);
  };

  const openMap = async (app, node, edge = -1) => {
    const stays = app.opened && app.scene.kind === "map" && (node >= 0 || edge >= 0);
    look(app);
    show(app, app.scene);
    select(app, edge >= 0 ? -1 : node, edge);
    const told = arrive(app, stays ? null : Stage.overview(app.stage));
    if (edge >= 0) bringEdge(app, edge);
    else if (node >= 0) near(app, node, Boolean(stays));
    return told;
  };

  const openFocus = (app, node, hops) => {
    app.hops = hops;
    byId("hops").value = String(hops);
    show(app, Scene.focus(app.model, app.seen, node, hops));
    select(app, node, -1);
    return arrive(app, Stage.overview(app.stage));
  };

  const openPath = (app, from, to) => {
    const way = Walk.path(app.model, app.seen, from, to);
    if (!way.length) {
      say(Text.t("path_none", { from: Text.name(app.model, from), to: Text.name(app.model, to) }));
      return openMap(app, from);
    }
    show(app, Scene.path(app.model, way));
    select(app, -1, -1);
    return arrive(app, Stage.overview(app.stage));
  };

  // Bring an entity to the middle, close enough to read its neighbours.
  const near = (app, node, animated = true) => {
    const { X, Y } = app.scene;
    const { box } = app.stage;
    const reach = app.lit.map((j) => Math.hypot(X[j] - X[node], Y[j] - Y[node])).sort((a, b) => a - b);
    const far = Math.max(260, reach[Math.floor(reach.length * 0.45)] || 0);
    const scale = Math.min(1.3, Math.max(Math.min(box.clientWidth, box.clientHeight) / (2.6 * far), 0.12));
    Stage.go(app.stage, { x: X[node], y: Y[node] }, scale, animated);
  };

  // The same for a relation: both its ends, far enough apart to see the line between them.
  const bringEdge = (app, e) => {
    const { X, Y } = app.scene;
    const [s, o] = [app.model.S[e], app.model.O[e]];
    const view = Stage.view(app.stage);
    const long = Math.hypot(X[s] - X[o], Y[s] - Y[o]);
    const shown = [s, o].every((i) => X[i] > view.left && X[i] < view.right && Y[i] > view.top && Y[i] < view.bottom);
    if (shown && long * view.scale > 110) return;
    const { box } = app.stage;
    const scale = Math.min(1, (0.5 * Math.min(box.clientWidth, box.clientHeight)) / Math.max(long, 1));
    Stage.go(app.stage, { x: (X[s] + X[o]) / 2, y: (Y[s] + Y[o]) / 2 }, scale, true);
  };

  // Only move the map when the chosen one lies outside it.
  const bring = (app, i) => {
    const view = Stage.view(app.stage);
    const { X, Y } = app.scene;
    const dx = (view.right - view.left) * 0.08;
    const inside = X[i] > view.left + dx && X[i] < view.right - dx && Y[i] > view.top && Y[i] < view.bottom;
    if (!inside || view.scale < 0.1) near(app, i);
  };

  // The address tells what is shown; whoever opens it sees the same.
  const follow = async (app) => {
    if (location.hash === app.written) return undefined;
    app.written = location.hash;
    const asked = Address.parse(app.model, location.hash);
    app.filter = asked.filter;
    pinAs(app, asked.pins);
    app.seen = Filter.apply(app.model, app.filter);
    if (asked.node >= 0 && asked.to >= 0) await openPath(app, asked.node, asked.to);
    else if (asked.node >= 0 && asked.hop) await openFocus(app, asked.node, asked.hop);
    else await openMap(app, asked.node, asked.edge);
    if (!asked.ask) return Ask.close();
    await evidence(app);
    return Ask.find(app, asked.ask) ? Ask.open(app, asked.ask) : Ask.close();
  };

  // Stand the pinned ones where the address says, and all others where the map has them.
  const pinAs = (app, wanted) => {
    const { model } = app;
    for (const [i, [x, y]] of app.pins) [model.X[i], model.Y[i]] = [x, y];
    app.pins = new Map(wanted.map(({ i }) => [i, [model.X[i], model.Y[i]]]));
    for (const { i, x, y } of wanted) [model.X[i], model.Y[i]] = [x, y];
  };

  const place = (app) => {
    const { scene } = app;
    if (scene.kind === "path") return { node: scene.way[0], to: scene.way[scene.way.length - 1] };
    return scene.kind === "focus" ? { node: scene.centre, hop: app.hops } : { node: app.selected, edge: app.edge };
  };

  // A step that can be taken back gets an address of its own; a filter or an open question changes the one that is there.
  const write = (app, replace) => {
    const hash = Address.format(app.model, { ...place(app), ask: app.asking, pins: app.pins, filter: app.filter });
    if (hash === location.hash) return;
    app.written = hash || "#";
    if (replace) location.replace(hash || "#");
    else location.hash = hash || "#";
    app.written = location.hash;
  };

  const say = (text) => (byId("say").textContent = text);

  return { start, evidence, look, counts, detail, select, openMap, openFocus, openPath, near, bring, bringEdge, follow, write, say };
})();
