// All chapters as one grammar; made when the first mistake is found.
import { type Machine, no_match, type Result, type Step } from "../machine.ts";
import * as t from "../../tokens/vocabulary.ts";
import { read } from "../notation.ts";
import { calls } from "./calls.ts";
import { compound_statements } from "./compound-statements.ts";
import { expressions } from "./expressions.ts";
import { parameters } from "./parameters.ts";
import { patterns } from "./patterns.ts";
import { simple_statements } from "./simple-statements.ts";
import { strings } from "./strings.ts";
import { targets } from "./targets.ts";

let all: ReadonlyMap<string, Step> | null = null;

/** Every rule by its name. */
export function rules(): ReadonlyMap<string, Step> {
  all ??= new Map([...chapters.flatMap((chapter) => [...read(chapter)]), ...own_rules]);
  return all;
}

const name_index = t.index_of(t.Name);
const chapters = [
  compound_statements,
  simple_statements,
  expressions,
  calls,
  parameters,
  patterns,
  strings,
  targets,
];

const own_rules: readonly (readonly [string, Step])[] = [
  ["statement", statement],
  ["unsuspected_expression", unsuspected_expression],
  ["soft_keyword", soft_keyword],
];

/** compound_stmt | simple_stmts; what stands in it need not be remembered any longer. */
function statement(machine: Machine): Result {
  const from = machine.mark;
  let result = machine.read("compound_stmt");
  if (result === no_match) {
    machine.mark = from;
    result = machine.read("simple_stmts");
  }
  if (result !== no_match) machine.forget();
  return result;
}

/** An expression whose own mistakes are not looked for. */
function unsuspected_expression(machine: Machine): Result {
  const before = machine.seeks_mistakes;
  machine.seeks_mistakes = false;
  const result = machine.read("plain_expression");
  machine.seeks_mistakes = before;
  return result;
}

const soft_keywords = ["_", "case", "match", "type"];

/** CPython takes every beginning of a soft keyword for one here: `c`, `ma`, `typ`. */
function soft_keyword(machine: Machine): Result {
  const found = machine.take(name_index);
  if (found === no_match) return no_match;
  const image = machine.image(machine.mark - 1);
  return soft_keywords.some((word) => word.startsWith(image)) ? found : no_match;
}
