// The page as a whole: it unpacks the data, speaks the reader's language, and ties the parts to the buttons.
const Page = (() => {
  const { byId } = Dom;
  const app = {};
  const words = () => JSON.parse(byId("words").textContent);

  const start = async () => {
    Text.start(words(), Text.choose(navigator.languages, document.documentElement.lang));
    Theme.set(Theme.prefersDark());
    if (typeof DecompressionStream === "undefined") {
      byId("loading").textContent = Text.t("too_old");
      return;
    }
    app.model = Model.build(await Unpack.json(byId("core").textContent));
    await library();
    app.index = Search.index({ ...app.model.nodes, order: app.model.order });
    app.search = (query) => Search.find(app.index, query, 12);
    app.bends = bends(app.model);
    app.filter = Filter.everything(app.model);
    app.on = Actions.build(app);
    Tour.start(app);
    // A small screen begins with the map; the filters are one touch away.
    document.body.classList.toggle("no-filters", matchMedia("(max-width: 900px)").matches);
    Tour.look(app);
    byId("loading").remove();
    // All that takes room beside the stage is there before it is measured.
    speak();
    app.stage = Stage.create(byId("stage"), JSON.parse(byId("seed").textContent), app, { click: clicked });
    [SearchBox, Keys, Tip, Drag].forEach((part) => part.build(app));
    bind();
    await Tour.follow(app);
    addEventListener("hashchange", () => Tour.follow(app));
    document.documentElement.dataset.ready = "true";
    ["core", "vis", "seed"].forEach((id) => byId(id).remove());
    // While the reader looks at the map, what a first search or choice would wait for is made.
    setTimeout(() => Search.warm(app.index), 400);
    setTimeout(() => Tour.evidence(app), 700);
  };

  // vis-network lies packed in the page; the page's policy knows its hash, so nothing else can come in this way.
  const library = async () => {
    const script = document.createElement("script");
    script.textContent = await Unpack.text(byId("vis").textContent);
    document.head.append(script);
    script.remove();
  };

  // Entities are pressed and dragged by Drag; vis tells of the rest.
  const clicked = (hit) => {
    if (hit.node !== undefined) app.on.node(hit.node);
    else if (hit.edge !== undefined) app.on.edge(hit.edge);
    else app.on.nothing();
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

  // Everything that is text, in the chosen language.
  const speak = () => {
    document.documentElement.lang = Text.lang();
    document.title = Text.t("title");
    document.querySelectorAll("[data-t]").forEach((box) => (box.textContent = Text.t(box.dataset.t)));
    document.querySelectorAll("[data-label]").forEach((box) => {
      box.setAttribute("aria-label", Text.t(box.dataset.label));
      if (box.tagName === "BUTTON") box.title = Text.t(box.dataset.label);
    });
    byId("search").placeholder = Text.t("search");
    [...byId("hops").options].forEach((option) => (option.textContent = Text.t("hops", { count: option.value })));
    Controls.build(app);
    Tour.counts(app);
  };

  const shade = (dark) => {
    Theme.set(dark);
    app.colours = Theme.canvas(app.model.classes);
    Controls.build(app);
    Stage.reset(app.stage);
    return Tour.detail(app);
  };

  const bind = () => {
    const press = (id, run) => byId(id).addEventListener("click", run);
    press("whole", () => app.on.whole());
    press("back", () => history.back());
    press("forward", () => history.forward());
    press("open-ask", () => app.on.ask());
    press("theme", () => shade(!Theme.isDark()));
    press("language", () => {
      Text.start(words(), Text.lang() === "ko" ? "en" : "ko");
      speak();
      Stage.relight(app.stage);
      return Tour.detail(app);
    });
    press("zoom-in", () => app.on.zoom(1.6));
    press("zoom-out", () => app.on.zoom(1 / 1.6));
    press("close-ask", () => Ask.close());
    byId("ask").addEventListener("close", () => app.on.asked(""));
    document.querySelectorAll("[data-take]").forEach((item) => item.addEventListener("click", () => take(item.dataset.take)));
    document.querySelectorAll("[data-fold]").forEach((item) => item.addEventListener("click", () => document.body.classList.toggle(`no-${item.dataset.fold}`)));
    byId("hops").addEventListener("change", (event) => {
      app.hops = Number(event.target.value);
      if (app.scene.kind === "focus") app.on.focus(app.scene.centre, app.hops);
      else app.on.focusSelected();
    });
    onPaper();
  };

  const take = async (what) => {
    byId("take").removeAttribute("open");
    await Tour.evidence(app);
    Take.run(app, what);
  };

  // Paper is white, whatever the screen was.
  const onPaper = () => {
    let dark = false;
    addEventListener("beforeprint", () => {
      dark = Theme.isDark();
      if (dark) shade(false);
    });
    addEventListener("afterprint", () => dark && shade(true));
  };

  return { start, app };
})();
// For the console, and for tests in a browser.
window.kgPage = Page.app;
Page.start();
