// Letters on the stage: how wide a text is, where a label stands, and how it is written. Sizes are pixels whatever the scale of the map.
const Lettering = (() => {
  const FONT = '"Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","Apple SD Gothic Neo",system-ui,sans-serif';
  const LEADING = 4;
  const widths = new Map();
  let pen = null;

  const font = (size, bold) => `${bold ? "700 " : ""}${size}px ${FONT}`;

  const width = (text, size, bold) => {
    const key = `${size}${bold ? "b" : ""}${text}`;
    if (!widths.has(key)) {
      pen = pen || document.createElement("canvas").getContext("2d");
      pen.font = font(size, bold);
      if (widths.size > 4000) widths.clear();
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  };

  // The first line is the head; all others are smaller and softer where the label says `under`, their size.
  const looks = (name, at) => (at && name.under ? { size: name.under, bold: false, soft: true } : { size: name.size, bold: name.bold, soft: name.soft });

  // A label stands `dx`, `dy` pixels from the place `wx`, `wy` of the map.
  const label = (texts, view, style) => {
    const made = { lines: texts, dx: 0, dy: 0, ...style };
    made.width = Math.max(...texts.map((text, at) => width(text, looks(made, at).size, looks(made, at).bold)));
    made.height = texts.reduce((sum, _, at) => sum + looks(made, at).size + LEADING, 0);
    return placed(made, view);
  };

  const placed = (made, view) => ({ ...made, x: (made.wx - view.left) * view.scale + made.dx, y: (made.wy - view.top) * view.scale + made.dy });

  // Each line of a label with its middle on the stage and how it looks.
  const lines = (name, view) => {
    const { x, y } = placed(name, view);
    let top = y - name.height / 2;
    return name.lines.map((text, at) => {
      const look = looks(name, at);
      const middle = top + (look.size + LEADING) / 2;
      top += look.size + LEADING;
      return { text, x, y: middle, ...look };
    });
  };

  // faint: which names are written faintly.
  const write = (ctx, view, job) => {
    const { colours, ratio } = job;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = colours.paper;
    let last = "";
    for (const name of job.names) {
      ctx.globalAlpha = job.faint(name) ? 0.3 : 1;
      ctx.lineWidth = name.island ? 5 : 3.5;
      for (const line of lines(name, view)) {
        const now = font(line.size, line.bold);
        if (now !== last) ctx.font = now;
        last = now;
        ctx.fillStyle = line.soft ? colours.soft : colours.ink;
        ctx.strokeText(line.text, line.x, line.y);
        ctx.fillText(line.text, line.x, line.y);
      }
    }
    ctx.restore();
  };

  return { width, label, placed, lines, write };
})();
