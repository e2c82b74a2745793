// The evidence in flat arrays: for each claim its sentence, its marks and what else is told of it; unpacked when first asked for.
const Evidence = (() => {
  const MARKS = 6;

  const coded = ({ texts, at }) => ({ texts, at: Uint32Array.from(at) });

  const build = (json, claimDoc) => {
    const { claims, sentences, mentions, ...rest } = json;
    const sentence = Int32Array.from(claims.sentence);
    const doc = new Int32Array(sentences.quote.length);
    sentence.forEach((s, c) => (doc[s] = claimDoc[c]));
    return {
      ...rest,
      quotes: sentences.quote,
      start: summed(sentences.start, doc),
      number: summed(sentences.number, doc),
      sentence,
      speaker: Int32Array.from(claims.speaker),
      marks: Int16Array.from(claims.spans, (at) => Math.min(at, 32767)),
      facts: Object.fromEntries(["time", "role", "amount", "rule", "confidence"].map((name) => [name, coded(claims[name])])),
      mentions: inverted(mentions),
      eventsOf: inverted(json.events.map((event) => event.parts.map(([, i]) => i))),
    };
  };

  // Steps inside one document added up.
  const summed = (steps, doc) => {
    const sums = Int32Array.from(steps);
    for (let i = 1; i < sums.length; i += 1) if (doc[i] === doc[i - 1]) sums[i] += sums[i - 1];
    return sums;
  };

  // lists[row] names things; the other way round: for each thing its rows.
  const inverted = (lists) => {
    const pairs = lists.flatMap((names, row) => [...new Set(names)].map((i) => [i, row])).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const count = pairs.length ? pairs[pairs.length - 1][0] + 1 : 0;
    return { at: Model.starts(pairs.map(([i]) => i), count), rows: Int32Array.from(pairs, ([, row]) => row) };
  };

  const rowsOf = (index, i) => [...index.rows.subarray(index.at[i] || 0, i + 1 < index.at.length ? index.at[i + 1] : index.at[i] || 0)];

  // name: time, role, amount, rule or confidence.
  const fact = (evidence, name, c) => evidence.facts[name].texts[evidence.facts[name].at[c]];
  const quote = (evidence, c) => evidence.quotes[evidence.sentence[c]];

  // Who, by which words and what, as [start, end] in the quote; null for what it does not have.
  const marks = (evidence, c) => [0, 2, 4].map((k) => {
    const [start, end] = evidence.marks.subarray(c * MARKS + k, c * MARKS + k + 2);
    return start >= 0 ? [start, end] : null;
  });

  return { build, fact, quote, marks, rowsOf };
})();
