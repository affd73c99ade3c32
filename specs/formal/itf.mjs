// Traces in the Informal Trace Format, without what differs from run to run and in the words of the vocabulary.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const text = JSON.stringify;
const before = (a, b) => (typeof a === "number" ? a - b : text(a) < text(b) ? -1 : 1);
const kebab = name => name.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();

/** Numbers as numbers, sets as sorted lists, and requests as Operation is written on the wire. */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  if ("#bigint" in value) return Number(value["#bigint"]);
  if ("#tup" in value) return value["#tup"].map(plain);
  if ("#set" in value) return value["#set"].map(plain).sort(before);
  if ("#map" in value) return { "#map": value["#map"].map(plain).sort(([a], [b]) => before(a, b)) };
  if ("tag" in value) return { operation: kebab(value.tag), ...(value.value["#tup"] ? {} : plain(value.value)) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "#meta").map(([n, v]) => [n, plain(v)]));
}

/** A trace of plain states. */
export const trace = (source, states, about = {}) => ({
  "#meta": { format: "ITF", source, ...about },
  vars: Object.keys(states[0]),
  states,
});

/** A graph with its answers spelt out (see `Graph` in exploration.qnt): each distinct one once, numbered in the table. */
export function spell({ table, outcomes, reasons, ...graph }) {
  const spelt = code => code < 0
    ? { outcome: "refused", reasons: reasons.filter((_, place) => (-code >> place) & 1), to: -1 }
    : { outcome: outcomes[code % 3], reasons: [], to: Math.floor(code / 3) };
  const codes = [...new Set(table.flat())].sort((a, b) => a - b);
  const numbers = new Map(codes.map((code, number) => [code, number]));
  return { ...graph, table: table.map(row => row.map(code => numbers.get(code))), answers: codes.map(spelt) };
}

/** Traces as text, one to a line. */
export const lines = traces => traces.map(t => JSON.stringify(t) + "\n").join("");

/** The text in a file that `write` has written; empty if there is none. */
export const read = file => (existsSync(file) ? gunzipSync(readFileSync(file)).toString() : "");

/** Two versions of zlib may pack the same text differently, so a file with the same text is left as it is. */
export function write(file, text) {
  if (read(file) !== text) writeFileSync(file, gzipSync(text, { level: 9 }));
}
