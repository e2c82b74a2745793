// The small note at the pointer: which entity is under it.
const Tip = (() => {
  let waiting = 0;

  const build = (app) => {
    const box = Dom.byId("stage");
    box.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" || waiting) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        show(app, box, event);
      });
    });
    box.addEventListener("pointerleave", () => (Dom.byId("tip").hidden = true));
  };

  const show = (app, box, event) => {
    const edges = box.getBoundingClientRect();
    const DOM = { x: event.clientX - edges.left, y: event.clientY - edges.top };
    const hit = event.buttons ? {} : Stage.hit(app.stage, { DOM, canvas: app.stage.network.DOMtoCanvas(DOM) });
    const tip = Dom.byId("tip");
    tip.hidden = hit.node === undefined && hit.edge === undefined;
    box.classList.toggle("pointing", !tip.hidden);
    if (tip.hidden) return;
    tip.textContent = hit.node === undefined ? Panel.relationText(app, hit.edge) : nodeText(app, hit.node);
    tip.style.left = `${Math.min(DOM.x + 14, box.clientWidth - tip.offsetWidth - 6)}px`;
    tip.style.top = `${Math.min(DOM.y + 14, box.clientHeight - tip.offsetHeight - 6)}px`;
  };

  const nodeText = (app, i) => {
    const { model } = app;
    return `${Text.name(model, i)} · ${Text.label(model.classes[model.nodes.type[i]])} · ${Text.t("relation_count", { count: Model.degree(model, i) })}`;
  };

  return { build };
})();
