// Everything at once: `npm run check`. With --write, `npm run traces`: only what makes traces, and writes them.
// Words pick the tasks whose names contain one of them: `npm run check -- limits rebalance`.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faults } from "./faults.mjs";
import { invariantModules, modules, scopes } from "./plan.mjs";
import { doAll, explore, model, quint, scratch } from "./quint.mjs";
import { claims, graph, keep, wander } from "./traces.mjs";

const writing = process.argv.includes("--write");
let passed = 0;
let failed = 0;

function report(ok, line, detail = "") {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "ok    " : "FAILED"}  ${line}`);
  if (!ok && detail) console.log(detail.trimEnd().replace(/^/gm, "        "));
}

const keeping = (name, text) => report(keep(name, text, writing), `traces ${name}`,
  "differs from what is committed: run `npm run traces`, look at what has changed, and commit it");

/** The values that a text defines: invariants, and after the heading Witnesses, witnesses. */
const values = text => [...text.matchAll(/^ {2}val (\w+)/gm)].map(([, name]) => name);
const source = module => readFileSync(join(model, module + ".qnt"), "utf8");
const invariantsOf = module => values(source(module).split("// -- Witnesses")[0]);
const witnessesOf = module => values(source(module).split("// -- Witnesses")[1]);
const invariants = invariantModules.flatMap(invariantsOf);
const initOf = scope => "init" + scope[0].toUpperCase() + scope.slice(1);
const count = number => number.toLocaleString("en");
let answers = 0;

async function checkScope([scope, witnesses]) {
  const file = join(scratch, scope + ".itf.json");
  const found = await explore({
    input: join(model, "core.qnt"), init: initOf(scope), invariants: [...invariants, ...witnesses], steps: 1, outItf: file,
  });
  if (!found.ok) return report(false, `scope ${scope}: ${found.names.join(", ")}`, found.output);
  const { states, requests, text } = graph(scope, file);
  answers += states.length * requests.length;
  report(true, `scope ${scope}: ${count(states.length)} states, ${count(states.length * requests.length)} answers, `
    + `${invariants.length} invariants hold, ${witnesses.length} witnesses reached`);
  keeping(`graph-${scope}.itf.json`, text);
}

async function checkModule(module) {
  const [held, reached] = [invariantsOf(module), witnessesOf(module)];
  const size = "q::debug(\"states\", states.size()) > 0";
  const found = await explore({ input: join(model, module + ".qnt"), invariants: [...held, ...reached, size] });
  const states = Number(/> states (\d+)/.exec(found.output)?.[1]);
  report(found.ok, `module ${module}: ${count(states)} states, ${held.length} invariants hold, `
    + `${reached.length} witnesses reached`, found.output);
}

async function checkClaims() {
  const found = await claims();
  for (const name of found.passed) report(true, `run ${name}`);
  for (const name of found.failed) report(false, `run ${name}`);
  if (found.passed.length === 0 || found.failed.length > 0) report(false, "named runs", found.output);
  keeping("claims.itf.jsonl", found.text);
}

async function checkWalks() {
  keeping("walks.itf.jsonl", (await wander()).text);
}

async function checkTypes(module) {
  const output = await quint("typecheck", { input: join(model, module + ".qnt") });
  report(output.endsWith("[ok]"), `types of ${module} and what it imports`, output);
}

async function checkFault({ module, says, scope, invariant, from, to, less }, number) {
  const line = `fault in ${module}, ${says}: caught by ${invariant}`;
  const copy = join(scratch, "fault-" + number);
  cpSync(model, copy, { recursive: true });
  const file = join(copy, module + ".qnt");
  let text = readFileSync(file, "utf8");
  for (const change of [{ from, to }, less ?? []].flat()) {
    const [before, after, ...more] = text.split(change.from);
    if (after === undefined || more.length > 0) return report(false, line, `not there exactly once: ${change.from}`);
    text = before + change.to + after;
  }
  writeFileSync(file, text);
  const found = await explore(scope
    ? { input: join(copy, "core.qnt"), init: initOf(scope), invariants: [invariant] }
    : { input: file, invariants: [invariant] });
  report(found.violated, line, found.output);
}

// Longest first, so that no processor is left with nothing to do at the end.
const tracing = [
  ...Object.entries(scopes).map(scope => [`scope ${scope[0]}`, () => checkScope(scope)]),
  ["walks", checkWalks],
  ["runs", checkClaims],
];
const proving = [
  ...["core", "claims", "walks", ...modules].map(module => [`types of ${module}`, () => checkTypes(module)]),
  ...modules.map(module => [`module ${module}`, () => checkModule(module)]),
  ...faults.map((fault, number) => [`fault in ${fault.module}, ${fault.says}`, () => checkFault(fault, number)]),
];
const wanted = process.argv.slice(2).filter(word => !word.startsWith("--"));
const tasks = (writing ? tracing : [...tracing, ...proving])
  .filter(([name]) => wanted.length === 0 || wanted.some(word => name.includes(word)));

const started = Date.now();
const seconds = since => Math.round((Date.now() - since) / 1000);
const durations = [];
await doAll(tasks.map(([name, task]) => async () => {
  const begun = Date.now();
  await task();
  durations.push([name, seconds(begun)]);
}));

if (!writing) {
  const idle = [...invariants, ...modules.flatMap(invariantsOf)].filter(name => !faults.some(f => f.invariant === name));
  report(idle.length === 0, "every invariant has a fault that it catches", idle.join(", "));
}
const slowest = durations.sort(([, a], [, b]) => b - a).slice(0, 8).map(([name, took]) => `${name} ${took} s`);
console.log(`\n${count(answers)} answers explored in ${seconds(started)} s; slowest: ${slowest.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
