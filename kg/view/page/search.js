// Find entities by a piece of any of their names, or by initial consonants; better matches first, then the better known.
const Search = (() => {
  const names = (nodes, i) => [nodes.ko[i], nodes.en[i], ...(nodes.names[i] || [])].filter(Boolean);

  // All names lie in one text, the best known entity first, each name on a line of its own: one look through it finds every hit.
  const book = (nodes, change) => {
    const at = new Int32Array(nodes.order.length + 1);
    const pages = [];
    let length = 0;
    nodes.order.forEach((i, rank) => {
      const page = `\n${names(nodes, i).map(change).join("\n")}\n`;
      pages.push(page);
      length += page.length;
      at[rank + 1] = length;
    });
    return { text: pages.join(""), at };
  };

  // nodes: {ko, en, names, order}; order lists the entities by importance.
  const index = (nodes) => ({ nodes, names: null, initials: null });

  const warm = (found) => {
    found.names = found.names || book(found.nodes, Hangul.fold);
    found.initials = found.initials || book(found.nodes, (name) => Hangul.initials(Hangul.fold(name)));
  };

  // Where the piece lies decides how good a hit is: a whole name, the start of one, inside one.
  const grade = (text, from, to) => {
    if (text[from - 1] !== "\n") return 2;
    return text[to] === "\n" ? 0 : 1;
  };

  const rankAt = (at, position) => {
    let low = 0;
    let high = at.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at[middle] <= position) low = middle;
      else high = middle;
    }
    return low;
  };

  const find = (found, query, limit) => {
    const piece = Hangul.fold(query);
    if (!piece) return [];
    warm(found);
    const { text, at } = Hangul.isInitials(piece) ? found.initials : found.names;
    const hits = [[], [], []];
    let from = text.indexOf(piece);
    while (from >= 0 && hits[0].length < limit) {
      const rank = rankAt(at, from);
      let best = 3;
      for (; from >= 0 && from < at[rank + 1]; from = text.indexOf(piece, from + 1)) best = Math.min(best, grade(text, from, from + piece.length));
      if (hits[best].length < limit) hits[best].push(found.nodes.order[rank]);
    }
    return hits.flat().slice(0, limit);
  };

  return { index, warm, find };
})();
