// Saved questions with the answers that were computed for this graph.
const Ask = (() => {
  const { el, button, fill, byId } = Dom;
  const MOST = 200;

  const open = (app, name) => {
    const dialog = byId("ask");
    fill(byId("ask-list"), app.evidence.tables.map((table) => entry(app, table)));
    show(app, app.evidence.tables.find((table) => table.name === name) || app.evidence.tables[0]);
    if (!dialog.open) dialog.showModal();
  };

  const entry = (app, table) =>
    el("li", {}, button(Text.label(table), () => show(app, table), { class: "link", "data-table": table.name }), el("span", { class: "note", text: Text.t("rows", { count: Text.number(table.rows.length) }) }));

  const show = (app, table) => {
    if (!table) return;
    byId("ask-list").querySelectorAll("button").forEach((b) => b.setAttribute("aria-current", String(b.dataset.table === table.name)));
    const head = el("tr", {}, table.columns.map((column) => el("th", { scope: "col", text: Text.label(column) })));
    const rows = table.rows.slice(0, MOST).map((row) => el("tr", {}, row.map((cell) => el("td", {}, content(app, cell)))));
    fill(
      byId("ask-answer"),
      el("h3", { text: Text.label(table) }),
      rows.length ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": Text.label(table) }, el("table", {}, el("thead", {}, head), el("tbody", {}, rows))) : el("p", { text: Text.t("empty_answer") }),
      table.rows.length > MOST ? el("p", { class: "small", text: Text.t("rows_more", { shown: MOST }) }) : null,
    );
  };

  // A cell is text, or [text, entity].
  const content = (app, cell) => {
    if (!Array.isArray(cell)) return cell;
    const [text, i] = cell;
    return button(text || Text.name(app.model, i), () => {
      byId("ask").close();
      app.on.node(i);
    }, { class: "link" });
  };

  return { open };
})();
