// What is chosen stands out: the rest is veiled, the chosen entity, its neighbours and the lines to them are drawn again on top.
const Light = (() => {
  const draw = (app, ctx, view) => {
    if (app.scene.kind !== "map" || (app.selected < 0 && app.edge < 0)) return;
    ctx.save();
    ctx.globalAlpha = 0.74;
    ctx.fillStyle = app.colours.paper;
    ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
    ctx.globalAlpha = 1;
    if (app.edge >= 0) line(app, ctx, view, app.edge);
    else for (const e of Model.edgesOf(app.model, app.selected)) if (app.seen.edge[e]) line(app, ctx, view, e);
    ctx.setLineDash([]);
    const ends = app.edge >= 0 ? [app.model.S[app.edge], app.model.O[app.edge]] : [...app.lit, app.selected];
    ends.forEach((i) => dot(app, ctx, view, i));
    ctx.restore();
  };

  const line = (app, ctx, view, e) => {
    const { model, scene, colours } = app;
    const status = model.statuses[model.ST[e]];
    ctx.strokeStyle = Theme.colourOf(colours, status);
    ctx.lineWidth = 1.4 / view.scale;
    ctx.setLineDash(Theme.DASH[status].map((d) => d / view.scale));
    ctx.beginPath();
    ctx.moveTo(scene.X[model.S[e]], scene.Y[model.S[e]]);
    ctx.lineTo(scene.X[model.O[e]], scene.Y[model.O[e]]);
    ctx.stroke();
  };

  const dot = (app, ctx, view, i) => {
    const { model, scene, colours } = app;
    const r = Math.max(scene.R[i], Shape.LEAST / view.scale);
    ctx.fillStyle = colours.of[model.nodes.type[i]];
    ctx.beginPath();
    Shape.trace(ctx, model.classes[model.nodes.type[i]].shape, scene.X[i], scene.Y[i], r);
    ctx.fill();
    if (i !== app.selected) return;
    ctx.strokeStyle = colours.accent;
    ctx.lineWidth = 3 / view.scale;
    ctx.beginPath();
    ctx.arc(scene.X[i], scene.Y[i], r * 1.45 + 3 / view.scale, 0, 2 * Math.PI);
    ctx.stroke();
  };

  // An entity that is being moved, over the picture in which it still stands where it was.
  const carried = (app, ctx, view, i) => {
    ctx.save();
    for (const e of Model.edgesOf(app.model, i)) if (app.seen.edge[e] && app.scene.inside[Model.other(app.model, e, i)]) line(app, ctx, view, e);
    ctx.setLineDash([]);
    dot(app, ctx, view, i);
    ctx.restore();
  };

  // A thin ring tells which entities the reader has put where they stand.
  const pins = (app, ctx, view) => {
    ctx.save();
    ctx.strokeStyle = app.colours.ink;
    ctx.lineWidth = 1.2 / view.scale;
    for (const i of app.pins.keys()) {
      if (!app.scene.inside[i]) continue;
      ctx.beginPath();
      ctx.arc(app.scene.X[i], app.scene.Y[i], Math.max(app.model.R[i], Shape.LEAST / view.scale) * 1.2 + 2.5 / view.scale, 0, 2 * Math.PI);
      ctx.stroke();
    }
    ctx.restore();
  };

  return { draw, carried, pins };
})();
