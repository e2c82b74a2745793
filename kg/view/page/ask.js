// Saved questions with the answers that were computed for this graph.
const Ask = (() => {
  const { el, button, fill, byId } = Dom;
  const MOST = 200;

  const find = (app, name) => app.evidence.tables.find((table) => table.name === name);

  // Opens the named question, else the first one.
  const open = (app, name) => {
    const dialog = byId("ask");
    fill(byId("ask-list"), app.evidence.tables.map((table) => entry(app, table)));
    show(app, find(app, name) || app.evidence.tables[0]);
    if (!dialog.open) dialog.showModal();
  };

  const close = () => byId("ask").open && byId("ask").close();

  const entry = (app, table) =>
    el("li", {}, button(Text.label(table), () => show(app, table), { class: "link", "data-table": table.name }), el("span", { class: "note", text: Text.t("rows", { count: Text.number(table.rows.length) }) }));

  const show = (app, table) => {
    if (!table) return;
    app.on.asked(table.name);
    byId("ask-list").querySelectorAll("button").forEach((b) => b.setAttribute("aria-current", String(b.dataset.table === table.name)));
    const head = el("tr", {}, table.columns.map((column) => el("th", { scope: "col", text: Text.label(column) })));
    const row = (cells) => el("tr", {}, cells.map((cell) => el("td", {}, content(app, cell))));
    const body = el("tbody", {}, table.rows.slice(0, MOST).map(row));
    const rest = table.rows.slice(MOST);
    const more = button(Text.t("show_more", { count: Text.number(rest.length) }), () => {
      body.append(...rest.map(row));
      more.remove();
    }, { class: "more" });
    fill(
      byId("ask-answer"),
      el("h3", { text: Text.label(table) }),
      table.rows.length ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": Text.label(table) }, el("table", {}, el("thead", {}, head), body)) : el("p", { text: Text.t("empty_answer") }),
      rest.length ? more : null,
    );
  };

  // A cell is text, or [text, entity].
  const content = (app, cell) => {
    if (!Array.isArray(cell)) return cell;
    const [text, i] = cell;
    return button(text || Text.name(app.model, i), () => {
      close();
      app.on.found(i);
    }, { class: "link", "data-node": app.model.nodes.id[i] });
  };

  return { open, close, find };
})();
