// The page's scripts and their tests: eslint -c .eslint.config.mjs kg/view/page tests/view
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("kg/view/page/", import.meta.url);
const rooms = readdirSync(folder)
  .filter((name) => name.endsWith(".js"))
  .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/^const (\w+) = /gm)].map((found) => found[1]));

const named = (...names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const language = named("TextEncoder", "URLSearchParams", "URL");
const browser = named(
  "window", "document", "navigator", "location", "history", "addEventListener", "matchMedia", "getComputedStyle", "requestAnimationFrame", "setTimeout",
  "clearTimeout", "setInterval", "clearInterval", "Blob", "Response", "DecompressionStream", "OffscreenCanvas", "atob", "vis",
);

const rules = {
  "array-callback-return": "error",
  "block-scoped-var": "error",
  "consistent-return": "error",
  "constructor-super": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  "dot-notation": "error",
  eqeqeq: "error",
  "for-direction": "error",
  "getter-return": "error",
  "max-lines": ["error", 400],
  "max-lines-per-function": ["error", { max: 40, IIFEs: false, skipComments: true, skipBlankLines: true }],
  "max-params": ["error", 5],
  "no-alert": "error",
  "no-async-promise-executor": "error",
  "no-caller": "error",
  "no-class-assign": "error",
  "no-compare-neg-zero": "error",
  "no-cond-assign": "error",
  "no-console": "error",
  "no-const-assign": "error",
  "no-constant-binary-expression": "error",
  "no-constant-condition": "error",
  "no-debugger": "error",
  "no-dupe-args": "error",
  "no-dupe-else-if": "error",
  "no-dupe-keys": "error",
  "no-duplicate-case": "error",
  "no-else-return": "error",
  "no-empty": "error",
  "no-empty-pattern": "error",
  "no-eval": "error",
  "no-ex-assign": "error",
  "no-extend-native": "error",
  "no-fallthrough": "error",
  "no-func-assign": "error",
  "no-implicit-coercion": "error",
  "no-implied-eval": "error",
  "no-invalid-regexp": "error",
  "no-irregular-whitespace": "error",
  "no-loss-of-precision": "error",
  "no-misleading-character-class": "error",
  "no-new-func": "error",
  "no-new-wrappers": "error",
  "no-prototype-builtins": "error",
  "no-redeclare": ["error", { builtinGlobals: false }],
  "no-return-await": "error",
  "no-script-url": "error",
  "no-self-assign": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-sparse-arrays": "error",
  "no-throw-literal": "error",
  "no-undef": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable": "error",
  "no-unsafe-finally": "error",
  "no-unsafe-negation": "error",
  "no-unused-vars": ["error", { vars: "local" }],
  "no-useless-concat": "error",
  "no-useless-escape": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
  radix: "error",
  "require-yield": "error",
  "use-isnan": "error",
  "valid-typeof": "error",
  yoda: "error",
};

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["kg/view/page/*.js"], languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: { ...language, ...browser, ...named(...rooms) } }, rules },
  // A test loads scripts by making one function of them, and names addresses that the page must refuse; nothing else may do either.
  { files: ["tests/view/*.mjs"], languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: language }, rules: { ...rules, "no-new-func": "off", "no-script-url": "off" } },
];
