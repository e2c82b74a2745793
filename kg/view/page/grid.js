// Points in square cells: what lies in a rectangle, and what is nearest to a spot.
const Grid = (() => {
  const key = (cx, cy) => cx * 65536 + cy;

  const build = (X, Y, members, size) => {
    const cells = new Map();
    for (const i of members) {
      const k = key(Math.floor(X[i] / size), Math.floor(Y[i] / size));
      if (cells.has(k)) cells.get(k).push(i);
      else cells.set(k, [i]);
    }
    return { cells, size, X, Y };
  };

  const within = (grid, box) => {
    const found = [];
    const { cells, size, X, Y } = grid;
    const inside = (i) => X[i] >= box.left && X[i] <= box.right && Y[i] >= box.top && Y[i] <= box.bottom;
    for (let cx = Math.floor(box.left / size); cx <= Math.floor(box.right / size); cx += 1) {
      for (let cy = Math.floor(box.top / size); cy <= Math.floor(box.bottom / size); cy += 1) {
        for (const i of cells.get(key(cx, cy)) || []) if (inside(i)) found.push(i);
      }
    }
    return found;
  };

  const nearest = (grid, x, y, reach) => {
    let best = -1;
    let least = Infinity;
    for (const i of within(grid, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach })) {
      const distance = Math.hypot(grid.X[i] - x, grid.Y[i] - y);
      if (distance < least && distance <= reach) {
        best = i;
        least = distance;
      }
    }
    return best;
  };

  return { build, within, nearest };
})();
