// What must hold of any text: parsing ends in a tree or an error, and transpiling in code that parses, or a diagnostic.
import { transformSync } from "esbuild";
import { parse } from "../../grammar/index.ts";
import { transpile } from "../../src/index.ts";
import type { Random } from "./random.ts";

/** What went wrong with a text, in a line; `null` when nothing did. */
export function defect_of(source: string): string | null {
  try {
    const { errors } = parse(source);
    if (errors.length > 1) return `parse: ${errors.length} errors`;
  } catch (error) {
    return `parse threw ${shown(error)}`;
  }
  let code: string | null;
  try {
    const result = transpile(source);
    ({ code } = result);
    if (code === null && result.diagnostics.length === 0) return "neither code nor diagnostics";
  } catch (error) {
    return `transpile threw ${shown(error)}`;
  }
  try {
    transformSync(code ?? "", { loader: "ts", logLevel: "silent" });
    return null;
  } catch (error) {
    return `the code does not parse: ${shown(error)}`;
  }
}

/** A text with pieces cut out, doubled, swapped or replaced, or cut off at its end. */
export function mutated(source: string, random: Random): string {
  let text = source;
  for (let count = random.int(1, 4); count > 0; count--) {
    const at = random.below(text.length + 1);
    const end = Math.min(text.length, at + random.int(1, 30));
    const piece = text.slice(at, end);
    const other = random.below(text.length + 1);
    const replaced = random.pick([
      "",
      piece + piece,
      random.pick(spoilers),
      text.slice(other, other + random.int(1, 30)),
    ]);
    text =
      random.below(12) === 0 ? text.slice(0, at) : text.slice(0, at) + replaced + text.slice(end);
  }
  return text;
}

const spoilers =
  '( ) [ { } : , = \n \n\t \' """ f\'{ \\ # @ ; * ** := -> ! \0 é 😀 0x lambda await yield if else'.split(
    " ",
  );

function shown(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return lines
    .split("\n")
    .slice(0, 4)
    .map((line) => line.trim())
    .join(" ");
}
