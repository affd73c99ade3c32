// Runs Quint, as many at once as there are processors.
import { fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL(".", import.meta.url));
export const model = join(home, "model");

if (!existsSync(join(home, "node_modules/@informalsystems/quint"))) {
  console.error("Quint is missing: run `npm ci` in specs/formal first.");
  console.error("Nothing else needs it: the tests of the code replay the committed traces in specs/formal/traces.");
  process.exit(3);
}

/** A directory for what Quint writes; gone at the end. */
export const scratch = mkdtempSync(join(tmpdir(), "dhp-formal-"));
const workers = new Set();
process.on("exit", () => {
  for (const worker of workers) worker.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const idle = [];

// States live for long, and what leads to them for a moment: with more room for the young a search takes a fifth less time.
const memory = ["--max-old-space-size=6144", "--max-semi-space-size=128"];

function hire() {
  const worker = fork(join(home, "worker.mjs"), { execArgv: memory });
  workers.add(worker);
  worker.once("close", () => workers.delete(worker));
  return worker;
}

/** Processor time in seconds that Quint has taken so far. */
export let processorTime = 0;

/** Runs `quint run`, `quint test` or `quint typecheck` and resolves to everything it printed. */
export async function quint(verb, options) {
  const worker = idle.pop() ?? hire();
  const { output, seconds } = await new Promise(resolve => {
    worker.once("message", resolve);
    worker.once("exit", (code, signal) =>
      resolve({ output: `Quint has ended unexpectedly: ${signal ?? code}`, seconds: 0 }));
    worker.send({ verb, options });
  });
  processorTime += seconds;
  worker.removeAllListeners("message");
  worker.removeAllListeners("exit");
  if (worker.connected) idle.push(worker);
  return output;
}

/**
 * Carries out `init`, which is where everything is explored, asks the invariants, and takes `steps` steps more.
 * `ok` needs the statistics beside the verdict: to Quint an `init` that cannot be carried out is no violation.
 */
export async function explore({ steps = 0, ...options }) {
  const output = await quint("run", { ...options, maxSteps: steps, hide: ["scope", "graph", "states"] });
  return {
    ok: output.includes("[ok]") && output.includes(`max=${steps + 1}, min=${steps + 1}`),
    violated: output.includes("[violation]"),
    names: [...output.matchAll(/❌ (\w+)/g)].map(([, name]) => name),
    output: culprits(output) || output,
  };
}

/** What an invariant of the core was broken by (`isBrokenBy`), each on one line: Quint says it several times. */
const culprits = output =>
  [...new Set([...output.matchAll(/^> (broken by \{[^]*?^\})/gm)].map(([, one]) => one.replace(/\s+/g, " ")))].join("\n");

/** Does every task, and lets the workers go. */
export async function doAll(tasks) {
  const waiting = [...tasks];
  const lane = async () => {
    while (waiting.length > 0) await waiting.shift()();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  for (const worker of idle) worker.disconnect();
}
