// Times of the graph (EDTF: a day, a month, a year, an interval, an open start) as a reader of the language writes them.
const When = (() => {
  const UNIT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
  const makers = new Map();

  const parts = (text) => {
    const found = UNIT.exec(text);
    return found && found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  };

  // One formatter a language and precision: making one is slow.
  const maker = (lang, precision) => {
    const key = lang + precision;
    if (!makers.has(key)) {
      const options = { timeZone: "UTC", year: "numeric", ...(precision > 1 ? { month: lang === "ko" ? "long" : "short" } : {}), ...(precision > 2 ? { day: "numeric" } : {}) };
      makers.set(key, new Intl.DateTimeFormat(lang === "ko" ? "ko-KR" : "en-GB", options));
    }
    return makers.get(key);
  };

  const date = ([year, month = 1, day = 1]) => {
    const made = new Date(0);
    made.setUTCFullYear(year, month - 1, day);
    return made;
  };

  const precisionOf = (unit) => unit.filter((part) => part !== undefined).length;

  const one = (text, lang) => {
    const unit = parts(text);
    return unit ? maker(lang, precisionOf(unit)).format(date(unit)) : text;
  };

  const between = (first, last, lang) => {
    const units = [parts(first), parts(last)];
    if (!units[0] || !units[1] || precisionOf(units[0]) !== precisionOf(units[1])) return `${one(first, lang)} – ${one(last, lang)}`;
    return maker(lang, precisionOf(units[0])).formatRange(date(units[0]), date(units[1]));
  };

  // `until` says "by {when}" in the language; what is no such time is shown as it is.
  const text = (edtf, lang, until) => {
    const [first, last] = edtf.split("/");
    if (last === undefined) return one(first, lang);
    return first === ".." ? until.replace("{when}", () => one(last, lang)) : between(first, last, lang);
  };

  return { text };
})();
