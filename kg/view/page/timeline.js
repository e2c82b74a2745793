// The time under the map: how much is told of each month, two handles for the period, and a button that plays it.
const Timeline = (() => {
  const { el, button, fill, byId } = Dom;
  const t = (...args) => Text.t(...args);
  const SVG = "http://www.w3.org/2000/svg";
  const THUMB = 16;
  const LABEL = 44;
  const WIDEST = 28;
  // A whole playing takes no longer than this many steps, however long the time is.
  const FRAMES = 48;
  const BEAT = 450;
  let ticking = 0;

  const build = (app) => {
    stop();
    const box = byId("timeline");
    const { months } = app.model;
    box.hidden = months.length < 2;
    if (box.hidden) return;
    const slider = (name, label) =>
      el("input", { type: "range", min: 0, max: months.length - 1, id: `period-${name}`, "aria-label": t(label), on: { input: () => slide(app, name) } });
    fill(
      box,
      button("", () => play(app), { id: "play" }),
      el("div", { class: "chart" }, svg("svg", { id: "bars", "aria-hidden": "true", preserveAspectRatio: "none", viewBox: `-0.5 0 ${months.length} 100` }), el("div", { id: "years", "aria-hidden": "true" }), slider("from", "period_from"), slider("to", "period_to")),
      el("p", { class: "period" }, el("output", { id: "period-text", for: "period-from period-to" }), button(t("period_all"), () => whole(app), { id: "period-all", class: "tiny", title: t("period_note") })),
    );
    label(false);
    update(app);
  };

  const svg = (tag, attributes) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const update = (app) => {
    const { months } = app.model;
    if (months.length < 2) return;
    const { from, to } = app.filter;
    byId("period-from").value = from;
    byId("period-to").value = to;
    for (const [name, at] of [["from", from], ["to", to]]) byId(`period-${name}`).setAttribute("aria-valuetext", Text.when(months[at]));
    byId("period-text").textContent = from === to ? Text.when(months[from]) : `${Text.when(months[from])} – ${Text.when(months[to])}`;
    byId("period-all").hidden = !Filter.narrowed(app.filter, app.model);
    bars(app);
    years(app);
  };

  // Heights by the square root: one busy month must not flatten all others.
  const bars = (app) => {
    const { counts } = app.seen;
    const most = Math.sqrt(Math.max(1, ...counts.months));
    const box = byId("bars");
    const last = app.model.months.length - 1;
    const wide = Math.min(0.76, (WIDEST * last) / Math.max(1, box.parentElement.clientWidth - THUMB));
    const outline = (inside) => {
      const found = [];
      counts.months.forEach((count, at) => {
        const there = at >= app.filter.from && at <= app.filter.to;
        if (count && there === inside) found.push(`M${(at - wide / 2).toFixed(3)} 100v${-Math.max(4, (Math.sqrt(count) / most) * 100).toFixed(1)}h${wide.toFixed(3)}V100z`);
      });
      return found.join("");
    };
    const half = `${THUMB / 2}px - (100% - ${THUMB}px) / ${2 * last}`;
    box.style.left = `calc(${half})`;
    box.style.width = `calc(100% - 2 * (${half}))`;
    box.replaceChildren(svg("path", { d: outline(false), class: "out" }), svg("path", { d: outline(true), class: "in" }));
  };

  // The years at their first month, as many as have room.
  const years = (app) => {
    const { months } = app.model;
    const box = byId("years");
    const room = Math.max(1, box.clientWidth - THUMB) / (months.length - 1);
    let last = -Infinity;
    const found = [];
    months.forEach((month, at) => {
      const year = month.slice(0, 4);
      if ((at && months[at - 1].slice(0, 4) === year) || (at - last) * room < LABEL || (months.length - 1 - at) * room < LABEL / 2) return;
      last = at;
      const mark = el("span", { text: year });
      mark.style.left = `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${at / (months.length - 1)})`;
      found.push(mark);
    });
    box.replaceChildren(...found);
  };

  const set = (app, from, to) => app.on.filter({ ...app.filter, from, to });
  const whole = (app) => {
    stop();
    return set(app, 0, app.model.months.length - 1);
  };

  const slide = (app, name) => {
    stop();
    let from = Number(byId("period-from").value);
    let to = Number(byId("period-to").value);
    if (name === "from") to = Math.max(from, to);
    else from = Math.min(from, to);
    set(app, from, to);
  };

  // The end of the period moves on; from the start again when it has arrived.
  const play = (app) => {
    if (ticking) return stop();
    const last = app.model.months.length - 1;
    const { from } = app.filter;
    let to = app.filter.to >= last ? from : app.filter.to;
    const step = Math.max(1, Math.round((last - from) / FRAMES));
    label(true);
    const beat = async () => {
      await set(app, from, to);
      if (to >= last) stop();
      else if (ticking) ticking = setTimeout(beat, BEAT);
      to = Math.min(last, to + step);
    };
    ticking = setTimeout(beat, 0);
    return undefined;
  };

  const stop = () => {
    clearTimeout(ticking);
    ticking = 0;
    if (byId("play")) label(false);
  };

  const label = (playing) => {
    byId("play").textContent = playing ? "❚❚" : "▶";
    byId("play").setAttribute("aria-label", t(playing ? "stop" : "play"));
    byId("play").title = t(playing ? "stop" : "play");
  };

  return { build, update };
})();
