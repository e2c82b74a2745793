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
    const row = (cells) => el("tr", {}, cells.map((cell) => el("td", { class: looks(cell) }, content(app, cell))));
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

  // Numbers, dates, a word or two are not broken over lines; sentences get room.
  const looks = (cell) => {
    const text = Array.isArray(cell) ? cell[0] : cell;
    if (typeof text !== "string" || text.length < 12) return "short";
    return text.length > 40 ? "long" : null;
  };

  // Four digits alone may be a year or a count: they stay as they are.
  const told = (text) => (/^[\d./-]+$/.test(text) && /[-/]/.test(text) ? Text.when(text) : text);

  // A cell is text, or [text, entity], or a text in both languages. An entity has its name in the reader's language.
  const content = (app, cell) => {
    if (!Array.isArray(cell)) return typeof cell === "string" ? told(cell) : Text.label(cell);
    const [text, i] = cell;
    const own = !text || text === app.model.nodes.ko[i] || text === app.model.nodes.en[i];
    return button(own ? Text.name(app.model, i) : text, () => {
      close();
      app.on.found(i);
    }, { class: "link", "data-node": app.model.nodes.id[i] });
  };

  return { open, close, find };
})();
