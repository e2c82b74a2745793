// What the reader can do; every part of the page asks here.
const Actions = (() => {
  const { byId } = Dom;

  const hint = (text) => (byId("hint").textContent = text);

  const readTitle = () => {
    const title = byId("details-title");
    if (title) title.focus({ preventScroll: true });
  };

  const build = (app) => ({ ...choosing(app), ...filtering(app), ...walking(app), ...moving(app), ...asking(app) });

  const choosing = (app) => ({
    node: async (i) => {
      if (app.pathStart >= 0) return app.on.pathTo(i);
      if (!app.scene.inside[i] && app.scene.kind !== "map") return app.on.focus(i, app.hops);
      Tour.select(app, i, -1);
      Tour.write(app);
      Stage.relight(app.stage);
      if (app.scene.kind === "map" && app.scene.inside[i]) Tour.bring(app, i);
      return Tour.detail(app);
    },
    found: async (i) => {
      if (app.pathStart >= 0) return app.on.pathTo(i);
      if (app.scene.kind !== "map") await Tour.openMap(app, -1);
      Tour.select(app, i, -1);
      Tour.write(app);
      // In this order: while vis moves the view it tells a scale that is not yet that of the view.
      Stage.relight(app.stage);
      if (app.scene.inside[i]) Tour.near(app, i);
      await Tour.detail(app);
      return readTitle();
    },
    edge: async (e) => {
      Tour.select(app, -1, e);
      Tour.write(app);
      Stage.relight(app.stage);
      if (app.scene.kind === "map") Tour.bringEdge(app, e);
      await Tour.detail(app);
    },
    nothing: async () => {
      if (app.selected < 0 && app.edge < 0) return;
      Tour.select(app, app.scene.kind === "focus" ? app.scene.centre : -1, -1);
      Tour.write(app);
      Stage.relight(app.stage);
      await Tour.detail(app);
    },
  });

  const filtering = (app) => ({
    filter: async (state) => {
      const { scene } = app;
      app.filter = state;
      Tour.look(app);
      if (scene.kind === "focus") app.scene = Scene.focus(app.model, app.seen, scene.centre, app.hops);
      Tour.select(app, app.selected, app.edge);
      Tour.write(app, true);
      Controls.update(app);
      Tour.counts(app);
      Stage.reset(app.stage);
      await Tour.detail(app);
    },
  });

  const walking = (app) => ({
    focus: async (i, hops) => {
      await Tour.openFocus(app, i, hops);
      Tour.write(app);
    },
    focusSelected: () => app.selected >= 0 && app.on.focus(app.selected, app.hops),
    pathFrom: (i) => {
      app.pathStart = i;
      Tour.say(Text.t("path_pick", { name: Text.name(app.model, i) }));
      hint(Text.t("path_pick", { name: Text.name(app.model, i) }));
      byId("search").focus();
    },
    pathTo: async (i) => {
      const from = app.pathStart;
      app.pathStart = -1;
      hint("");
      await Tour.openPath(app, from, i);
      Tour.write(app);
      readTitle();
    },
    whole: async () => {
      await Tour.openMap(app, -1);
      Tour.write(app);
    },
    island: (island) => {
      const room = Math.min(app.stage.box.clientWidth, app.stage.box.clientHeight);
      Stage.go(app.stage, { x: island.x, y: island.y }, Math.min(1.4, room / (2.1 * island.r)), true);
    },
    up: () => {
      app.pathStart = -1;
      hint("");
      return app.scene.kind === "map" ? app.on.nothing() : app.on.whole();
    },
  });

  const moving = (app) => ({
    pan: (dx, dy) => Stage.pan(app.stage, dx, dy),
    zoom: (factor, spot) => Stage.zoom(app.stage, factor, spot),
    // On the map a moved entity stays pinned, also in the address; rings and chains are made anew each time.
    drop: (i) => {
      if (app.scene.kind === "map") {
        if (!app.pins.has(i)) app.pins.set(i, app.home);
        Tour.write(app, true);
      }
      Stage.drop(app.stage);
      if (app.selected === i) return Tour.detail(app);
      return undefined;
    },
    lift: (i) => {
      app.home = [app.scene.X[i], app.scene.Y[i]];
    },
    nudge: (i, dx, dy) => {
      const { scale } = Stage.view(app.stage);
      app.on.lift(i);
      Stage.carry(app.stage, i, { x: app.scene.X[i] + dx / scale, y: app.scene.Y[i] + dy / scale });
      return app.on.drop(i);
    },
    unpin: (i) => {
      [app.model.X[i], app.model.Y[i]] = app.pins.get(i);
      app.pins.delete(i);
      Tour.write(app, true);
      Stage.drop(app.stage);
      return Tour.detail(app);
    },
  });

  const asking = (app) => ({
    ask: async () => {
      await Tour.evidence(app);
      Ask.open(app, app.asking);
    },
    asked: (name) => {
      app.asking = name;
      Tour.write(app, true);
    },
  });

  return { build };
})();
