// Everything at once: `npm run check`. With --write, `npm run traces`: only what makes traces, and writes them.
// Words pick the tasks whose names contain one of them: `npm run check -- limits rebalance`.
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ends, faults } from "./faults.mjs";
import { invariantModules, modules, scopes, withoutReasons } from "./plan.mjs";
import { doAll, explore, home, model, processorTime, quint, scratch } from "./quint.mjs";
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
  const held = invariants.filter(name => name !== "reasonsAreTrue" || !withoutReasons.includes(scope));
  const found = await explore({
    input: join(model, "core.qnt"), init: initOf(scope), invariants: [...held, ...witnesses], steps: 1, outItf: file,
  });
  if (!found.ok) return report(false, `scope ${scope}: ${found.names.join(", ")}`, found.output);
  const { states, requests, text } = graph(scope, file);
  answers += states.length * requests.length;
  report(true, `scope ${scope}: ${count(states.length)} states, ${count(states.length * requests.length)} answers, `
    + `${held.length} invariants hold, ${witnesses.length} witnesses reached`);
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

/** A copy of the model with changes of one place each; throws if a place is not there exactly once. */
function changed(name, changes) {
  const copy = join(scratch, name);
  cpSync(model, copy, { recursive: true });
  for (const { module, from, to } of changes) {
    const file = join(copy, module + ".qnt");
    const [before, after, ...more] = readFileSync(file, "utf8").split(from);
    if (after === undefined || more.length > 0) throw new Error(`not there exactly once in ${module}: ${from}`);
    writeFileSync(file, before + to + after);
  }
  return copy;
}

async function checkFault({ module, says, scope, invariant, changes }, number) {
  const line = `fault in ${module}, ${says}: caught by ${invariant}`;
  try {
    const copy = changed("fault-" + number, changes);
    // The module of the invariant imports all that is needed, and leaves the others unread.
    const asking = scope ? invariantModules.find(name => invariantsOf(name).includes(invariant)) : module;
    const found = await explore({
      input: join(copy, asking + ".qnt"), init: scope ? initOf(scope) : "init", invariants: [invariant],
    });
    report(found.violated, line, found.output);
  } catch (error) {
    report(false, line, error.message);
  }
}

/** A search that has to stop before it has seen everything must not pass for one that has. */
async function checkEnd({ module, scope, changes }) {
  const copy = changed("cut-" + module, changes);
  const found = await explore(scope
    ? { input: join(copy, module + ".qnt"), init: initOf(scope), invariants: [invariants[0]], steps: 1 }
    : { input: join(copy, module + ".qnt"), invariants: [invariantsOf(module)[0]] });
  report(!found.ok && !found.violated, `a search in ${module} that is cut short is noticed`, found.output);
}

/** Each rule has a run, or a place in a small module, or a line in README.md that says why it is left out. */
function checkRules() {
  const pages = join(home, "..", "rules");
  const rules = readdirSync(pages).flatMap(page =>
    [...readFileSync(join(pages, page), "utf8").matchAll(/^### (\w+-\d+)$/gm)].map(([, id]) => id));
  const run = new Set([...source("claims").matchAll(/^ {2}run ([A-Z]+)_(\d+)/gm)].map(([, group, n]) => `${group}-${n}`));
  const small = new Set(modules.flatMap(module => source(module).match(/\/\/\/ .*/g).join(" ").match(/(?<!DHP-)\b(SYN|REB|QUI|IO|ASY|APP|CON)-\d+/g) ?? []));
  for (const id of run) small.delete(id);
  const readme = readFileSync(join(home, "README.md"), "utf8").split("## Which rules")[1].split("\n## ")[0];
  const [inside, outside] = readme.split("Left out are");
  const ids = text => new Set(text.match(/\b[A-Z]+-\d+\b/g) ?? []);
  const wrong = rules.filter(id => run.has(id) + ids(inside).has(id) + ids(outside).has(id) !== 1
    || ids(inside).has(id) !== small.has(id));
  const counted = readme.includes(`${rules.length} rules`) && readme.includes(`${run.size} have`)
    && readme.includes(`${small.size} are`) && readme.includes(`${rules.length - run.size - small.size} rules`);
  report(wrong.length === 0 && counted, `rules: ${run.size} have a run, ${small.size} are in a small module, `
    + `${rules.length - run.size - small.size} of ${rules.length} are left out`,
  `what README.md says of them is wrong: ${wrong.join(", ") || "the numbers"}`);
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
  ...ends.map(end => [`end of ${end.module}`, () => checkEnd(end)]),
  ["rules", checkRules],
  ...faults.map((fault, number) => [`fault in ${fault.module}, ${fault.says}`, () => checkFault(fault, number)]),
];
const wanted = process.argv.slice(2).filter(word => !word.startsWith("--"));
const tasks = (writing ? tracing : [...tracing, ...proving])
  .filter(([name]) => wanted.length === 0 || wanted.some(word => name.includes(word)));

if (tasks.length === 0) {
  const others = [...tracing, ...proving].map(([name]) => name).filter(name => !name.startsWith("fault"));
  console.error(`No check has ${wanted.join(" or ")} in its name. There are ${others.join(", ")}; and the faults.`);
  process.exit(2);
}

const started = Date.now();
const seconds = since => Math.round((Date.now() - since) / 1000);
const durations = [];
await doAll(tasks.map(([name, task]) => async () => {
  const begun = Date.now();
  await task();
  durations.push([name, seconds(begun)]);
}));

if (!writing && wanted.length === 0) {
  const idle = [...invariants, ...modules.flatMap(invariantsOf)].filter(name => !faults.some(f => f.invariant === name));
  report(idle.length === 0, "every invariant has a fault that it catches", idle.join(", "));
}
const slowest = durations.sort(([, a], [, b]) => b - a).slice(0, 8).map(([name, took]) => `${name} ${took} s`);
console.log(`\n${count(answers)} answers explored in ${seconds(started)} s, ${Math.round(processorTime)} s of processor time; `
  + `slowest: ${slowest.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
