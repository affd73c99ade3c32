// Regenerates the committed traces: `npm run traces`.
import { mkdtempSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compact, lines, plain, trace, write } from "./itf.mjs";
import { each, home, quint } from "./quint.mjs";

const scopes = ["strangers"];
const scratch = mkdtempSync(join(tmpdir(), "dhp-formal-"));
mkdirSync(home + "traces", { recursive: true });

await each(scopes, async scope => {
  const file = join(scratch, scope + ".json");
  const init = "init" + scope[0].toUpperCase() + scope.slice(1);
  const run = await quint("run", home + "model/exploration.qnt",
    "--init", init, "--max-steps", 0, "--max-samples", 1, "--out-itf", file, "--verbosity", 0);
  if (run.code !== 0) throw new Error(run.output);
  const graph = compact(plain(JSON.parse(readFileSync(file, "utf8")).states[0]));
  write(home + `traces/graph-${scope}.itf.json.gz`, lines([trace(`exploration.qnt, scope ${scope}`, [graph])]));
  console.log(`${scope}: ${graph.states.length} states, ${graph.states.length * graph.requests.length} answers`);
});
