// Everything at once: `npm run check`. With --write, `npm run traces`: only what makes traces, and writes them.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faults } from "./faults.mjs";
import { invariantModules, modules, scopes } from "./plan.mjs";
import { doAll, explore, model, scratch } from "./quint.mjs";
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

async function checkFault({ module, says, scope, invariant, from, to }, number) {
  const line = `fault in ${module}, ${says}: caught by ${invariant}`;
  const copy = join(scratch, "fault-" + number);
  cpSync(model, copy, { recursive: true });
  const file = join(copy, module + ".qnt");
  const [before, after, ...more] = readFileSync(file, "utf8").split(from);
  if (after === undefined || more.length > 0) return report(false, line, "the text to change is not there exactly once");
  writeFileSync(file, before + to + after);
  const found = await explore(scope
    ? { input: join(copy, "core.qnt"), init: initOf(scope), invariants: [invariant] }
    : { input: file, invariants: [invariant] });
  report(found.violated, line, found.output);
}

const tracing = [...Object.entries(scopes).map(scope => () => checkScope(scope)), checkWalks, checkClaims];
const proving = [
  ...modules.map(module => () => checkModule(module)),
  ...faults.map((fault, number) => () => checkFault(fault, number)),
];
const started = Date.now();
await doAll(writing ? tracing : [...tracing, ...proving]);

if (!writing) {
  const idle = [...invariants, ...modules.flatMap(invariantsOf)].filter(name => !faults.some(f => f.invariant === name));
  report(idle.length === 0, "every invariant has a fault that it catches", idle.join(", "));
}
console.log(`\n${count(answers)} answers compared, ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
