// The page as a whole: it unpacks the data, keeps what is chosen, and lets each part show it.
const Page = (() => {
  const { byId } = Dom;
  const t = (...args) => Text.t(...args);
  const app = { selected: -1, edge: -1, lit: [], hops: 1, pathStart: -1, asking: "", written: "" };

  const start = async () => {
    const words = JSON.parse(byId("words").textContent);
    const asked = document.documentElement.lang;
    Text.start(words, asked);
    Theme.set(Theme.prefersDark());
    if (typeof DecompressionStream === "undefined") {
      byId("loading").textContent = t("too_old");
      return;
    }
    app.evidencePacked = byId("evidence").textContent;
    app.model = Model.build(await Unpack.json(byId("core").textContent));
    await library();
    app.index = Search.index({ ...app.model.nodes, order: app.model.order });
    app.bends = bends(app.model);
    app.filter = Filter.everything(app.model);
    app.on = actions;
    look();
    byId("loading").remove();
    app.stage = Stage.create(byId("stage"), { ...JSON.parse(byId("seed").textContent) }, app, {
      click: (hit) => (hit.node !== undefined ? actions.node(hit.node) : hit.edge !== undefined ? actions.edge(hit.edge) : actions.nothing()),
      doubleClick: (hit) => hit.node !== undefined && actions.focus(hit.node, app.hops),
    });
    app.search = (query) => Search.find(app.index, query, 12);
    [SearchBox, Keys, Tip].forEach((part) => part.build(app));
    bind();
    speak();
    await follow();
    addEventListener("hashchange", follow);
    document.documentElement.dataset.ready = "true";
    setTimeout(() => Search.warm(app.index), 400);
  };

  // vis-network lies packed in the page; the page's policy knows its hash, so nothing else can come in this way.
  const library = async () => {
    const script = document.createElement("script");
    script.textContent = await Unpack.text(byId("vis").textContent);
    document.head.append(script);
  };

  const evidence = async () => {
    if (!app.evidence) app.evidence = await Unpack.json(app.evidencePacked);
    return app.evidence;
  };

  // Relations between the same two are drawn apart, each with a bend of its own.
  const bends = (model) => {
    const seen = new Map();
    return Float32Array.from({ length: model.edgeCount }, (_, e) => {
      const key = Math.min(model.S[e], model.O[e]) * model.count + Math.max(model.S[e], model.O[e]);
      const nth = seen.get(key) || 0;
      seen.set(key, nth + 1);
      const side = model.S[e] < model.O[e] ? 1 : -1;
      return nth ? side * (nth % 2 ? 1 : -1) * 0.14 * Math.ceil(nth / 2) : 0;
    });
  };

  const look = () => {
    app.colours = Theme.canvas(app.model.classes);
    app.seen = Filter.apply(app.model, app.filter);
    app.bridges = Layer.countBridges(app.model, app.seen);
    app.scene = Scene.map(app.model, app.seen);
  };

  const counts = () => {
    const { seen, model } = app;
    const n = Text.number;
    byId("counts").textContent = Filter.isClear(app.filter, model)
      ? t("counts", { nodes: n(seen.nodes), edges: n(seen.edges), claims: n(model.claims.edge.length) })
      : t("counts_part", { nodes: n(seen.nodes), all_nodes: n(model.count), edges: n(seen.edges), all_edges: n(model.edgeCount) });
  };

  // Everything that is text, in the chosen language.
  const speak = () => {
    document.documentElement.lang = Text.lang();
    document.querySelectorAll("[data-t]").forEach((box) => (box.textContent = t(box.dataset.t)));
    document.querySelectorAll("[data-label]").forEach((box) => {
      box.setAttribute("aria-label", t(box.dataset.label));
      if (box.title !== undefined && box.tagName === "BUTTON") box.title = t(box.dataset.label);
    });
    byId("search").placeholder = t("search");
    [...byId("hops").options].forEach((option) => (option.textContent = t("hops", { count: option.value })));
    Controls.build(app);
    counts();
  };

  const bind = () => {
    const press = (id, run) => byId(id).addEventListener("click", run);
    press("whole", () => actions.whole());
    press("back", () => history.back());
    press("forward", () => history.forward());
    press("open-ask", () => evidence().then(() => Ask.open(app, app.asking)));
    press("theme", () => {
      Theme.set(!Theme.isDark());
      app.colours = Theme.canvas(app.model.classes);
      Controls.build(app);
      detail();
      Stage.reset(app.stage);
    });
    press("language", () => {
      Text.start(JSON.parse(byId("words").textContent), Text.lang() === "ko" ? "en" : "ko");
      speak();
      detail();
      Stage.relight(app.stage);
    });
    press("close-ask", () => byId("ask").close());
    document.querySelectorAll("[data-take]").forEach((item) =>
      item.addEventListener("click", () => {
        byId("take").removeAttribute("open");
        evidence().then(() => Take.run(app, item.dataset.take));
      }),
    );
    document.querySelectorAll("[data-fold]").forEach((item) => item.addEventListener("click", () => document.body.classList.toggle(`no-${item.dataset.fold}`)));
    byId("hops").addEventListener("change", (event) => {
      app.hops = Number(event.target.value);
      if (app.scene.kind === "focus") actions.focus(app.scene.centre, app.hops);
    });
  };

  const detail = async () => {
    await evidence();
    if (app.scene.kind === "path" && app.selected < 0 && app.edge < 0) Panel.path(app, app.scene.way);
    else if (app.edge >= 0) Panel.edge(app, app.edge);
    else if (app.selected >= 0) Panel.node(app, app.selected);
    else Panel.home(app);
    byId("details-body").scrollTop = 0;
  };

  const select = (node, edge) => {
    app.selected = node;
    app.edge = edge;
    const centre = app.scene.kind === "focus" ? app.scene.centre : node;
    app.lit = centre < 0 ? [] : [...new Set([...Model.edgesOf(app.model, centre)].filter((e) => app.seen.edge[e]).map((e) => Model.other(app.model, e, centre)))];
  };

  const show = (scene) => {
    app.scene = scene;
    document.body.dataset.scene = scene.kind;
  };

  // The address tells what is shown; whoever opens it sees the same.
  const follow = async () => {
    if (location.hash === app.written && app.written !== "") return;
    app.written = location.hash;
    const asked = Hash.read(location.hash);
    app.filter = fromHash(asked);
    app.seen = Filter.apply(app.model, app.filter);
    const node = app.model.place.get(asked.node);
    const to = app.model.place.get(asked.to);
    if (node !== undefined && to !== undefined) await openPath(node, to);
    else if (node !== undefined && asked.hop) await openFocus(node, asked.hop);
    else await openMap(node === undefined ? -1 : node);
  };

  const openMap = async (node) => {
    const was = app.scene.kind;
    look();
    show(app.scene);
    select(node, -1);
    Controls.update(app);
    counts();
    Stage.reset(app.stage);
    if (node < 0 || was !== "map" || !app.opened) Stage.fit(app.stage, false);
    if (node >= 0) near(node);
    app.opened = true;
    await detail();
  };

  const openFocus = async (node, hops) => {
    app.hops = hops;
    byId("hops").value = String(hops);
    show(Scene.focus(app.model, app.seen, node, hops));
    select(node, -1);
    await arrive();
  };

  const openPath = async (from, to) => {
    const way = Walk.path(app.model, app.seen, from, to);
    if (!way.length) {
      say(t("path_none", { from: Text.name(app.model, from), to: Text.name(app.model, to) }));
      return openMap(from);
    }
    show(Scene.path(app.model, way));
    select(-1, -1);
    return arrive();
  };

  const arrive = async () => {
    app.opened = true;
    Controls.update(app);
    counts();
    Stage.reset(app.stage);
    Stage.fit(app.stage, false);
    await detail();
  };

  // Bring an entity to the middle, close enough to read its neighbours.
  const near = (node) => {
    const { X, Y } = app.scene;
    const reach = app.lit.map((j) => Math.hypot(X[j] - X[node], Y[j] - Y[node])).sort((a, b) => a - b);
    const far = Math.max(260, reach[Math.floor(reach.length * 0.7)] || 0);
    const scale = Math.min(1.3, Math.max(Math.min(app.stage.box.clientWidth, app.stage.box.clientHeight) / (2.6 * far), 0.12));
    Stage.go(app.stage, { x: X[node], y: Y[node] }, scale, true);
  };

  const fromHash = (asked) => {
    const { model } = app;
    const off = (names, list) => new Set(list.map((x, at) => [x, at]).filter(([x]) => names.includes(x)).map(([, at]) => at));
    const ids = (list) => list.map((x) => x.id);
    const month = (text, otherwise) => (model.months.includes(text) ? model.months.indexOf(text) : otherwise);
    return {
      ...Filter.everything(model),
      classes: off(asked.classes, ids(model.classes)),
      relations: off(asked.relations, ids(model.relations)),
      statuses: off(asked.statuses, model.statuses),
      publishers: off(asked.publishers, model.publishers),
      from: asked.period ? month(asked.period[0], 0) : 0,
      to: asked.period ? month(asked.period[1], model.months.length - 1) : Math.max(0, model.months.length - 1),
      isolated: app.filter.isolated,
    };
  };

  const write = (state, replace) => {
    const { model, filter } = app;
    const names = (off, list) => [...off].sort((a, b) => a - b).map((at) => list[at]);
    const period = Filter.narrowed(filter, model) ? [model.months[filter.from], model.months[filter.to]] : null;
    const hash = Hash.write({
      ...state,
      period,
      classes: names(filter.classes, model.classes.map((c) => c.id)),
      relations: names(filter.relations, model.relations.map((r) => r.id)),
      statuses: names(filter.statuses, model.statuses),
      publishers: names(filter.publishers, model.publishers),
    });
    if (hash === location.hash || (hash === "" && location.hash === "")) return;
    app.written = hash || "#";
    if (replace) location.replace(hash || "#");
    else location.hash = hash || "#";
    app.written = location.hash;
  };

  const id = (i) => (i >= 0 ? app.model.nodes.id[i] : null);

  const place = () => {
    const { scene } = app;
    if (scene.kind === "path") return { node: id(scene.way[0]), to: id(scene.way[scene.way.length - 1]) };
    if (scene.kind === "focus") return { node: id(scene.centre), hop: app.hops };
    return { node: id(app.selected) };
  };

  const say = (text) => (byId("say").textContent = text);

  const readTitle = () => {
    const title = byId("details-title");
    if (title) title.focus({ preventScroll: true });
  };

  const actions = {
    node: async (i) => {
      if (app.pathStart >= 0) return actions.pathTo(i);
      if (!app.scene.inside[i] && app.scene.kind !== "map") return actions.focus(i, app.hops);
      select(i, -1);
      write(place());
      Stage.relight(app.stage);
      if (app.scene.kind === "map" && app.scene.inside[i]) bring(i);
      return detail();
    },
    found: async (i) => {
      if (app.pathStart >= 0) return actions.pathTo(i);
      if (app.scene.kind !== "map") await openMap(-1);
      select(i, -1);
      write(place());
      if (app.scene.inside[i]) near(i);
      Stage.relight(app.stage);
      await detail();
      return readTitle();
    },
    edge: async (e) => {
      select(-1, e);
      Stage.relight(app.stage);
      await detail();
    },
    nothing: async () => {
      if (app.selected < 0 && app.edge < 0) return;
      if (app.scene.kind === "map") select(-1, -1);
      else select(app.scene.kind === "focus" ? app.scene.centre : -1, -1);
      write(place());
      Stage.relight(app.stage);
      await detail();
    },
    focus: async (i, hops) => {
      await openFocus(i, hops);
      write(place());
    },
    focusSelected: () => app.selected >= 0 && actions.focus(app.selected, app.hops),
    pathFrom: (i) => {
      app.pathStart = i;
      say(t("path_pick", { name: Text.name(app.model, i) }));
      byId("hint").textContent = t("path_pick", { name: Text.name(app.model, i) });
      byId("search").focus();
    },
    pathTo: async (i) => {
      const from = app.pathStart;
      app.pathStart = -1;
      byId("hint").textContent = "";
      await openPath(from, i);
      write(place());
    },
    island: (island) => {
      const room = Math.min(app.stage.box.clientWidth, app.stage.box.clientHeight);
      Stage.go(app.stage, { x: island.x, y: island.y }, Math.min(1.4, room / (2.1 * island.r)), true);
    },
    filter: async (state) => {
      const { scene } = app;
      app.filter = state;
      look();
      if (scene.kind === "focus") app.scene = Scene.focus(app.model, app.seen, scene.centre, app.hops);
      select(app.selected, app.edge);
      write(place(), true);
      Controls.update(app);
      counts();
      Stage.reset(app.stage);
      await detail();
    },
    whole: async () => {
      await openMap(-1);
      write({});
    },
    up: () => {
      app.pathStart = -1;
      byId("hint").textContent = "";
      return app.scene.kind === "map" ? actions.nothing() : actions.whole();
    },
  };

  // Only move the map when the chosen one or its neighbours lie outside it.
  const bring = (i) => {
    const view = Stage.view(app.stage);
    const { X, Y } = app.scene;
    const dx = (view.right - view.left) * 0.08;
    const inside = X[i] > view.left + dx && X[i] < view.right - dx && Y[i] > view.top && Y[i] < view.bottom;
    if (!inside || view.scale < 0.1) near(i);
  };

  return { start, app };
})();
// For the console, and for tests in a browser.
window.kgPage = Page.app;
Page.start();
