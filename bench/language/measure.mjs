// node measure.mjs PROGRAM [MODULE]: runs a module as the main one, then tells on stderr how much processor time and how much time on the wall it took (ms).
// MODULE is loaded before the clock starts.
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, , program, preloaded] = process.argv;
process.argv.splice(1, 3, program);
if (preloaded !== undefined) await import(url(preloaded));
const start = process.cpuUsage();
const began = performance.now();
process.once("exit", () => {
  const { user, system } = process.cpuUsage(start);
  process.stderr.write(`\n${(user + system) / 1000} ${performance.now() - began}\n`);
});
await import(url(program));

function url(file) {
  return pathToFileURL(path.resolve(file)).href;
}
