// Runs Quint. Always with the TypeScript evaluator: the default one is downloaded at run time.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL(".", import.meta.url));
const cli = home + "node_modules/@informalsystems/quint/dist/src/cli.js";

if (!existsSync(cli)) {
  console.error("Quint is missing: run `npm ci` in specs/formal first.");
  console.error("Nothing else needs it: tests of the code replay the committed traces in specs/formal/traces.");
  process.exit(3);
}

/** Runs `quint <verb> <file> <options>` and resolves to its exit code and everything it printed. */
export function quint(verb, file, ...options) {
  const memory = "--max-old-space-size=6144";
  const child = spawn(process.execPath, [memory, cli, verb, file, "--backend", "typescript", ...options.map(String)]);
  let output = "";
  child.stdout.on("data", data => (output += data));
  child.stderr.on("data", data => (output += data));
  return new Promise(resolve => child.on("close", code => resolve({ code, output })));
}

/** Does `work` for every item, as many at once as there are processors. */
export async function each(items, work) {
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
