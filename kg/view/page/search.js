// Find entities by a piece of any of their names, or by initial consonants; better matches first, then the better known.
const Search = (() => {
  const keysOf = (nodes, i) => [nodes.ko[i], nodes.en[i], ...nodes.names[i]].filter(Boolean).map(Hangul.fold);

  // nodes: {ko, en, names, order}; order lists the entities by importance.
  const index = (nodes) => ({ nodes, keys: nodes.ko.map((_, i) => keysOf(nodes, i).join("\n")), initials: null });

  // Where the piece lies decides how good a hit is: whole name, start of a name, inside one.
  const grade = (text, piece) => {
    const at = text.indexOf(piece);
    if (at < 0) return -1;
    const framed = `\n${text}\n`;
    if (framed.includes(`\n${piece}\n`)) return 0;
    return framed.includes(`\n${piece}`) ? 1 : 2;
  };

  const warm = (found) => {
    found.initials = found.initials || found.keys.map(Hangul.initials);
  };

  const find = (found, query, limit) => {
    const piece = Hangul.fold(query);
    if (!piece) return [];
    const byInitials = Hangul.isInitials(piece);
    if (byInitials) warm(found);
    const hits = [[], [], []];
    for (const i of found.nodes.order) {
      const how = grade(byInitials ? found.initials[i] : found.keys[i], piece);
      if (how >= 0) hits[how].push(i);
    }
    return hits.flat().slice(0, limit);
  };

  return { index, warm, find };
})();
