// The names on the map: always the same size on the screen, at least 11 px, none over another.
const Names = (() => {
  const MOST = 220;
  const CROWD = 900;
  // From afar islands have the say, and of their members only so many.
  const CROWDED = 50;
  const MARGIN = 0.25;
  const HALO = 8;
  // Who has four neighbours or more gets a name even where it covers a dot.
  const HUB = 11;
  const RUN = 9;
  const STEEP = 0.6;

  const { label, placed, width } = Lettering;

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

  const radius = (app, i, view) => Math.max(app.scene.R[i] * view.scale, Shape.LEAST);

  const onMap = (app, view, crowded) => {
    const wide = widen(view, MARGIN);
    const { inside, X, Y } = app.scene;
    const near = (i) => inside[i] && X[i] >= wide.left && X[i] <= wide.right && Y[i] >= wide.top && Y[i] <= wide.bottom;
    const wanted = lit(app).filter(near).map((i) => nodeLabel(app, i, view, { strong: true, forced: i === app.selected || app.edge >= 0 }));
    if (app.edge >= 0) wanted.push(chosenEdge(app, view));
    const islands = crowded ? Islands.names(app, view) : Islands.shores(app, view);
    wanted.push(...islands);
    // Whoever lends an island its name need not be named twice.
    const lent = new Set(islands.flatMap((name) => name.topics));
    const afar = crowded && Grid.count(app.scene.grid, view, 4 * CROWD) >= 4 * CROWD;
    let left = afar ? CROWDED : crowded ? 2 * CROWDED : 500;
    const plain = crowded ? { size: 12, bold: false } : {};
    for (const i of app.model.order) {
      if (left === 0) break;
      if (!near(i) || lent.has(i)) continue;
      wanted.push(nodeLabel(app, i, view, plain));
      left -= 1;
    }
    return wanted;
  };

  // Whose names come first: the chosen one and its neighbours, or both ends of the chosen relation.
  const lit = ({ model, edge, selected, lit: around }) => {
    if (edge >= 0) return [model.S[edge], model.O[edge]];
    return selected < 0 ? [] : [selected, ...around];
  };

  const chosenEdge = (app, view) => {
    const { model, scene, edge } = app;
    const [s, o] = [model.S[edge], model.O[edge]];
    const text = Labels.shorten(Text.label(model.relations[model.P[edge]]), 24);
    return label([text], view, { i: s, size: 12, bold: false, wx: (scene.X[s] + scene.X[o]) / 2, wy: (scene.Y[s] + scene.Y[o]) / 2, soft: true, strong: true });
  };

  const widen = (view, share) => {
    const dx = (view.right - view.left) * share;
    const dy = (view.bottom - view.top) * share;
    return { left: view.left - dx, right: view.right + dx, top: view.top - dy, bottom: view.bottom + dy };
  };

  const nodeLabel = (app, i, view, extra) => {
    const { model, scene } = app;
    const big = i === app.selected || i === scene.centre || scene.R[i] > 19;
    const { size, bold } = { size: big ? 14 : 12, bold: big, ...extra };
    const r = radius(app, i, view);
    const text = Text.short(model, i, 22);
    const below = r + size * 0.5 + 4;
    const beside = r + width(text, size, bold) / 2 + 5;
    const [right, left] = [[beside, -below], [-beside, -below]];
    const places = outward(scene, i, [[0, 0], right, left, [0, -2 * below]]);
    return label([text], view, { i, key: `n${i}`, size, bold, wx: scene.X[i], wy: scene.Y[i], dy: below, places, strong: big || model.R[i] > HUB, ...extra });
  };

  // On rings a name stands on the side that looks away from the middle.
  const outward = (scene, i, [below, right, left, above]) => {
    const { X, Y, centre, kind } = scene;
    const slope = kind === "focus" && i !== centre ? (X[i] - X[centre]) / (Math.abs(Y[i] - Y[centre]) + 1) : 0;
    if (slope > STEEP) return [right, below, above, left];
    return slope < -STEEP ? [left, below, above, right] : [below, right, left, above];
  };

  const onScene = (app, view) => {
    const nodes = app.scene.members.map((i) => nodeLabel(app, i, view, i === app.scene.centre || app.scene.kind === "path" ? { forced: true } : { strong: true }));
    return [...nodes, ...edgeLabels(app, view)];
  };

  const edgeLabels = (app, view) => {
    const { scene } = app;
    if (scene.kind === "path") return scene.way.slice(1).map((j, at) => edgeLabel(app, view, scene.way[at], j)).filter(Boolean);
    const around = new Set(app.lit);
    const ring = scene.members.filter((j) => around.has(j));
    const texts = ring.map((j) => relationsOf(app, scene.centre, j).join());
    return runs(texts).map(([from, to]) => edgeLabel(app, view, scene.centre, ring[(from + to) >> 1])).filter(Boolean);
  };

  // Beginnings and ends of stretches of one text, none longer than RUN.
  const runs = (texts) => {
    const found = [];
    texts.forEach((text, at) => {
      const last = found[found.length - 1];
      if (last && texts[at - 1] === text && at - last[0] < RUN) last[1] = at;
      else found.push([at, at]);
    });
    return found;
  };

  const relationsOf = (app, i, j) => {
    const { model } = app;
    const names = [];
    for (const e of Model.edgesOf(model, j)) {
      if (!app.seen.edge[e] || Model.other(model, e, j) !== i) continue;
      const name = Text.label(model.relations[model.P[e]]);
      if (!names.includes(name)) names.push(name);
    }
    return names;
  };

  const edgeLabel = (app, view, i, j) => {
    const { scene } = app;
    const names = relationsOf(app, i, j);
    if (!names.length) return null;
    const at = scene.kind === "path" ? 0.5 : 0.62;
    const wx = scene.X[i] + (scene.X[j] - scene.X[i]) * at;
    const wy = scene.Y[i] + (scene.Y[j] - scene.Y[i]) * at;
    const text = Labels.shorten(names.join(", "), scene.kind === "path" ? 24 : 14);
    return label([text], view, { size: 11, bold: false, wx, wy, soft: true, strong: true });
  };

  // Letters are dear to draw: while the map is only shifted, a picture of them is shifted with it.
  const picture = (app, view, { names, ratio }) => {
    const wide = widen(view, MARGIN);
    const canvas = new OffscreenCanvas(Math.ceil((wide.right - wide.left) * view.scale * ratio), Math.ceil((wide.bottom - wide.top) * view.scale * ratio));
    Lettering.write(canvas.getContext("2d"), { ...wide, scale: view.scale }, job(app, names, ratio));
    return { image: canvas.transferToImageBitmap(), left: wide.left, top: wide.top, scale: view.scale, ratio };
  };

  // ctx is in map units; letters must not grow with the map, so each is drawn in pixels at its place.
  const draw = (app, ctx, view, names) => Lettering.write(ctx, view, job(app, names, ctx.getTransform().a / view.scale));

  // Beside what is chosen all other names are faint.
  const job = (app, names, ratio) => {
    const lights = app.scene.kind === "map" && (app.selected >= 0 || app.edge >= 0) ? new Set(lit(app)) : null;
    return { names, ratio, colours: app.colours, faint: (name) => lights !== null && !lights.has(name.i) };
  };

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

  return { choose, again, draw, picture, paste };
})();
