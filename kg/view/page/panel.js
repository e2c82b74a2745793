// The details: what the chosen entity or relation is, what is told of it, and by which sentences.
const Panel = (() => {
  const { el, button, fill, sign } = Dom;
  const t = (...args) => Text.t(...args);
  const FIRST = 6;

  const classOf = (app, i) => app.model.classes[app.model.nodes.type[i]];

  const entityButton = (app, i) => button(Text.name(app.model, i), () => app.on.node(i), { class: "link", "data-node": app.model.nodes.id[i] });

  const entityRow = (app, i, note) =>
    el("li", { class: "row" }, sign(classOf(app, i)), entityButton(app, i), note ? el("span", { class: "note", text: note }) : null);

  const section = (title, ...children) => el("section", {}, el("h3", { text: title }), ...children.filter(Boolean));

  // A long list shows its beginning and, on demand, the rest: made only then.
  const listed = (items, make, first = FIRST) => {
    const list = el("ul", { class: "plain" }, items.slice(0, first).map((item) => make(item, false)));
    const rest = items.slice(first);
    if (!rest.length) return [list];
    const more = button(t("show_more", { count: Text.number(rest.length) }), () => {
      const made = rest.map((item) => make(item, true));
      list.append(...made);
      more.remove();
      (made[0].querySelector("button, a, [tabindex]") || list).focus();
    }, { class: "more" });
    return [list, more];
  };

  const home = (app) => {
    const { model } = app;
    const island = (x) => {
      const name = x.topics.map((i) => Text.name(model, i)).join(" · ");
      return el("li", { class: "row" }, button(name, () => app.on.island(x), { class: "link" }), el("span", { class: "note", text: t("members", { count: Text.number(x.size) }) }));
    };
    const count = (i) => t("relation_count", { count: Text.number(Model.degree(model, i)) });
    fill(
      Dom.byId("details-body"),
      el("p", { class: "lead", text: t("welcome") }),
      section(t("top"), ...listed(model.top, (i) => entityRow(app, i, count(i)), 10)),
      model.due.length ? section(t("due"), ...listed(model.due, (e) => dueRow(app, e), 5)) : null,
      model.islands.length > 1 ? section(t("islands"), ...listed(model.islands, island, 8)) : null,
      model.brokers.length ? section(t("brokers"), ...listed(model.brokers, (i) => entityRow(app, i, count(i)), 6)) : null,
      el("p", { class: "small", text: t("legend") }),
      el("p", { class: "small", text: t("help") }),
    );
  };

  const dueRow = (app, due) =>
    el("li", { class: "due" }, el("span", { class: "small", title: due.when, text: Text.when(due.when) }), button(relationText(app, due.edge), () => app.on.edge(due.edge), { class: "link" }));

  const relationText = (app, e) => {
    const { model } = app;
    return `${Text.name(model, model.S[e])} → ${Text.name(model, model.O[e])} (${Text.label(model.relations[model.P[e]])})`;
  };

  const title = (app, i) => {
    const { model, evidence } = app;
    const cls = classOf(app, i);
    const names = [Text.otherName(model, i), ...Model.otherNames(model, i)].filter((n) => n && n !== Text.name(model, i));
    const same = evidence.same[i] || [];
    return [
      el("p", { class: "kind" }, sign(cls), Text.label(cls)),
      el("h2", { id: "details-title", tabindex: "-1", text: Text.name(model, i) }),
      names.length ? el("p", { class: "small", text: `${t("also")}: ${[...new Set(names)].join(", ")}` }) : null,
      same.length ? el("p", { class: "small" }, `${t("same_as")}: `, same.map((url) => outside(url))) : null,
    ];
  };

  const outside = (url) => {
    const safe = Marks.safeLink(url);
    const name = url.split("/").pop() || url;
    return safe ? el("a", { href: safe, target: "_blank", rel: "noopener noreferrer", text: `${name} ` }) : el("span", { text: `${url} ` });
  };

  const node = (app, i) => {
    const { seen, model } = app;
    const edges = [...Model.edgesOf(model, i)].filter((e) => seen.edge[e]);
    fill(
      Dom.byId("details-body"),
      ...title(app, i),
      el(
        "p",
        { class: "actions" },
        button(t("focus"), () => app.on.focus(i, app.hops), { class: "act" }),
        button(t("path_from_here"), () => app.on.pathFrom(i), { class: "act" }),
        app.pins.has(i) ? button(t("unpin"), () => app.on.unpin(i), { class: "act", id: "unpin" }) : null,
      ),
      app.scene.kind === "focus" && app.scene.all > app.scene.members.length
        ? el("p", { class: "small", text: t("more_neighbours", { shown: app.scene.members.length - 1, all: app.scene.all - 1 }) })
        : null,
      section(t("relation_count", { count: Text.number(edges.length) }), edges.length ? Quote.legend() : null, ...groups(app, i, edges)),
      ...events(app, i),
      ...mentioned(app, i),
    );
  };

  const groups = (app, i, edges) => {
    const { model } = app;
    if (!edges.length) return [el("p", { class: "small", text: t("no_relation") })];
    const kinds = new Map();
    for (const e of edges) {
      const key = model.P[e] * 2 + (model.S[e] === i ? 0 : 1);
      if (!kinds.has(key)) kinds.set(key, []);
      kinds.get(key).push(e);
    }
    return [...kinds.entries()].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([key, members]) => {
      const name = Text.label(model.relations[key >> 1]);
      const head = el("h4", {}, el("span", { class: "arrow", "aria-hidden": "true", text: key % 2 ? "←" : "→" }), key % 2 ? t("inverse", { name }) : name, el("span", { class: "note", text: Text.number(members.length) }));
      return el("div", { class: "group" }, head, ...listed(members, (e, all) => relation(app, e, { other: Model.other(model, e, i), first: all ? Infinity : 1 })));
    });
  };

  const relation = (app, e, { other, first }) =>
    el(
      "li",
      { class: "relation" },
      el("div", { class: "row" }, sign(classOf(app, other)), entityButton(app, other), ...facts(app, e)),
      ...evidenceOf(app, e, first),
    );

  // Status, time, post and amount of a relation, each value once over all its claims.
  const facts = (app, e) => {
    const { model, evidence } = app;
    const status = model.statuses[model.ST[e]];
    const values = { time: new Set(), role: new Set(), amount: new Set() };
    for (const c of claimsOf(app, e)) for (const name of Object.keys(values)) values[name].add(Evidence.fact(evidence, name, c));
    Object.values(values).forEach((set) => set.delete(""));
    return [
      status === "actual" ? null : el("span", { class: `chip ${status}`, text: t(status) }),
      ...[...values.time].sort().slice(0, 3).map((time) => el("span", { class: "chip", title: `${t("when")}: ${time}`, text: Text.when(time) })),
      ...[...values.role].sort().slice(0, 3).map((role) => el("span", { class: "chip", title: t("role"), text: role })),
      ...[...values.amount].sort().slice(0, 3).map((amount) => el("span", { class: "chip", title: t("amount"), text: Text.amount(amount) })),
    ];
  };

  const claimsOf = (app, e) => {
    const found = [];
    for (let c = app.model.claimAt[e]; c < app.model.claimAt[e + 1]; c += 1) if (app.seen.claim(c)) found.push(c);
    return found;
  };

  const evidenceOf = (app, e, first) => {
    const claims = claimsOf(app, e);
    const blocks = claims.slice(0, first).map((c) => Quote.block(app, c));
    if (claims.length <= first) return blocks;
    const more = button(t("show_more", { count: claims.length - first }), () => more.replaceWith(...claims.slice(first).map((c) => Quote.block(app, c))), { class: "more" });
    return [...blocks, more];
  };

  const edge = (app, e) => {
    const { model, seen } = app;
    const [s, o] = [model.S[e], model.O[e]];
    const item = (x, all) =>
      el(
        "li",
        { class: "relation" },
        el("p", { class: "row wrap" }, entityButton(app, model.S[x]), el("span", { class: "verb", text: `— ${Text.label(model.relations[model.P[x]])} →` }), entityButton(app, model.O[x]), ...facts(app, x)),
        ...evidenceOf(app, x, all ? Infinity : 3),
      );
    const ordered = Model.parallel(model, e).filter((x) => seen.edge[x]);
    fill(
      Dom.byId("details-body"),
      el("p", { class: "kind", text: Text.label(model.relations[model.P[e]]) }),
      el("h2", { id: "details-title", tabindex: "-1", text: `${Text.name(model, s)} → ${Text.name(model, o)}` }),
      Quote.legend(),
      ...listed(ordered, item, 8),
    );
  };

  const path = (app, way) => {
    const { model, seen } = app;
    const steps = way.slice(1).map((j, at) => {
      const i = way[at];
      return [...Model.edgesOf(model, i)].filter((e) => seen.edge[e] && Model.other(model, e, i) === j);
    });
    const step = (edges) =>
      el("li", { class: "relation" }, edges.map((e) => el("div", {}, el("p", { class: "row wrap" }, entityButton(app, model.S[e]), el("span", { class: "verb", text: `— ${Text.label(model.relations[model.P[e]])} →` }), entityButton(app, model.O[e]), ...facts(app, e)), ...evidenceOf(app, e, 1))));
    fill(
      Dom.byId("details-body"),
      el("p", { class: "kind", text: t("path") }),
      el("h2", { id: "details-title", tabindex: "-1", text: t("path_title", { from: Text.name(model, way[0]), to: Text.name(model, way[way.length - 1]), count: way.length - 1 }) }),
      el("ol", { class: "plain" }, steps.map(step)),
    );
  };

  const events = (app, i) => {
    const own = Evidence.rowsOf(app.evidence.eventsOf, i).map((at) => app.evidence.events[at]);
    return own.length ? [section(t("events"), ...listed(own, (event) => card(app, event), 4))] : [];
  };

  const card = (app, event) => {
    const { evidence } = app;
    const roles = new Map();
    for (const [role, part] of event.parts) {
      if (!roles.has(role)) roles.set(role, []);
      roles.get(role).push(part);
    }
    return el(
      "li",
      { class: `card ${event.status}` },
      el("p", { class: "row" }, el("strong", { text: Text.label(evidence.kinds[event.type]) }), event.status === "actual" ? null : el("span", { class: `chip ${event.status}`, text: t(event.status) }), event.time ? el("span", { class: "chip", title: `${t("when")}: ${event.time}`, text: Text.when(event.time) }) : null),
      el("dl", {}, [...roles].map(([role, parts]) => [el("dt", { text: Text.label(evidence.roles[role]) }), el("dd", {}, parts.map((p) => el("span", { class: "row" }, sign(classOf(app, p)), entityButton(app, p))))])),
      event.docs.slice(0, 3).map((d) => Quote.source(app, d)),
    );
  };

  const mentioned = (app, i) => {
    const docs = Evidence.rowsOf(app.evidence.mentions, i);
    return docs.length ? [section(t("mentioned", { count: docs.length }), ...listed(docs, (d) => el("li", {}, Quote.source(app, d)), 5))] : [];
  };

  return { home, node, edge, path, relationText };
})();
