// Light and dark: the colours that the canvas needs, read from the style sheet so that they are told once.
const Theme = (() => {
  const NAMES = ["paper", "ink", "soft", "line", "line-strong", "island", "accent", "denied", "ongoing", "planned"];

  const read = () => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };

  const isDark = () => document.documentElement.dataset.theme === "dark";
  const set = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  const prefersDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

  const DASH = { actual: [], ongoing: [12, 5], planned: [5, 5], negated: [2, 5] };
  const colourOf = (colours, status) => ({ ongoing: colours.ongoing, planned: colours.planned, negated: colours.denied })[status] || colours["line-strong"];

  return { read, isDark, set, prefersDark, DASH, colourOf };
})();
