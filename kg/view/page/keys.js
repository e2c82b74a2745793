// The keyboard: what a mouse can do on the map, keys can too.
const Keys = (() => {
  const STEP = 90;
  const PAN = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  const typing = (target) => target.closest && target.closest("input, select, textarea, dialog[open]");

  const build = (app) => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (press(app, event.key, event.target)) event.preventDefault();
    });
  };

  const press = (app, key, target) => {
    const onMap = target === Dom.byId("stage") || target === document.body;
    if (key === "/") Dom.byId("search").focus();
    else if (key === "Escape") app.on.up();
    else if (key === "f" || key === "F") app.on.focusSelected();
    else if (key === "0") app.on.whole();
    else if (key === "+" || key === "=") Stage.zoom(app.stage, 1.35);
    else if (key === "-") Stage.zoom(app.stage, 1 / 1.35);
    else if (onMap && PAN[key]) Stage.pan(app.stage, ...PAN[key]);
    else return false;
    return true;
  };

  return { build };
})();
