// Compares us with CPython on every file of its standard library, or of a folder: trees, or comments with --trivia.
// usage: npm run parity [-- [--trivia] [--python COMMAND] [FOLDER]]
import { parseArgs } from "node:util";
import { needed_python } from "../test/support/python.ts";
import { standard_library } from "./parity/files.ts";
import { compare_trees } from "./parity/trees.ts";
import { compare_trivia } from "./parity/trivia.ts";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { trivia: { type: "boolean" }, python: { type: "string" } },
  });
  const [folder] = positionals;
  const python = interpreter(values.python ?? "3.13");
  if (values.trivia === true) return compare_trivia(folder ?? standard_library(python()));
  return await compare_trees(python(), folder ?? standard_library(python()));
}

/** `3.12` and `python3.12` are looked for as the tests look for theirs; anything else is a command. */
function interpreter(name: string): () => string {
  const version = /^(?:python)?(3\.\d+)$/.exec(name)?.[1];
  return () => (version === undefined ? name : needed_python(version));
}

process.exitCode = (await main()) === 0 ? 0 : 1;
