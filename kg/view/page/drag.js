// Moving an entity by hand: it stays where it is let go. What is pressed but not moved was clicked.
const Drag = (() => {
  const SLIP = 4;

  const build = (app) => {
    const { box } = app.stage;
    let held = null;
    // Before vis sees it: a press on an entity would else begin to move the map.
    box.addEventListener("pointerdown", (event) => {
      const spot = at(app, event);
      const { node } = event.button === 0 && event.isPrimary ? Stage.hit(app.stage, spot) : {};
      if (node === undefined) return;
      event.stopPropagation();
      box.setPointerCapture(event.pointerId);
      const { X, Y } = app.scene;
      app.on.lift(node);
      held = { node, moved: false, first: spot.DOM, dx: X[node] - spot.canvas.x, dy: Y[node] - spot.canvas.y };
    }, true);
    box.addEventListener("pointermove", (event) => {
      if (held) carry(app, held, at(app, event));
    });
    box.addEventListener("pointerup", () => {
      if (held && held.moved) app.on.drop(held.node);
      else if (held) app.on.node(held.node);
      held = null;
    });
    box.addEventListener("pointercancel", () => {
      if (held && held.moved) app.on.drop(held.node);
      held = null;
    });
    box.addEventListener("dblclick", (event) => {
      const spot = at(app, event);
      const { node } = Stage.hit(app.stage, spot);
      if (node !== undefined) app.on.focus(node, app.hops);
      else app.on.zoom(2, spot.canvas);
    });
  };

  const at = (app, event) => {
    const edges = app.stage.box.getBoundingClientRect();
    const DOM = { x: event.clientX - edges.left, y: event.clientY - edges.top };
    return { DOM, canvas: app.stage.network.DOMtoCanvas(DOM) };
  };

  const carry = (app, held, spot) => {
    held.moved = held.moved || Math.hypot(spot.DOM.x - held.first.x, spot.DOM.y - held.first.y) > SLIP;
    if (held.moved) Stage.carry(app.stage, held.node, { x: spot.canvas.x + held.dx, y: spot.canvas.y + held.dy });
  };

  return { build };
})();
