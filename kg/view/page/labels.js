// Which names fit on the screen: the important ones first, none on top of another, and none on a dot where that can be helped.
const Labels = (() => {
  const CELL = 64;

  // Boxes by the squares of the screen that they touch.
  const board = () => {
    const cells = new Map();
    const each = (box, visit) => {
      for (let cx = Math.floor(box.left / CELL); cx <= Math.floor(box.right / CELL); cx += 1) {
        for (let cy = Math.floor(box.top / CELL); cy <= Math.floor(box.bottom / CELL); cy += 1) if (visit(cx * 65536 + cy)) return true;
      }
      return false;
    };
    const put = (box) => each(box, (key) => void (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box])));
    const free = (box) => !each(box, (key) => (cells.get(key) || []).some((other) => meets(other, box)));
    return { put, free };
  };

  const HERE = [[0, 0]];

  // wanted: [{x, y, width, height, ...}] with x, y the middle of the text; returns those that overlap nothing, in order.
  //   places   shifts [dx, dy] to try, the best first
  //   key      of several labels with one key only the first that fits is kept
  //   strong   may lie on dots where no place is free of them
  //   forced   is kept whatever it covers
  // dots: boxes that names should leave free.
  const fit = (wanted, dots = []) => {
    const texts = board();
    const marks = board();
    dots.forEach(marks.put);
    const kept = [];
    const keys = new Set();
    for (const label of wanted) {
      if (label.key !== undefined && keys.has(label.key)) continue;
      const places = label.places || HERE;
      const open = places.filter(([dx, dy]) => texts.free(boxOf(label, dx, dy)));
      const place = open.find(([dx, dy]) => marks.free(boxOf(label, dx, dy))) || (label.strong && open[0]) || (label.forced && places[0]);
      if (!place) continue;
      const [dx, dy] = place;
      const moved = dx || dy ? { ...label, x: label.x + dx, y: label.y + dy, dx: (label.dx || 0) + dx, dy: (label.dy || 0) + dy } : label;
      texts.put(boxOf(moved));
      if (label.key !== undefined) keys.add(label.key);
      kept.push(moved);
    }
    return kept;
  };

  const boxOf = (label, dx = 0, dy = 0) => ({
    left: label.x + dx - label.width / 2 - 2,
    right: label.x + dx + label.width / 2 + 2,
    top: label.y + dy - label.height / 2 - 1,
    bottom: label.y + dy + label.height / 2 + 1,
  });

  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  const HIDDEN = /[\u0000-\u001f\u007f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

  // `most` counts broad letters; a Latin one takes about half the room.
  const shorten = (text, most) => {
    const letters = Array.from(text.replace(HIDDEN, " "));
    let room = most;
    const kept = letters.findIndex((letter) => (room -= letter.charCodeAt(0) < 0x250 ? 0.58 : 1) < 0);
    return kept < 0 ? letters.join("") : `${letters.slice(0, Math.max(1, kept - 1)).join("").trimEnd()}…`;
  };

  return { fit, meets, boxOf, shorten };
})();
