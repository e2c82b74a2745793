// Downloads of what is on the stage now.
const Take = (() => {
  const save = (name, blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  // More lines than these on one picture are drawn faintly.
  const DENSE = 1200;

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
        ...["time", "role", "amount"].map((name) => Evidence.fact(evidence, name, c)), model.docs.id[d], model.docs.date[d], model.publishers[model.docs.publisher[d]],
        evidence.docs.url[d], Evidence.quote(evidence, c),
      ];
    });
    return Files.csv([head, ...rows]);
  };

  const turtleText = (app) => {
    const told = claims(app);
    const used = (rows) => [...new Set(rows)].filter((row) => row >= 0).sort((a, b) => a - b);
    return Turtle.text(app.model.bases, {
      entities: used(told.flatMap(([e, c]) => [app.model.S[e], app.model.O[e], app.evidence.speaker[c]])).map((i) => entityOf(app, i)),
      documents: used(told.map(([, c]) => app.model.claims.doc[c])).map((d) => documentOf(app, d)),
      claims: told.map(([e, c]) => claimOf(app, e, c)),
      plain: used(told.map(([e]) => e)).filter((e) => Model.isPlain(app.model, e)).map((e) => tripleOf(app, e)),
    });
  };

  const tripleOf = ({ model }, e) => [model.nodes.id[model.S[e]], model.relations[model.P[e]].id, model.nodes.id[model.O[e]]];

  const entityOf = ({ model }, i) => ({
    id: model.nodes.id[i], type: model.classes[model.nodes.type[i]].id, ko: model.nodes.ko[i], en: model.nodes.en[i], names: Model.otherNames(model, i),
  });

  const documentOf = ({ model, evidence }, d) => ({
    id: model.docs.id[d], title: evidence.docs.title[d], date: model.docs.date[d], publisher: model.publishers[model.docs.publisher[d]], url: evidence.docs.url[d],
  });

  const claimOf = (app, e, c) => {
    const { model, evidence } = app;
    const [subject, property, object] = tripleOf(app, e);
    const at = evidence.sentence[c];
    const facts = Object.fromEntries(["time", "role", "amount", "rule", "confidence"].map((name) => [name, Evidence.fact(evidence, name, c)]));
    return {
      subject, property, object, ...facts, status: model.statuses[model.ST[e]], speaker: model.nodes.id[evidence.speaker[c]] || "", document: model.docs.id[model.claims.doc[c]],
      start: evidence.start[at], sentence: evidence.number[at], quote: evidence.quotes[at], marks: Evidence.marks(evidence, c),
    };
  };

  const svgText = (app) => {
    const { model, scene, colours, stage } = app;
    const view = Stage.view(stage);
    const px = (x) => (x - view.left) * view.scale;
    const py = (y) => (y - view.top) * view.scale;
    const near = Grid.within(scene.grid, view);
    const here = new Set(near);
    const edges = shown(app).filter((e) => here.has(model.S[e]) || here.has(model.O[e]));
    const opacity = edges.length > DENSE ? 0.3 : 0.75;
    const lines = edges.map((e) => {
      const status = model.statuses[model.ST[e]];
      return { x1: px(scene.X[model.S[e]]), y1: py(scene.Y[model.S[e]]), x2: px(scene.X[model.O[e]]), y2: py(scene.Y[model.O[e]]), colour: Theme.colourOf(colours, status), dash: Theme.DASH[status], wide: 1, opacity };
    });
    const dots = near.map((i) => ({ x: px(scene.X[i]), y: py(scene.Y[i]), r: Math.max(1.5, scene.R[i] * view.scale), colour: colours.of[model.nodes.type[i]], shape: model.classes[model.nodes.type[i]].shape }));
    const islands = scene.kind === "map" ? model.islands.filter((_, at) => app.seen.islands[at]) : [];
    const discs = islands.map((island) => ({ x: px(island.x), y: py(island.y), r: island.r * view.scale * 0.97, colour: colours.island }));
    const texts = stage.names.flatMap((n) => Lettering.lines(n, view).map((line) => ({ ...line, colour: line.soft ? colours.soft : colours.ink })));
    return Files.svg({ width: stage.box.clientWidth, height: stage.box.clientHeight, background: colours.paper, discs, lines, dots, texts });
  };

  const text = { csv: [csvText, "text/csv", "graph-view.csv"], turtle: [turtleText, "text/turtle", "graph-view.ttl"], svg: [svgText, "image/svg+xml", "graph-view.svg"] };

  const run = (app, what) => {
    if (what === "print") window.print();
    else if (what === "png") app.stage.box.querySelector("canvas").toBlob((blob) => save("graph-view.png", blob));
    else save(text[what][2], new Blob([text[what][0](app)], { type: `${text[what][1]};charset=utf-8` }));
  };

  return { run, csvText, turtleText, svgText };
})();
