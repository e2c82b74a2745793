// The page's scripts are plain files that are joined into one; a test loads those that it needs, in their order.
import { readFileSync } from "node:fs";

const folder = new URL("../../kg/view/page/", import.meta.url);

export const load = (...names) => {
  const texts = names.map((name) => readFileSync(new URL(`${name}.js`, folder), "utf8"));
  const made = names.map((name) => /^const (\w+) = /m.exec(readFileSync(new URL(`${name}.js`, folder), "utf8"))[1]);
  return new Function(`"use strict";\n${texts.join("\n")}\nreturn { ${made.join(", ")} };`)();
};

// Six entities: a chain 0-1-2-3 with two relations between 0 and 1, a denied relation 3-4, and 5 alone.
export const sample = () => ({
  classes: [{ id: "Person", ko: "인물", en: "Person" }, { id: "Company", ko: "기업", en: "Company" }],
  relations: [{ id: "visited", ko: "방문", en: "visited" }, { id: "developed", ko: "개발", en: "developed" }],
  statuses: ["actual", "ongoing", "planned", "negated"],
  publishers: ["", "가람신문"],
  certainties: [0.8, 0.5, 0],
  months: ["2025-01", "2025-02", "2025-06"],
  nodes: {
    id: ["kist", "lg", "카펙스", "d", "e", "f"], ko: ["한국과학기술연구원", "LG전자", "카펙스", "과학기술정보통신부", "마", "바"],
    en: ["Korea Institute of Science and Technology", "", "KAPEX", "", "", ""], names: { 0: ["KIST"], 3: ["과기정통부"] },
    type: [0, 1, 1, 0, 0, 0], x: [0, 10, 20, 30, 40, 50], y: [0, 0, 0, 0, 0, 0], r: [5, 5, 5, 5, 5, 5], community: [0, 0, 0, 0, 0, -1], order: [0, 1, 2, 3, 4, 5],
  },
  edges: { s: [0, 0, 2, 3, 3], o: [1, 1, 1, 2, 4], p: [0, 1, 1, 0, 0], st: [0, 1, 2, 0, 3], claims: [2, 1, 1, 1, 1] },
  claims: { doc: [0, 1, 0, 1, 1, 0], first: [0, 1, 0, 2, 1, -1], last: [0, 1, 1, 2, 1, -1], sure: [0, 1, 0, 2, 0, 2] },
  docs: { id: ["a", "b"], date: ["2025-01-01", ""], publisher: [0, 1] },
  islands: [], top: [], brokers: [], due: [],
});
