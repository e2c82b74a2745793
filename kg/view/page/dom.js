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
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  };

  const button = (text, press, props = {}) => el("button", { type: "button", text, on: { click: press }, ...props });

  const fill = (box, ...children) => box.replaceChildren(...children.flat().filter(Boolean));

  // The sign of a class in lists and in the legend.
  const POINTS = {
    square: "2,2 12,2 12,12 2,12",
    diamond: "7,0.5 13.5,7 7,13.5 0.5,7",
    triangle: "7,1 13.3,12.5 0.7,12.5",
    triangleDown: "7,13 13.3,1.5 0.7,1.5",
    hexagon: "3.6,1.2 10.4,1.2 13.7,7 10.4,12.8 3.6,12.8 0.3,7",
    star: "7,0.5 8.8,5 13.6,5.2 9.8,8.2 11.2,12.9 7,10.2 2.8,12.9 4.2,8.2 0.4,5.2 5.2,5",
  };

  const sign = (cls) => {
    const svg = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ viewBox: "0 0 14 14", width: 12, height: 12, "aria-hidden": "true", class: "sign" })) {
      svg.setAttribute(name, value);
    }
    const shape = document.createElementNS(SVG, POINTS[cls.shape] ? "polygon" : "circle");
    const attributes = POINTS[cls.shape] ? { points: POINTS[cls.shape] } : { cx: 7, cy: 7, r: 6 };
    for (const [name, value] of Object.entries({ ...attributes, fill: cls.colour })) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  };

  const byId = (id) => document.getElementById(id);

  return { el, button, fill, sign, byId };
})();
