// Downloads of what is on the stage now.
const Take = (() => {
  const save = (name, blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const shown = (app) => {
    const edges = [];
    const { scene, seen, model } = app;
    const whole = scene.kind === "map";
    for (let e = 0; e < model.edgeCount; e += 1) if (seen.edge[e] && (whole || (scene.inside[model.S[e]] && scene.inside[model.O[e]]))) edges.push(e);
    return edges;
  };

  const claims = (app) => shown(app).flatMap((e) => {
    const found = [];
    for (let c = app.model.claimAt[e]; c < app.model.claimAt[e + 1]; c += 1) if (app.seen.claim(c)) found.push([e, c]);
    return found;
  });

  const csvText = (app) => {
    const { model, evidence } = app;
    const head = ["subject", "subject_name", "property", "object", "object_name", "status", "time", "role", "amount", "document", "date", "publisher", "url", "quote"];
    const rows = claims(app).map(([e, c]) => {
      const d = model.claims.doc[c];
      const { id } = model.nodes;
      return [
        id[model.S[e]], Text.name(model, model.S[e]), model.relations[model.P[e]].id, id[model.O[e]], Text.name(model, model.O[e]), model.statuses[model.ST[e]],
        evidence.claims.time[c], evidence.claims.role[c], evidence.claims.amount[c], model.docs.id[d], model.docs.date[d], model.publishers[model.docs.publisher[d]],
        evidence.docs.url[d], evidence.sentences.quote[evidence.claims.sentence[c]],
      ];
    });
    return Files.csv([head, ...rows]);
  };

  const turtleText = (app) => {
    const { model, evidence } = app;
    const told = claims(app);
    const members = [...new Set(told.flatMap(([e]) => [model.S[e], model.O[e]]))].sort((a, b) => a - b);
    const things = members.map((i) => ({
      id: model.nodes.id[i], type: model.classes[model.nodes.type[i]].id, ko: model.nodes.ko[i], en: model.nodes.en[i], names: model.nodes.names[i],
    }));
    const facts = told.map(([e, c]) => ({
      subject: model.nodes.id[model.S[e]], property: model.relations[model.P[e]].id, object: model.nodes.id[model.O[e]], status: model.statuses[model.ST[e]],
      time: evidence.claims.time[c], document: model.docs.id[model.claims.doc[c]], quote: evidence.sentences.quote[evidence.claims.sentence[c]],
    }));
    return Files.turtle(model.bases, things, facts);
  };

  const svgText = (app) => {
    const { model, scene, colours, stage } = app;
    const view = Stage.view(stage);
    const px = (x) => (x - view.left) * view.scale;
    const py = (y) => (y - view.top) * view.scale;
    const near = Grid.within(scene.grid, view);
    const here = new Set(near);
    const lines = shown(app).filter((e) => here.has(model.S[e]) || here.has(model.O[e])).map((e) => {
      const status = model.statuses[model.ST[e]];
      return { x1: px(scene.X[model.S[e]]), y1: py(scene.Y[model.S[e]]), x2: px(scene.X[model.O[e]]), y2: py(scene.Y[model.O[e]]), colour: Theme.colourOf(colours, status), dash: Theme.DASH[status], wide: 1 };
    });
    const dots = near.map((i) => ({ x: px(scene.X[i]), y: py(scene.Y[i]), r: Math.max(1.5, model.R[i] * view.scale), colour: colours.of[model.nodes.type[i]], shape: model.classes[model.nodes.type[i]].shape }));
    const texts = stage.names.map((n) => ({ x: px(n.wx) + n.dx, y: py(n.wy) + n.dy, text: n.text, size: n.size, bold: n.bold, colour: n.soft ? colours.soft : colours.ink }));
    return Files.svg({ width: stage.box.clientWidth, height: stage.box.clientHeight, background: colours.paper, lines, dots, texts });
  };

  const text = { csv: [csvText, "text/csv", "graph-view.csv"], turtle: [turtleText, "text/turtle", "graph-view.ttl"], svg: [svgText, "image/svg+xml", "graph-view.svg"] };

  const run = (app, what) => {
    if (what === "print") window.print();
    else if (what === "png") app.stage.box.querySelector("canvas").toBlob((blob) => save("graph-view.png", blob));
    else save(text[what][2], new Blob([text[what][0](app)], { type: `${text[what][1]};charset=utf-8` }));
  };

  return { run, csvText, turtleText, svgText };
})();
