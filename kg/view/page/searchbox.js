// The search field: a combobox in the sense of the ARIA patterns, with the hits in a list below it.
const SearchBox = (() => {
  const { el, fill, sign, byId } = Dom;
  const MOST = 12;
  let hits = [];
  let active = -1;

  const build = (app) => {
    const field = byId("search");
    field.addEventListener("input", () => show(app));
    field.addEventListener("focus", () => show(app));
    field.addEventListener("blur", () => setTimeout(close, 150));
    field.addEventListener("keydown", (event) => key(app, event));
  };

  const show = (app) => {
    const field = byId("search");
    hits = Search.find(app.index, field.value, MOST);
    active = hits.length ? 0 : -1;
    const list = byId("hits");
    const row = (i, at) => {
      const cls = app.model.classes[app.model.nodes.type[i]];
      const other = Text.otherName(app.model, i);
      return el(
        "li",
        { role: "option", id: `hit-${at}`, "data-node": app.model.nodes.id[i], on: { mousedown: (event) => (event.preventDefault(), choose(app, at)) } },
        sign(cls),
        el("span", { class: "what", text: Text.name(app.model, i) }),
        el("span", { class: "note", text: [Text.label(cls), other].filter(Boolean).join(" · ") }),
      );
    };
    const empty = field.value.trim() && !hits.length ? [el("li", { class: "nothing", text: Text.t("nothing_found") })] : [];
    fill(list, hits.map(row), empty);
    open(hits.length > 0 || empty.length > 0);
    byId("say").textContent = field.value.trim() ? Text.t("found", { count: hits.length }) : "";
    point();
  };

  const open = (shown) => {
    byId("hits").hidden = !shown;
    byId("search").setAttribute("aria-expanded", String(shown));
  };

  const close = () => open(false);

  const point = () => {
    byId("hits").querySelectorAll('[role="option"]').forEach((row, at) => row.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) byId("search").setAttribute("aria-activedescendant", `hit-${active}`);
    else byId("search").removeAttribute("aria-activedescendant");
  };

  const key = (app, event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      active = (active + step + hits.length) % hits.length;
      point();
      event.preventDefault();
    } else if (event.key === "Enter" && active >= 0) {
      choose(app, active);
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
      byId("search").value = "";
      byId("search").blur();
      event.stopPropagation();
    }
  };

  const choose = (app, at) => {
    const i = hits[at];
    byId("search").value = "";
    close();
    app.on.found(i);
  };

  return { build };
})();
