// Traces in the Informal Trace Format, without what differs from run to run and in the words of the vocabulary.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const kebab = name => name.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();

/** Numbers as numbers, sets as sorted lists, and requests as Operation is written on the wire. */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  if ("#bigint" in value) return Number(value["#bigint"]);
  if ("#tup" in value) return value["#tup"].map(plain);
  if ("#set" in value) return value["#set"].map(plain).map(e => [JSON.stringify(e), e]).sort().map(([, e]) => e);
  if ("#map" in value) return { "#map": value["#map"].map(plain).sort(([a], [b]) => a - b) };
  if ("tag" in value) return { operation: kebab(value.tag), ...(value.value["#tup"] ? {} : plain(value.value)) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "#meta").map(([n, v]) => [n, plain(v)]));
}

/** A trace of plain states. */
export const trace = (source, states) => ({
  "#meta": { format: "ITF", source },
  vars: Object.keys(states[0]),
  states,
});

/** Every distinct answer once, and the table with numbers in their place. */
export function compact({ answers: table, ...graph }) {
  const numbers = new Map();
  const answers = [];
  const number = answer => {
    const key = JSON.stringify(answer);
    if (!numbers.has(key)) numbers.set(key, answers.push(answer) - 1);
    return numbers.get(key);
  };
  return { ...graph, table: table.map(row => row.map(number)), answers };
}

/** Traces as text, one to a line. */
export const lines = traces => traces.map(t => JSON.stringify(t) + "\n").join("");

/** The text in a file that `write` has written; empty if there is none. */
export const read = file => (existsSync(file) ? gunzipSync(readFileSync(file)).toString() : "");

/** Two versions of zlib may pack the same text differently, so a file with the same text is left as it is. */
export function write(file, text) {
  if (read(file) !== text) writeFileSync(file, gzipSync(text, { level: 9 }));
}
