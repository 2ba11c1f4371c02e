// node measure.mjs PROGRAM: runs a module as the main one, then tells on stderr how much processor time it took (ms).
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, , program] = process.argv;
process.argv.splice(1, 1);
const start = process.cpuUsage();
process.once("exit", () => {
  const { user, system } = process.cpuUsage(start);
  process.stderr.write(`\n${(user + system) / 1000}\n`);
});
await import(pathToFileURL(path.resolve(program)).href);
