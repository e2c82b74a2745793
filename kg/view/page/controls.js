// The filters: a list of switches for each facet with what there is of it, and the period.
const Controls = (() => {
  const { el, button, fill, sign, byId } = Dom;
  const t = (...args) => Text.t(...args);

  const FACETS = [
    { name: "classes", title: "classes", items: (app) => app.model.classes.map((c, at) => ({ at, text: Text.label(c), mark: sign(c) })), count: (app, at) => app.seen.counts.classes[at] },
    { name: "statuses", title: "statuses", items: (app) => app.model.statuses.map((s, at) => ({ at, text: t(s), mark: el("span", { class: `stroke ${s}` }) })), count: (app, at) => app.seen.counts.statuses[at] },
    { name: "relations", title: "relations", items: (app) => app.model.relations.map((r, at) => ({ at, text: Text.label(r) })), count: (app, at) => app.seen.counts.relations[at] },
    { name: "publishers", title: "sources", items: (app) => app.model.publishers.map((p, at) => ({ at, text: p || t("no_publisher") })), count: (app, at) => app.model.publisherCount[at] },
  ];

  const build = (app) => {
    const reset = button(t("reset"), () => app.on.filter(Filter.everything(app.model)), { id: "reset", class: "act" });
    fill(byId("filters-body"), FACETS.map((facet) => group(app, facet)), period(app), isolated(app), reset);
    update(app);
  };

  const group = (app, facet) => {
    const items = facet.items(app);
    const set = (off) => app.on.filter({ ...app.filter, [facet.name]: new Set(off) });
    const head = el(
      "legend",
      {},
      el("span", { text: t(facet.title) }),
      el("span", { class: "both" }, button(t("all"), () => set([]), { class: "tiny" }), button(t("none"), () => set(items.map((x) => x.at)), { class: "tiny" })),
    );
    return el("fieldset", { "data-facet": facet.name }, head, el("div", { class: "switches" }, items.map((item) => choice(app, facet, item))));
  };

  const choice = (app, facet, item) => {
    const flip = (event) => {
      const off = new Set(app.filter[facet.name]);
      if (event.target.checked) off.delete(item.at);
      else off.add(item.at);
      app.on.filter({ ...app.filter, [facet.name]: off });
    };
    return el(
      "label",
      { class: "switch" },
      el("input", { type: "checkbox", checked: true, "data-at": item.at, on: { change: flip } }),
      item.mark || null,
      el("span", { class: "what", text: item.text }),
      el("span", { class: "count", "data-count": item.at }),
    );
  };

  const period = (app) => {
    const last = app.model.months.length - 1;
    if (last < 1) return null;
    const slider = (name, label) =>
      el("input", { type: "range", min: 0, max: last, id: `period-${name}`, "aria-label": t(label), on: { input: () => slide(app, name) } });
    return el(
      "fieldset",
      { "data-facet": "period" },
      el("legend", {}, el("span", { text: t("period") }), el("output", { id: "period-text" })),
      slider("from", "period_from"),
      slider("to", "period_to"),
      el("p", { class: "row" }, button(t("play"), () => play(app), { id: "play", class: "act" }), button(t("period_all"), () => app.on.filter({ ...app.filter, from: 0, to: last }), { class: "act" })),
      el("p", { class: "small", text: t("period_note") }),
    );
  };

  const slide = (app, name) => {
    let from = Number(byId("period-from").value);
    let to = Number(byId("period-to").value);
    if (name === "from") to = Math.max(from, to);
    else from = Math.min(from, to);
    app.on.filter({ ...app.filter, from, to });
  };

  let ticking = 0;
  const play = (app) => {
    if (ticking) return stop();
    const last = app.model.months.length - 1;
    let to = app.filter.to >= last ? app.filter.from : app.filter.to;
    byId("play").textContent = t("stop");
    ticking = setInterval(() => {
      app.on.filter({ ...app.filter, to });
      to += 1;
      if (to > last) stop();
    }, 450);
    return undefined;
  };

  const stop = () => {
    clearInterval(ticking);
    ticking = 0;
    byId("play").textContent = t("play");
  };

  const isolated = (app) => {
    if (!app.model.alone) return null;
    const flip = (event) => app.on.filter({ ...app.filter, isolated: event.target.checked });
    return el("label", { class: "switch" }, el("input", { type: "checkbox", id: "isolated", on: { change: flip } }), el("span", { class: "what", text: t("isolated", { count: Text.number(app.model.alone) }) }));
  };

  const update = (app) => {
    for (const facet of FACETS) {
      const box = document.querySelector(`[data-facet="${facet.name}"]`);
      box.querySelectorAll("input").forEach((input) => (input.checked = !app.filter[facet.name].has(Number(input.dataset.at))));
      box.querySelectorAll("[data-count]").forEach((span) => {
        const count = facet.count(app, Number(span.dataset.count));
        span.textContent = Text.number(count);
        span.parentElement.classList.toggle("empty", count === 0);
      });
    }
    if (byId("period-from")) {
      const { months } = app.model;
      byId("period-from").value = app.filter.from;
      byId("period-to").value = app.filter.to;
      byId("period-text").textContent = `${months[app.filter.from]} – ${months[app.filter.to]}`;
    }
    if (byId("isolated")) byId("isolated").checked = app.filter.isolated;
    byId("reset").disabled = Filter.isClear(app.filter, app.model);
  };

  return { build, update };
})();
