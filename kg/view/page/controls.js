// The filters: a list of switches for each facet with what there is of it.
const Controls = (() => {
  const { el, button, fill, sign, byId } = Dom;
  const t = (...args) => Text.t(...args);

  const FACETS = [
    { name: "classes", title: "classes", items: (app) => app.model.classes.map((c, at) => ({ at, text: Text.label(c), mark: sign(c) })), count: (app, at) => app.seen.counts.classes[at] },
    { name: "statuses", title: "statuses", items: (app) => app.model.statuses.map((s, at) => ({ at, text: t(s), mark: el("span", { class: `stroke ${s}` }) })), count: (app, at) => app.seen.counts.statuses[at] },
    { name: "relations", title: "relations", items: (app) => app.model.relations.map((r, at) => ({ at, text: Text.label(r) })), count: (app, at) => app.seen.counts.relations[at] },
    { name: "certainties", title: "certainties", items: (app) => app.model.certainties.map((least, at) => ({ at, text: certainty(app.model.certainties, at) })), count: (app, at) => app.seen.counts.certainties[at] },
    { name: "publishers", title: "sources", items: (app) => bySize(app, app.model.publishers.map((p, at) => ({ at, text: p || t("no_publisher") }))), count: (app, at) => app.seen.counts.publishers[at] },
  ];

  // Each level begins where the surer one before it ends.
  const certainty = (levels, at) => {
    if (at === 0) return t("certainty_from", { least: levels[at] });
    return levels[at] ? t("certainty_between", { least: levels[at], most: levels[at - 1] }) : t("certainty_below", { most: levels[at - 1] });
  };

  // The sources that tell most first; the order stays while counts change.
  const bySize = (app, items) => {
    const { claims, docs, publishers } = app.model;
    const told = new Int32Array(publishers.length);
    for (let c = 0; c < claims.count; c += 1) told[docs.publisher[claims.doc[c]]] += 1;
    return items.sort((a, b) => told[b.at] - told[a.at] || a.at - b.at);
  };

  const build = (app) => {
    const reset = button(t("reset"), () => app.on.filter(Filter.everything(app.model)), { id: "reset", class: "act" });
    fill(byId("filters-body"), FACETS.map((facet) => group(app, facet)), isolated(app), reset);
    Timeline.build(app);
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
    Timeline.update(app);
    if (byId("isolated")) byId("isolated").checked = app.filter.isolated;
    byId("reset").disabled = Filter.isClear(app.filter, app.model);
  };

  return { build, update };
})();
