// The keyboard: what a mouse can do on the map, keys can too.
const Keys = (() => {
  const STEP = 90;
  const PAN = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  const typing = (target) => target.closest && target.closest("input, select, textarea, dialog[open]");

  const build = (app) => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (press(app, event.key, { target: event.target, shift: event.shiftKey })) event.preventDefault();
    });
  };

  // With the shift key an arrow moves the chosen entity, without it the map.
  const arrow = (app, [dx, dy], shift) => {
    const movable = shift && app.selected >= 0 && app.scene.inside[app.selected];
    if (movable) app.on.nudge(app.selected, dx / 5, dy / 5);
    else app.on.pan(dx, dy);
  };

  const press = (app, key, { target, shift }) => {
    const onMap = target === Dom.byId("stage") || target === document.body;
    if (key === "/") Dom.byId("search").focus();
    else if (key === "Escape") app.on.up();
    else if (key === "f" || key === "F") app.on.focusSelected();
    else if (key === "0") app.on.whole();
    else if (key === "+" || key === "=") app.on.zoom(1.35);
    else if (key === "-") app.on.zoom(1 / 1.35);
    else if (onMap && PAN[key]) arrow(app, PAN[key], shift);
    else return false;
    return true;
  };

  return { build };
})();
