// The part of the picture that vis does not hold: drawn once for a view, then moved as one image while the reader pans and zooms.
const Layer = (() => {
  const MARGIN = 0.35;
  const CHUNK = 400;
  const FAR = 1500;
  const LANDMARKS = 120;
  const NOTHING = { nodes: new Set(), edges: new Set() };
  const RIM = 40;
  // Radius in pixels of the screen.
  const SPECK = 1.6;
  const SQUARED = Math.sqrt(Math.PI) / 2;

  // view: {left, right, top, bottom, scale} in map units; returns {picture, pixels, left, top, width, height, scale, open}.
  const render = (app, view, held) => {
    const open = view.whole ? view : around(view);
    const box = meet(open, app.scene.box);
    const pixels = Math.min(2, window.devicePixelRatio || 1) * view.scale;
    const canvas = new OffscreenCanvas(Math.max(1, Math.round((box.right - box.left) * pixels)), Math.max(1, Math.round((box.bottom - box.top) * pixels)));
    const ctx = canvas.getContext("2d");
    ctx.setTransform(pixels, 0, 0, pixels, -box.left * pixels, -box.top * pixels);
    const nodes = Grid.within(app.scene.grid, box);
    const many = nodes.length > FAR;
    if (app.scene.kind === "map") islands(ctx, app, view);
    if (many) bridges(ctx, app, view);
    lines(ctx, app, { nodes, box, scale: view.scale, many, held });
    dots(ctx, app, nodes.filter((i) => !held.nodes.has(i)), view.scale);
    if (many) dots(ctx, app, landmarks(app, open).filter((i) => !held.nodes.has(i)), view.scale);
    // A bitmap is copied as it is; a canvas would be checked for changes in every frame.
    return { picture: canvas.transferToImageBitmap(), pixels, left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top, scale: view.scale, open };
  };

  const around = (view) => {
    const dx = (view.right - view.left) * MARGIN;
    const dy = (view.bottom - view.top) * MARGIN;
    return { left: view.left - dx, right: view.right + dx, top: view.top - dy, bottom: view.bottom + dy };
  };

  // Nothing stands outside the scene, so no picture of that is kept.
  const meet = (a, scene) => {
    const left = Math.max(a.left, scene.left - RIM);
    const top = Math.max(a.top, scene.top - RIM);
    return { left, top, right: Math.max(left, Math.min(a.right, scene.right + RIM)), bottom: Math.max(top, Math.min(a.bottom, scene.bottom + RIM)) };
  };

  const covers = ({ open }, box) => open.left <= box.left && open.top <= box.top && open.right >= box.right && open.bottom >= box.bottom;

  const islands = (ctx, app, view) => {
    const { colours, model } = app;
    if (model.islands.length < 2) return;
    ctx.fillStyle = colours.island;
    model.islands.forEach((island, n) => {
      if (island.r * view.scale < 6 || !app.seen.islands[n]) return;
      ctx.beginPath();
      ctx.arc(island.x, island.y, island.r * 0.97, 0, 2 * Math.PI);
      ctx.fill();
    });
  };

  // From far away the ties between islands are one ribbon each: single lines would be a grey veil.
  const bridges = (ctx, app, view) => {
    const { model, colours } = app;
    app.bridges = app.bridges || countBridges(model, app.seen);
    ctx.strokeStyle = colours["line-strong"];
    ctx.lineCap = "round";
    // They belong to the view from afar; who has come near sees them fade.
    const { box } = app.scene;
    const fade = Math.min(1, (1.3 * (view.right - view.left)) / (box.right - box.left));
    for (const bridge of app.bridges) {
      const a = model.islands[bridge.a];
      const b = model.islands[bridge.b];
      ctx.globalAlpha = fade * Math.min(0.22, 0.04 + 0.03 * Math.log2(bridge.count));
      ctx.lineWidth = Math.min(7, 0.8 + 0.8 * Math.log2(bridge.count)) / view.scale;
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * 0.12, (a.y + b.y) / 2 - (b.x - a.x) * 0.12, b.x, b.y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  };

  const lines = (ctx, app, job) => {
    const { model, seen, scene, colours } = app;
    const inBox = new Uint8Array(model.count);
    for (const i of job.nodes) inBox[i] = 1;
    const drawn = job.held.edges;
    const groups = new Map();
    for (const i of job.nodes) {
      for (const e of Model.edgesOf(model, i)) {
        const j = Model.other(model, e, i);
        if (!seen.edge[e] || !scene.inside[j] || drawn.has(e) || (inBox[j] && j < i)) continue;
        if (job.many && model.nodes.community[i] !== model.nodes.community[j]) continue;
        const status = model.statuses[model.ST[e]];
        if (!groups.has(status)) groups.set(status, []);
        groups.get(status).push(i, j);
      }
    }
    const crowd = Math.min(1, FAR / job.nodes.length);
    ctx.lineWidth = (0.6 + 0.3 * crowd) / job.scale;
    for (const [status, ends] of groups) {
      ctx.strokeStyle = job.many ? colours["line-strong"] : Theme.colourOf(colours, status);
      ctx.globalAlpha = 0.26 + 0.36 * crowd;
      ctx.setLineDash(job.many ? [] : Theme.DASH[status].map((d) => d / job.scale));
      strokes(ctx, scene, ends);
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  };

  // One path of all lines would be slow to fill in, one path a line slow to start: some hundreds at a time.
  const strokes = (ctx, scene, ends) => {
    for (let from = 0; from < ends.length; from += 2 * CHUNK) {
      ctx.beginPath();
      for (let k = from; k < Math.min(ends.length, from + 2 * CHUNK); k += 2) {
        ctx.moveTo(scene.X[ends[k]], scene.Y[ends[k]]);
        ctx.lineTo(scene.X[ends[k + 1]], scene.Y[ends[k + 1]]);
      }
      ctx.stroke();
    }
  };

  // The best known of what is seen, drawn again as large as few would be.
  const landmarks = (app, box) => {
    const { inside, X, Y } = app.scene;
    const found = [];
    for (const i of app.model.order) {
      if (inside[i] && X[i] >= box.left && X[i] <= box.right && Y[i] >= box.top && Y[i] <= box.bottom) found.push(i);
      if (found.length >= LANDMARKS) break;
    }
    return found;
  };

  // The more dots and the smaller the stage, the smaller they are: a tenth of the room at most is theirs.
  const leastRadius = (count, { clientWidth, clientHeight }) => Math.max(1.3, Math.min(Shape.LEAST, Math.sqrt((0.03 * clientWidth * clientHeight) / Math.max(1, count))));

  const dots = (ctx, app, nodes, scale) => {
    const { model, scene } = app;
    const byClass = new Map();
    for (const i of nodes) {
      const kind = model.nodes.type[i];
      if (byClass.has(kind)) byClass.get(kind).push(i);
      else byClass.set(kind, [i]);
    }
    const least = leastRadius(nodes.length, app.stage.box) / scale;
    const speck = SPECK / ctx.getTransform().a;
    for (const [kind, members] of byClass) {
      ctx.fillStyle = app.colours.of[kind];
      const large = members.filter((i) => Math.max(least, scene.R[i]) > speck);
      specks(ctx, scene, members, { least, speck });
      for (let from = 0; from < large.length; from += CHUNK) {
        ctx.beginPath();
        for (const i of large.slice(from, from + CHUNK)) {
          const r = Math.max(least, scene.R[i]);
          Shape.trace(ctx, r * scale > 2.4 ? model.classes[kind].shape : "dot", scene.X[i], scene.Y[i], r);
        }
        ctx.fill();
      }
    }
  };

  // Nobody tells so small a disc from a square of its area, which is drawn many times faster.
  const specks = (ctx, scene, members, { least, speck }) => {
    for (const i of members) {
      const r = Math.max(least, scene.R[i]);
      if (r <= speck) ctx.fillRect(scene.X[i] - r * SQUARED, scene.Y[i] - r * SQUARED, 2 * r * SQUARED, 2 * r * SQUARED);
    }
  };

  // How many visible ties join every two islands.
  const countBridges = (model, seen) => {
    const found = new Map();
    const of = model.nodes.community;
    for (let e = 0; e < model.edgeCount; e += 1) {
      const a = of[model.S[e]];
      const b = of[model.O[e]];
      if (!seen.edge[e] || a < 0 || b < 0 || a === b) continue;
      const key = Math.min(a, b) * 100000 + Math.max(a, b);
      found.set(key, (found.get(key) || 0) + 1);
    }
    const all = [...found].map(([key, count]) => ({ a: Math.floor(key / 100000), b: key % 100000, count }));
    return all.sort((x, y) => y.count - x.count || x.a - y.a || x.b - y.b).slice(0, Math.max(6, 2 * model.islands.length));
  };

  return { render, covers, NOTHING };
})();
