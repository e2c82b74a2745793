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

  // Calls visit with each point in the box until it returns true.
  const each = (grid, box, visit) => {
    const { cells, size, X, Y } = grid;
    for (let cx = Math.floor(box.left / size); cx <= Math.floor(box.right / size); cx += 1) {
      for (let cy = Math.floor(box.top / size); cy <= Math.floor(box.bottom / size); cy += 1) {
        for (const i of cells.get(key(cx, cy)) || []) {
          if (X[i] >= box.left && X[i] <= box.right && Y[i] >= box.top && Y[i] <= box.bottom && visit(i)) return;
        }
      }
    }
  };

  const within = (grid, box) => {
    const found = [];
    each(grid, box, (i) => void found.push(i));
    return found;
  };

  // How many points lie in the box, but never more than `enough`.
  const count = (grid, box, enough) => {
    let found = 0;
    each(grid, box, () => (found += 1) >= enough);
    return found;
  };

  const nearest = (grid, x, y, reach) => {
    let best = -1;
    let least = Infinity;
    each(grid, { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, (i) => {
      const distance = Math.hypot(grid.X[i] - x, grid.Y[i] - y);
      if (distance < least && distance <= reach) {
        best = i;
        least = distance;
      }
    });
    return best;
  };

  return { build, within, count, nearest };
})();
