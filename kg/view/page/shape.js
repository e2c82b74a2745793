// The signs of the classes, the same on the map, in the lists and in files: corners on a circle of radius 1, none for a plain disc.
const Shape = (() => {
  // No entity that can be told apart is drawn smaller, in pixels of its radius.
  const LEAST = 4.4;

  const turn = (count, first, radius = () => 1) =>
    Array.from({ length: count }, (_, at) => {
      const angle = first + (2 * Math.PI * at) / count;
      return [Math.cos(angle) * radius(at), Math.sin(angle) * radius(at)];
    });

  const UP = -Math.PI / 2;
  const CORNERS = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
    triangle: turn(3, UP, () => 1.3).map(([x, y]) => [x, y + 0.25]),
    triangleDown: turn(3, -UP, () => 1.3).map(([x, y]) => [x, y - 0.25]),
    hexagon: turn(6, 0, () => 1.1),
    star: turn(10, UP, (at) => (at % 2 ? 0.55 : 1.3)),
  };

  const corners = (shape, x, y, r) => (CORNERS[shape] || []).map(([dx, dy]) => [x + dx * r, y + dy * r]);

  const trace = (ctx, shape, x, y, r) => {
    const points = corners(shape, x, y, r);
    if (!points.length) {
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
      return;
    }
    points.forEach(([px, py], at) => (at ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
    ctx.closePath();
  };

  return { corners, trace, LEAST };
})();
