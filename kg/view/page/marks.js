// The evidence sentence cut at its marked spans. Offsets count code points, not UTF-16 units.
const Marks = (() => {
  const KINDS = ["subject", "trigger", "object"];

  // spans: [start, end] or null for subject, trigger, object; returns [{text, kind}] that join to the quote. A later span never cuts an earlier one.
  const cut = (quote, spans) => {
    const letters = Array.from(quote);
    const kindAt = new Array(letters.length).fill("");
    spans.forEach((span, k) => {
      if (!span) return;
      for (let i = Math.max(0, span[0]); i < Math.min(letters.length, span[1]); i += 1) kindAt[i] = kindAt[i] || KINDS[k];
    });
    const pieces = [];
    letters.forEach((letter, i) => {
      const last = pieces[pieces.length - 1];
      if (last && last.kind === kindAt[i]) last.text += letter;
      else pieces.push({ text: letter, kind: kindAt[i] });
    });
    return pieces;
  };

  // Only the web's own addresses become links; anything else is shown as text.
  const safeLink = (url) => (/^https?:\/\/[^\s"'<>\\]+$/i.test(url || "") ? url : null);

  return { cut, safeLink, KINDS };
})();
