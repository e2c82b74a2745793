// Which names fit on the screen: the important ones first, none on top of another.
const Labels = (() => {
  // wanted: [{x, y, width, height, ...}] with x, y the middle of the text; returns those that overlap nothing, in order.
  const fit = (wanted, taken = []) => {
    const cells = new Map();
    const size = 64;
    const eachCell = (box, visit) => {
      for (let cx = Math.floor(box.left / size); cx <= Math.floor(box.right / size); cx += 1) {
        for (let cy = Math.floor(box.top / size); cy <= Math.floor(box.bottom / size); cy += 1) visit(`${cx},${cy}`);
      }
    };
    const put = (box) => eachCell(box, (k) => (cells.has(k) ? cells.get(k).push(box) : cells.set(k, [box])));
    const free = (box) => {
      let clear = true;
      eachCell(box, (k) => {
        if (clear && (cells.get(k) || []).some((b) => meets(b, box))) clear = false;
      });
      return clear;
    };
    taken.forEach(put);
    const kept = [];
    for (const label of wanted) {
      const shift = (label.tries || [0]).find((dy) => free(boxOf({ ...label, y: label.y + dy })));
      if (shift === undefined && !label.forced) continue;
      const moved = shift ? { ...label, y: label.y + shift, dy: label.dy + shift } : label;
      put(boxOf(moved));
      kept.push(moved);
    }
    return kept;
  };

  const boxOf = (label) => ({
    left: label.x - label.width / 2 - 2,
    right: label.x + label.width / 2 + 2,
    top: label.y - label.height / 2 - 1,
    bottom: label.y + label.height / 2 + 1,
  });

  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // `most` counts broad letters; a Latin one takes about half the room.
  const shorten = (text, most) => {
    const letters = Array.from(text.replace(/[\u0000-\u001f\u007f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, " "));
    let room = most;
    const kept = letters.findIndex((letter) => (room -= letter.charCodeAt(0) < 0x250 ? 0.58 : 1) < 0);
    return kept < 0 ? letters.join("") : `${letters.slice(0, kept - 1).join("")}…`;
  };

  return { fit, meets, boxOf, shorten };
})();
