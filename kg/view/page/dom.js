// Elements of the page. Text goes in as text nodes only; nothing here parses markup.
const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  // props: class, text, data-*, aria-*, plain attributes, and on: {event: handler}.
  const el = (tag, props = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "text") made.textContent = value;
      else if (name === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
      else if (name === "checked" || name === "value" || name === "disabled") made[name] = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  };

  const button = (text, press, props = {}) => el("button", { type: "button", text, on: { click: press }, ...props });

  const fill = (box, ...children) => box.replaceChildren(...children.flat(Infinity).filter(Boolean));

  // The sign of a class in lists and in the legend.
  const sign = (cls) => {
    const svg = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ viewBox: "0 0 14 14", width: 12, height: 12, "aria-hidden": "true", class: "sign" })) {
      svg.setAttribute(name, value);
    }
    const points = Shape.corners(cls.shape, 7, 7, 5.2);
    const shape = document.createElementNS(SVG, points.length ? "polygon" : "circle");
    const attributes = points.length ? { points: points.map((p) => p.join(",")).join(" ") } : { cx: 7, cy: 7, r: 5.8 };
    for (const [name, value] of Object.entries({ ...attributes, fill: Theme.onPaper(cls.colour) })) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  };

  const byId = (id) => document.getElementById(id);

  return { el, button, fill, sign, byId };
})();
