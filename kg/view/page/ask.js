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
    const proof = table.columns.map((_, at) => table.rows.some((cells) => isProof(cells[at])));
    const head = el("tr", {}, table.columns.filter((_, at) => !proof[at]).map((column) => el("th", { scope: "col", text: Text.label(column) })));
    const body = el("tbody");
    const more = el("p", { class: "row" });
    const narrow = (text) => rows(app, { body, more, proof }, narrowed(app, table.rows, text));
    const field = el("input", { type: "search", id: "ask-filter", placeholder: Text.t("ask_filter"), "aria-label": Text.t("ask_filter"), on: { input: (event) => narrow(event.target.value) } });
    const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": Text.label(table) }, el("table", {}, el("thead", {}, head), body), more);
    fill(
      byId("ask-answer"),
      el("h3", { text: Text.label(table) }),
      ...(table.rows.length ? [field, scroll] : [el("p", { text: Text.t("empty_answer") })]),
    );
    narrow("");
  };

  // Only the beginning of a long answer is made; the rest on demand.
  const rows = (app, { body, more, proof }, found) => {
    const row = (cells) => rowOf(app, cells, proof);
    body.replaceChildren(...found.slice(0, MOST).flatMap(row));
    const rest = found.slice(MOST);
    const all = () => {
      body.append(...rest.flatMap(row));
      more.replaceChildren();
    };
    fill(more, rest.length ? button(Text.t("show_more", { count: Text.number(rest.length) }), all, { class: "more" }) : null);
    if (!found.length) fill(more, Text.t("nothing_found"));
  };

  // Sentences and documents stand below what they prove, over the whole width.
  const rowOf = (app, cells, proof) => {
    const main = cells.filter((_, at) => !proof[at]);
    const under = cells.filter((_, at) => proof[at]);
    const first = el("tr", {}, main.map((cell) => el("td", { class: looks(app, cell) }, content(app, cell))));
    if (!under.length) return [first];
    const pieces = under.map((cell) => el("span", { class: cell.quote === undefined ? "small" : "quote" }, content(app, cell)));
    return [first, el("tr", { class: "under" }, el("td", { colspan: main.length }, pieces))];
  };

  const isProof = (cell) => cell.quote !== undefined || cell.doc !== undefined;

  const narrowed = (app, all, text) => {
    const piece = Hangul.fold(text);
    return piece ? all.filter((cells) => cells.some((cell) => Hangul.fold(textOf(app, cell)).includes(piece))) : all;
  };

  // A cell is text, or [text, entity], or an object: a text in both languages, or the number of a sentence or of a document.
  const textOf = (app, cell) => {
    if (typeof cell === "string") return told(cell);
    if (Array.isArray(cell)) return nameOf(app, cell);
    if (cell.quote !== undefined) return app.evidence.quotes[cell.quote];
    return cell.doc === undefined ? Text.label(cell) : app.evidence.docs.title[cell.doc];
  };

  // An entity has its name in the reader's language, unless the answer calls it otherwise.
  const nameOf = ({ model }, [text, i]) => (!text || text === model.nodes.ko[i] || text === model.nodes.en[i] ? Text.name(model, i) : text);

  // Times and sums as people write them. Four digits alone may be a year or a count: they stay as they are.
  const told = (text) => {
    if (/^\d+ [A-Z]{3}$/.test(text)) return Text.amount(text);
    return /^[\d./-]+$/.test(text) && /[-/]/.test(text) ? Text.when(text) : text;
  };

  // Numbers, dates, a word or two are not broken over lines; sentences get room.
  const looks = (app, cell) => {
    const { length } = textOf(app, cell);
    if (length < 17) return "short";
    return length > 40 ? "long" : null;
  };

  const content = (app, cell) => {
    const text = textOf(app, cell);
    const url = cell.doc === undefined ? null : Marks.safeLink(app.evidence.docs.url[cell.doc]);
    if (url) return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: Text.t("open", { title: text }), text });
    if (!Array.isArray(cell)) return text;
    const press = () => {
      close();
      app.on.found(cell[1]);
    };
    return button(text, press, { class: "link", "data-node": app.model.nodes.id[cell[1]] });
  };

  return { open, close, find };
})();
