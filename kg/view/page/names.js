// The names on the map: always the same size on the screen, at least 11 px, none over another.
const Names = (() => {
  const FONT = '"Noto Sans KR","Noto Sans CJK KR","Malgun Gothic","Apple SD Gothic Neo",system-ui,sans-serif';
  const MOST = 220;
  const CROWD = 900;
  const MARGIN = 0.25;
  const HALO = 8;
  // An island this wide, in pixels of its radius, has room for the names of its members beside its own.
  const AFAR = 140;
  // Who has four neighbours or more gets a name even where it covers a dot.
  const HUB = 11;
  const widths = new Map();
  let pen = null;

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

  const font = (size, bold) => `${bold ? "700 " : ""}${size}px ${FONT}`;

  // A label stands `dx`, `dy` pixels from the place `wx`, `wy` of the map.
  const label = (lines, view, style) => {
    const made = { lines, dx: 0, dy: 0, ...style, width: Math.max(...lines.map((line) => width(line, style.size, style.bold))), height: lines.length * (style.size + 4) };
    return placed(made, view);
  };

  const placed = (made, view) => ({ ...made, x: (made.wx - view.left) * view.scale + made.dx, y: (made.wy - view.top) * view.scale + made.dy });

  // Labels in order of importance; positions in pixels of the stage plus the place in map units that they belong to.
  const choose = (app, view, box) => {
    const crowded = app.scene.kind === "map" && Grid.count(app.scene.grid, view, CROWD) >= CROWD;
    const wanted = (app.scene.kind === "map" ? onMap(app, view, crowded) : onScene(app, view)).map((name) => within(name, box));
    return Labels.fit(wanted.slice(0, 700), crowded ? [] : dots(app, view)).slice(0, limit(box));
  };

  // Of a name on the stage only those places count where all of it is.
  const within = (name, { clientWidth, clientHeight }) => {
    if (!name.places || name.x < 0 || name.y < 0 || name.x > clientWidth || name.y > clientHeight) return name;
    const fits = (at, size, room) => at - size / 2 >= 2 && at + size / 2 <= room - 2;
    const places = name.places.filter(([dx, dy]) => fits(name.x + dx, name.width, clientWidth) && fits(name.y + dy, name.height, clientHeight));
    return places.length ? { ...name, places } : name;
  };

  // While the view moves no new name comes; of those that are shown some may have to go.
  const again = (names, view) => Labels.fit(names.map((name) => ({ ...placed(name, view), places: undefined, strong: true })));

  const limit = (box) => Math.min(MOST, Math.max(40, Math.floor((box.clientWidth * box.clientHeight) / 4200)));

  const dots = (app, view) => {
    const { scene } = app;
    return Grid.within(scene.grid, view).map((i) => {
      const r = radius(app, i, view) * 0.8;
      const [x, y] = [(scene.X[i] - view.left) * view.scale, (scene.Y[i] - view.top) * view.scale];
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
  };

  const radius = (app, i, view) => Math.max(app.model.R[i] * view.scale, Shape.LEAST);

  const onMap = (app, view, crowded) => {
    const wide = widen(view, MARGIN);
    const { inside, X, Y } = app.scene;
    const near = (i) => inside[i] && X[i] >= wide.left && X[i] <= wide.right && Y[i] >= wide.top && Y[i] <= wide.bottom;
    const wanted = lit(app).filter(near).map((i) => nodeLabel(app, i, view, { strong: true, forced: i === app.selected }));
    const islands = crowded ? islandLabels(app, view) : [];
    wanted.push(...islands);
    // Whoever lends an island its name need not be named twice.
    const lent = new Set(islands.flatMap((name) => name.topics));
    let left = crowded ? 80 : 500;
    for (const i of app.model.order) {
      if (left === 0) break;
      if (!near(i) || lent.has(i)) continue;
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
    const r = radius(app, i, view);
    const text = Labels.shorten(Text.name(model, i), 22);
    const below = r + size * 0.5 + 4;
    const beside = r + width(text, size, big) / 2 + 5;
    const places = [[0, 0], [beside, -below], [-beside, -below], [0, -2 * below]];
    return label([text], view, { i, key: `n${i}`, size, bold: big, wx: scene.X[i], wy: scene.Y[i], dy: below, places, strong: big || model.R[i] > HUB, ...extra });
  };

  // An island bears its name inside its disc: two lines where they fit, else one, else a shorter one.
  const islandLabels = (app, view) =>
    app.model.islands.flatMap((island, n) => {
      const reach = island.r * view.scale;
      if (reach < 17 || !onScreen(island, view)) return [];
      const size = Math.round(Math.min(19, 12 + reach * 0.035));
      const letters = Math.max(5, Math.floor((2.25 * reach) / size));
      const lines = island.topics.map((i) => Labels.shorten(Text.name(app.model, i), Math.min(letters, 15)));
      const kinds = reach > 26 && lines.length > 1 ? [[lines, size], [lines.slice(0, 1), size]] : [[lines.slice(0, 1), Math.min(size, 12)]];
      return kinds.map(([kind, height]) => islandLabel(kind, view, { island, n, reach, size: height }));
    });

  const onScreen = (island, view) =>
    island.x + island.r > view.left && island.x - island.r < view.right && island.y + island.r > view.top && island.y - island.r < view.bottom;

  const islandLabel = (lines, view, { island, n, reach, size }) => {
    const half = Math.max(...lines.map((line) => width(line, size, true))) / 2 + 6;
    const room = (view.right - view.left) * view.scale;
    const x = (island.x - view.left) * view.scale;
    const kept = x > 0 && x < room ? Math.min(room - half, Math.max(half, x)) : x;
    const slack = Math.max(0, reach * 0.85 - (lines.length * (size + 4)) / 2);
    const places = [0, 0.5, -0.5, 1, -1].map((share) => [0, share * slack]);
    return label(lines, view, { size, bold: true, wx: island.x, wy: island.y, dx: kept - x, island: true, topics: reach < AFAR ? island.topics.slice(0, lines.length) : [], key: `c${n}`, places });
  };

  const onScene = (app, view) => {
    const nodes = app.scene.members.map((i) => nodeLabel(app, i, view, i === app.scene.centre || app.scene.kind === "path" ? { forced: true } : { strong: true }));
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
    return label([text], view, { size: 11, bold: false, wx, wy, soft: true, strong: true });
  };

  // Letters are dear to draw: while the map is only shifted, a picture of them is shifted with it.
  const picture = (app, view, { names, ratio }) => {
    const wide = widen(view, MARGIN);
    const canvas = new OffscreenCanvas(Math.ceil((wide.right - wide.left) * view.scale * ratio), Math.ceil((wide.bottom - wide.top) * view.scale * ratio));
    write(app, canvas.getContext("2d"), { ...wide, scale: view.scale }, { names, ratio });
    return { image: canvas.transferToImageBitmap(), left: wide.left, top: wide.top, scale: view.scale, ratio };
  };

  // ctx is in map units; letters must not grow with the map, so each is drawn in pixels at its place.
  const draw = (app, ctx, view, names) => write(app, ctx, view, { names, ratio: ctx.getTransform().a / view.scale });

  // Only the pieces with letters: the empty rest between them would be most of the work.
  const paste = (ctx, view, { art, names }) => {
    const { image, ratio, scale } = art;
    const [left, top] = [(view.left - art.left) * scale * ratio, (view.top - art.top) * scale * ratio].map(Math.round);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.imageSmoothingEnabled = false;
    for (const name of names) {
      const [wide, high] = [name.width + HALO, name.height + HALO].map((size) => Math.ceil(size * ratio));
      const x = Math.max(0, Math.round(((name.wx - art.left) * scale + name.dx) * ratio - wide / 2));
      const y = Math.max(0, Math.round(((name.wy - art.top) * scale + name.dy) * ratio - high / 2));
      if (x - left < ctx.canvas.width && x + wide > left && y - top < ctx.canvas.height && y + high > top) ctx.drawImage(image, x, y, wide, high, x - left, y - top, wide, high);
    }
    ctx.restore();
  };

  const write = (app, ctx, view, { names, ratio }) => {
    const { colours } = app;
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
      ctx.lineWidth = name.island ? 5 : 3.5;
      ctx.fillStyle = name.soft ? colours.soft : colours.ink;
      for (const [text, x, y] of lines(name, view)) {
        ctx.strokeText(text, x, y);
        ctx.fillText(text, x, y);
      }
    }
    ctx.restore();
  };

  // Each line of a label with its middle on the stage.
  const lines = (name, view) => {
    const x = (name.wx - view.left) * view.scale + name.dx;
    const y = (name.wy - view.top) * view.scale + name.dy;
    return name.lines.map((text, at) => [text, x, y + (at - (name.lines.length - 1) / 2) * (name.size + 4)]);
  };

  return { choose, again, draw, picture, paste, lines };
})();
