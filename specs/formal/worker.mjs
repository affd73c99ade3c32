// A Quint that stays warm. To start it, parse the model and check its types takes longer than most explorations do, and
// half of that in a process that has done it before; so the stages of the command line are called from here. Types
// are checked once for each module and not before each run: the evaluator has no use for them.
import { createRequire } from "node:module";

const stages = createRequire(import.meta.url)("@informalsystems/quint/dist/src/cliCommands.js");

let output = "";
for (const stream of [process.stdout, process.stderr]) stream.write = text => ((output += text), true);

process.on("message", async ({ verb, options }) => {
  output = "";
  const before = process.cpuUsage().user;
  const seed = options.seed === undefined ? undefined : BigInt(options.seed);
  const loaded = await stages.load({ ...defaults, ...options, seed });
  const parsed = await loaded.asyncChain(stages.parse);
  const stage = { test: stages.runTests, run: stages.runSimulator, typecheck: stages.typecheck }[verb];
  const done = await parsed.asyncChain(stage);
  if (verb === "typecheck") done.map(() => (output += "[ok]"));
  done.mapLeft(({ msg, stage }) => (output += [msg, ...stage.errors.map(error => error.explanation)].join("\n")));
  process.send({ output, seconds: (process.cpuUsage().user - before) / 1e6 });
});

// As on the command line, but for the evaluator: the default one is downloaded at run time.
const defaults = {
  backend: "typescript", init: "init", step: "step", invariant: "true", invariants: [], witnesses: [], hide: [],
  maxSamples: 1, maxSteps: 0, nTraces: 1, match: ".", mbt: false, verbosity: 2,
};
