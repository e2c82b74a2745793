// A piece of evidence as the reader sees it: the sentence with its marks, and where it stands.
const Quote = (() => {
  const { el } = Dom;

  const sentence = (app, c) => {
    const { evidence } = app;
    const pieces = Marks.cut(Evidence.quote(evidence, c), Evidence.marks(evidence, c));
    return el("blockquote", { class: "quote" }, pieces.map((p) => (p.kind ? el("mark", { class: p.kind, title: Text.t(p.kind), text: p.text }) : p.text)));
  };

  // What the colours of the marks tell.
  const legend = () => el("p", { class: "small marks" }, Marks.KINDS.map((kind) => el("span", { class: `sample ${kind}`, text: Text.t(kind) })));

  const earlier = (app, c) => {
    const outside = app.evidence.outside[c];
    if (!outside) return null;
    const told = Object.entries(outside).map(([kind, text]) => `${Text.t(kind)}: ${Text.t("earlier", { text })}`);
    return el("p", { class: "small", text: told.join(" · ") });
  };

  const source = (app, d) => {
    const { model, evidence } = app;
    const url = Marks.safeLink(evidence.docs.url[d]);
    const outlet = model.publishers[model.docs.publisher[d]] || Text.t("no_publisher");
    const date = model.docs.date[d] || Text.t("no_date");
    const title = evidence.docs.title[d] || model.docs.id[d];
    return el(
      "p",
      { class: "source" },
      el("span", { text: outlet }),
      el("time", { text: date, title: evidence.docs.why[d] }),
      el("cite", {}, url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: Text.t("open", { title }), text: `${title} ↗` }) : title),
    );
  };

  const more = (app, c) => {
    const { evidence } = app;
    const speaker = evidence.speaker[c];
    return el(
      "p",
      { class: "small" },
      speaker >= 0 ? `${Text.t("speaker")}: ${Text.name(app.model, speaker)} · ` : "",
      `${Text.t("confidence")} ${Evidence.fact(evidence, "confidence", c)} · ${Text.t("rule")} ${Evidence.fact(evidence, "rule", c)}`,
    );
  };

  const block = (app, c) => el("div", { class: "evidence" }, sentence(app, c), earlier(app, c), source(app, app.model.claims.doc[c]), more(app, c));

  return { block, source, legend };
})();
