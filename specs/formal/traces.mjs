// The traces that tie the model to the code: made from the model, compared with what is committed, or written.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lines, plain, read, spell, trace, write } from "./itf.mjs";
import { walks } from "./plan.mjs";
import { home, model, quint, scratch } from "./quint.mjs";

const committed = join(home, "traces");

/** Compares a trace file with its new text, or writes it; says whether it is as it should be now. */
export function keep(name, text, writing) {
  const file = join(committed, name + ".gz");
  mkdirSync(committed, { recursive: true });
  if (writing) write(file, text);
  return read(file) === text;
}

const load = file => JSON.parse(readFileSync(file, "utf8")).states;

/** The graph that an exploration has left in `file`. */
export function graph(scope, file) {
  const found = spell(plain(load(file).at(-1).graph[0]));
  return { ...found, text: lines([trace(`model/exploration.qnt, scope ${scope}`, [found])]) };
}

/** What all states of a trace share is told once, with the trace. */
const withoutSetup = ({ setup, ...state }) => state;
const asked = (source, states) => trace(source, states.map(withoutSetup), { setup: states[0].setup });

const inOrder = directory => readdirSync(directory).sort((a, b) => parseInt(a) - parseInt(b) || (a < b ? -1 : 1));

function gather(directory, describe) {
  return lines(inOrder(directory).map(file =>
    asked(describe(file.split(".")[0]), plain(load(join(directory, file))))));
}

/** The named runs: what each printed, and their traces. */
export async function claims() {
  const directory = join(scratch, "claims");
  mkdirSync(directory);
  const output = await quint("test", {
    input: join(model, "claims.qnt"), outItf: join(directory, "{test}.itf.json"),
  });
  return {
    passed: [...output.matchAll(/ ok (\w+) passed/g)].map(([, name]) => name),
    failed: [...output.matchAll(/\d+\) (\w+) failed/g)].map(([, name]) => name),
    output,
    text: gather(directory, name => `model/claims.qnt, run ${name}`),
  };
}

/** The random walks, always the same for the same seed. */
export async function wander() {
  const directory = join(scratch, "walks");
  mkdirSync(directory);
  const output = await quint("run", {
    input: join(model, "walks.qnt"), seed: walks.seed, maxSteps: walks.steps, maxSamples: walks.number,
    nTraces: walks.number, outItf: join(directory, "{seq}.itf.json"),
  });
  return { output, text: gather(directory, number => `model/walks.qnt, seed ${walks.seed}, walk ${number}`) };
}
