// What the page says, in Korean or English, and how it names things in the reader's language.
const Text = (() => {
  let words = {};
  let lang = "ko";

  const start = (table, chosen) => {
    words = table;
    lang = chosen === "en" ? "en" : "ko";
  };

  // The first of the reader's languages that the page speaks, else the one it was built in.
  const choose = (languages, otherwise) => languages.map((name) => name.toLowerCase().split("-")[0]).find((name) => name === "ko" || name === "en") || otherwise;

  const t = (key, fill = {}) => {
    const text = (words[key] || {})[lang] || key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in fill ? String(fill[name]) : whole));
  };

  const when = (edtf) => When.text(edtf, lang, t("until"));
  const number = (value) => value.toLocaleString(lang);
  const label = (term) => term[lang] || term.ko || term.id;
  const name = (model, i) => (lang === "en" && model.nodes.en[i]) || model.nodes.ko[i] || model.nodes.id[i];
  const otherName = (model, i) => (lang === "en" ? model.nodes.ko[i] : model.nodes.en[i]) || "";

  // A name in the room of `most` broad letters: whole, else another name that begins alike and fits, else cut.
  const SHORT = { ko: /^[가-힣]{3,}$/, en: /^[A-Z][A-Za-z]*[A-Z&][A-Za-z&-]*$/ };
  const short = (model, i, most) => {
    const full = name(model, i);
    const cut = Labels.shorten(full, most);
    if (!cut.endsWith("…")) return cut;
    const fits = Model.otherNames(model, i).filter((other) => other[0] === full[0] && SHORT[lang].test(other) && Labels.shorten(other, most) === other);
    return fits.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] || cut;
  };

  const UNITS = { ko: [[1e12, "조"], [1e8, "억"], [1e4, "만"]], en: [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]] };

  // "1020000000000 KRW" for a reader: 1조 200억 KRW, 1.02 trillion KRW.
  const amount = (text) => {
    const [digits, currency] = text.split(" ");
    const value = Number(digits);
    if (!Number.isFinite(value)) return text;
    return `${lang === "ko" ? inMyriads(value) : inThousands(value)} ${currency || ""}`.trim();
  };

  const inThousands = (value) => {
    const unit = UNITS.en.find(([size]) => value >= size);
    return unit ? `${Number((value / unit[0]).toPrecision(6))} ${unit[1]}` : number(value);
  };

  const inMyriads = (value) => {
    let rest = value;
    const parts = [];
    for (const [size, word] of UNITS.ko) {
      if (rest >= size) parts.push(`${number(Math.floor(rest / size))}${word}`);
      rest %= size;
    }
    if (rest > 0 || parts.length === 0) parts.push(number(rest));
    return parts.join(" ");
  };

  return { start, choose, t, when, number, label, name, short, otherName, amount, lang: () => lang };
})();
