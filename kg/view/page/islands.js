// The names of the islands: inside their discs while the map is seen from afar, at their shores from nearer.
const Islands = (() => {
  // An island this wide, in pixels of its radius, has room for the names of its members beside its own.
  const AFAR = 140;
  const SMALLEST = 17;
  const SMALL = 27;
  const SHORE = 44;
  const MEMBERS = 4;

  const there = (app, view) =>
    app.model.islands.map((island, n) => ({ island, n, reach: island.r * view.scale })).filter(({ island, n }) => app.seen.islands[n] && island.topics.length && onScreen(island, view));

  const onScreen = (island, view) =>
    island.x + island.r > view.left && island.x - island.r < view.right && island.y + island.r > view.top && island.y - island.r < view.bottom;

  // What it is about over who stands for it, where both fit; else the first alone, shorter if need be.
  const names = (app, view) =>
    there(app, view).flatMap(({ island, n, reach }) => {
      if (reach < SMALLEST) return [];
      const size = Math.round(Math.min(18, 12 + reach * 0.035));
      const under = Math.max(12, size - 3);
      const letters = (height) => Math.max(5, Math.min(15, Math.floor((2.6 * reach) / height)));
      const lines = island.topics.map((i, at) => Text.short(app.model, i, letters(at ? under : size)));
      if (reach < SMALL) return [inside(lines.slice(0, 1), view, { island, n, reach, size: 12, bold: false })];
      const kinds = lines.length > 1 ? [lines, lines.slice(0, 1)] : [lines];
      return kinds.map((kind) => inside(kind, view, { island, n, reach, size, under, bold: true }));
    });

  const inside = (lines, view, { island, n, reach, ...look }) => {
    const made = Lettering.label(lines, view, { ...look, wx: island.x, wy: island.y, island: true, topics: reach < AFAR ? island.topics.slice(0, lines.length) : [], key: `c${n}` });
    const room = (view.right - view.left) * view.scale;
    const half = made.width / 2 + 6;
    const dx = made.x > 0 && made.x < room ? Math.min(room - half, Math.max(half, made.x)) - made.x : 0;
    const slack = Math.max(0, reach * 0.85 - made.height / 2);
    return { ...made, dx, x: made.x + dx, places: [0, 0.5, -0.5, 1, -1].map((share) => [0, share * slack]) };
  };

  // From near the members have names of their own, and what they are about stands at the upper or the lower shore.
  const shores = (app, view) =>
    there(app, view).filter(({ island, reach }) => reach > SHORE && island.size >= MEMBERS).map(({ island, n, reach }) => {
      const text = island.topics.map((i) => Text.short(app.model, i, 14)).join(" · ");
      return Lettering.label([text], view, { size: 12, bold: true, soft: true, wx: island.x, wy: island.y, dy: 14 - reach, topics: [], key: `c${n}`, places: [[0, 0], [0, 2 * reach - 28], [0, -16], [0, 2 * reach + 4]] });
    });

  return { names, shores };
})();
