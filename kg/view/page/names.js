// The names on the map: always the same size on the screen, at least 11 px, none over another.
const Names = (() => {
  const FONT = '"Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","Apple SD Gothic Neo",system-ui,sans-serif';
  const MOST = 220;
  const widths = new Map();
  let pen = null;

  const width = (text, size, bold) => {
    const key = `${size}${bold ? "b" : ""}${text}`;
    if (!widths.has(key)) {
      pen = pen || document.createElement("canvas").getContext("2d");
      pen.font = font(size, bold);
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  };

  const font = (size, bold) => `${bold ? "700 " : ""}${size}px ${FONT}`;

  const label = (text, x, y, style) => ({ text, x, y, height: style.size + 4, width: width(text, style.size, style.bold), ...style });

  // Labels in order of importance; positions in pixels of the stage plus the place in map units that they belong to.
  const choose = (app, view, box) => {
    const wanted = app.scene.kind === "map" ? onMap(app, view) : onScene(app, view);
    return Labels.fit(wanted.slice(0, 700)).slice(0, limit(app, box));
  };

  const limit = (app, box) => Math.min(MOST, Math.max(40, Math.floor((box.clientWidth * box.clientHeight) / 4200)));

  const onMap = (app, view) => {
    const wide = widen(view, 0.25);
    const near = new Set(Grid.within(app.scene.grid, wide));
    const far = near.size > 900;
    const wanted = lit(app).filter((i) => near.has(i)).map((i) => nodeLabel(app, i, view, { forced: i === app.selected }));
    if (far) wanted.push(...islandLabels(app, view));
    let left = far ? 60 : 600;
    for (const i of app.model.order) {
      if (left === 0) break;
      if (!near.has(i)) continue;
      wanted.push(nodeLabel(app, i, view, {}));
      left -= 1;
    }
    return wanted;
  };

  const lit = (app) => (app.selected < 0 ? [] : [app.selected, ...app.lit]);

  const widen = (view, share) => {
    const dx = (view.right - view.left) * share;
    const dy = (view.bottom - view.top) * share;
    return { left: view.left - dx, right: view.right + dx, top: view.top - dy, bottom: view.bottom + dy };
  };

  const nodeLabel = (app, i, view, extra) => {
    const { model, scene } = app;
    const big = i === app.selected || i === scene.centre || model.R[i] > 19;
    const size = big ? 14 : 12;
    const text = Labels.shorten(Text.name(model, i), 22);
    const below = Math.max(model.R[i] * view.scale, 3) + size * 0.5 + 4;
    return label(text, (scene.X[i] - view.left) * view.scale, (scene.Y[i] - view.top) * view.scale + below, {
      i, size, bold: big, wx: scene.X[i], wy: scene.Y[i], dy: below, dx: 0, ...extra,
    });
  };

  const islandLabels = (app, view) => {
    const { model } = app;
    return model.islands
      .filter((island) => island.shown !== false && island.r * view.scale > 16)
      .map((island) => {
        const text = island.topics.map((i) => Labels.shorten(Text.name(model, i), 14)).join(" · ");
        const size = Math.round(Math.min(19, 12 + island.r * view.scale * 0.035));
        const x = (island.x - view.left) * view.scale;
        const half = width(text, size, true) / 2 + 6;
        const room = (view.right - view.left) * view.scale;
        const kept = x > 0 && x < room ? Math.min(room - half, Math.max(half, x)) : x;
        return label(text, kept, (island.y - view.top) * view.scale, {
          size, bold: true, wx: island.x, wy: island.y, dy: 0, dx: kept - x, island: true, tries: [0, size + 6, -size - 6, 2 * size + 12, -2 * size - 12],
        });
      });
  };

  const onScene = (app, view) => {
    const nodes = app.scene.members.map((i) => nodeLabel(app, i, view, { forced: i === app.scene.centre || app.scene.kind === "path" }));
    return [...nodes, ...edgeLabels(app, view)];
  };

  const edgeLabels = (app, view) => {
    const { scene } = app;
    const pairs = scene.kind === "path" ? scene.way.slice(1).map((j, at) => [scene.way[at], j]) : app.lit.map((j) => [scene.centre, j]);
    return pairs.filter(([, j]) => scene.inside[j]).map(([i, j]) => edgeLabel(app, view, i, j)).filter(Boolean);
  };

  const edgeLabel = (app, view, i, j) => {
    const { model, scene } = app;
    const names = [];
    for (const e of Model.edgesOf(model, j)) {
      if (!app.seen.edge[e] || Model.other(model, e, j) !== i) continue;
      const name = Text.label(model.relations[model.P[e]]);
      if (!names.includes(name)) names.push(name);
    }
    if (!names.length) return null;
    const at = scene.kind === "path" ? 0.5 : 0.62;
    const wx = scene.X[i] + (scene.X[j] - scene.X[i]) * at;
    const wy = scene.Y[i] + (scene.Y[j] - scene.Y[i]) * at;
    const text = Labels.shorten(names.join(" · "), scene.kind === "path" ? 24 : 14);
    return label(text, (wx - view.left) * view.scale, (wy - view.top) * view.scale, { size: 11, bold: false, wx, wy, dy: 0, dx: 0, soft: true });
  };

  // ctx is in map units; letters must not grow with the map, so each is drawn in pixels at its place.
  const draw = (app, ctx, view, names) => {
    const { colours } = app;
    const ratio = ctx.getTransform().a / view.scale;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = colours.paper;
    let last = "";
    const lights = app.scene.kind === "map" && app.selected >= 0 ? new Set([app.selected, ...app.lit]) : null;
    for (const name of names) {
      ctx.globalAlpha = lights && !lights.has(name.i) ? 0.3 : 1;
      const now = font(name.size, name.bold);
      if (now !== last) ctx.font = now;
      last = now;
      const x = (name.wx - view.left) * view.scale + name.dx;
      const y = (name.wy - view.top) * view.scale + name.dy;
      ctx.lineWidth = name.island ? 5 : 3.5;
      ctx.strokeText(name.text, x, y);
      ctx.fillStyle = name.soft ? colours.soft : colours.ink;
      ctx.fillText(name.text, x, y);
    }
    ctx.restore();
  };

  return { choose, draw, width };
})();
