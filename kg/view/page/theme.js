// Light and dark: the colours that the canvas needs, read from the style sheet so that they are told once.
const Theme = (() => {
  const NAMES = ["paper", "ink", "soft", "line", "line-strong", "island", "accent", "denied", "ongoing", "planned"];

  const read = () => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };

  // A class's colour was chosen for white paper; on dark paper it is mixed with white.
  const onPaper = (colour) => {
    if (!isDark() || !/^#[0-9a-f]{6}$/i.test(colour)) return colour;
    const part = (at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.74 + 255 * 0.26);
    return `rgb(${part(1)}, ${part(3)}, ${part(5)})`;
  };

  const canvas = (classes) => ({ ...read(), of: classes.map((cls) => onPaper(cls.colour)) });

  const isDark = () => document.documentElement.dataset.theme === "dark";
  const set = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  const prefersDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

  const DASH = { actual: [], ongoing: [12, 5], planned: [5, 5], negated: [2, 5] };
  const colourOf = (colours, status) => ({ ongoing: colours.ongoing, planned: colours.planned, negated: colours.denied })[status] || colours["line-strong"];

  return { canvas, onPaper, isDark, set, prefersDark, DASH, colourOf };
})();
