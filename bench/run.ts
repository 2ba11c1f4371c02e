// npm run bench [-- language | startup | transpile | endurance | NAME…]: each bench/NAME.ts beside bench/NAME.py, in one run.
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bench_beside } from "./beside.ts";
import { bench_endurance } from "./endurance.ts";
import { bench_language } from "./language/index.ts";
import { bench_startup } from "./startup.ts";
import { bench_transpile } from "./transpile/index.ts";

const folder = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const [first, ...names] = wanted;
if (first === "language") await bench_language(names);
if (first === "startup") bench_startup();
if (first === "transpile")
  await bench_transpile(names[0] === undefined ? undefined : Number(names[0]));
if (first === "endurance") await bench_endurance();
const files = readdirSync(folder);
// bench/parse.ts compares by itself: npm run bench:parse
for (const file of files.filter((each) => each.endsWith(".py"))) {
  const name = path.basename(file, ".py");
  if (!files.includes(`${name}.ts`)) continue;
  if (wanted.length === 0 || wanted.includes(name)) await bench_beside(folder, name);
}
