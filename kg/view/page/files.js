// What the reader takes away: relations as CSV, the picture as SVG. All of it is text made here, escaped for its format.
const Files = (() => {
  // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
  const cell = (value) => {
    const text = String(value ?? "");
    const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
  };

  const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

  const xml = (text) =>
    String(text)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  // picture: {width, height, background, discs: [{x, y, r, colour}], lines: [{x1, y1, x2, y2, colour, dash, wide, opacity}], dots: [{x, y, r, colour, shape}], texts: [{x, y, text, size, colour, bold}]}
  const svg = (p) => {
    const n = (value) => Math.round(value * 10) / 10;
    const discs = p.discs.map((d) => `<circle cx="${n(d.x)}" cy="${n(d.y)}" r="${n(d.r)}" fill="${xml(d.colour)}"/>`);
    const lines = p.lines.map(
      (l) => `<line x1="${n(l.x1)}" y1="${n(l.y1)}" x2="${n(l.x2)}" y2="${n(l.y2)}" stroke="${xml(l.colour)}" stroke-width="${n(l.wide)}" stroke-opacity="${l.opacity}"` +
        `${l.dash.length ? ` stroke-dasharray="${l.dash.join(" ")}"` : ""}/>`,
    );
    const dots = p.dots.map((d) => {
      const points = Shape.corners(d.shape, d.x, d.y, d.r).map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
      return points ? `<polygon points="${points}" fill="${xml(d.colour)}"/>` : `<circle cx="${n(d.x)}" cy="${n(d.y)}" r="${n(d.r)}" fill="${xml(d.colour)}"/>`;
    });
    const texts = p.texts.map(
      (t) => `<text x="${n(t.x)}" y="${n(t.y)}" font-size="${t.size}" fill="${xml(t.colour)}" text-anchor="middle" dominant-baseline="middle"` +
        ` paint-order="stroke" stroke="${xml(p.background)}" stroke-width="3"${t.bold ? ' font-weight="700"' : ""}>${xml(t.text)}</text>`,
    );
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${p.width}" height="${p.height}" viewBox="0 0 ${p.width} ${p.height}" ` +
      `font-family="'Noto Sans KR','Noto Sans CJK KR','Malgun Gothic','Apple SD Gothic Neo',sans-serif">` +
      `<rect width="100%" height="100%" fill="${xml(p.background)}"/>${[...discs, ...lines, ...dots, ...texts].join("\n")}</svg>\n`
    );
  };

  return { csv, svg, cell, xml };
})();
