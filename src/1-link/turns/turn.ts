// A module of an entangled cycle → what is static of it, and a function that does the rest once.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Binding } from "../../facts/scopes.ts";
import { mark_settled, mark_turn } from "../../facts/turns.ts";
import type { SourceModule } from "../../project.ts";
import { no_arguments } from "../no-arguments.ts";
import type { Runs } from "./runs.ts";
import type { StaticStatements } from "./static-statements.ts";

type Suite = readonly ast.Statement[];

/** What the function and the variable that tells whether it has begun are called. */
export interface TurnNames {
  readonly run: string;
  readonly flag: string;
}

/**
 *     is_begun = False
 *     def run_module():
 *         global is_begun, count
 *         if is_begun: return
 *         is_begun = True
 *         count = …
 */
export function taken_in_turns(
  source: SourceModule,
  { scopes }: Facts,
  statics: StaticStatements,
  runs: Runs,
  { run, flag }: TurnNames,
): Suite {
  const { module } = source;
  const stays: ast.Statement[] = [];
  const turn: ast.Statement[] = [];
  const taken: ast.Statement[] = [];
  for (const node of module.body) {
    if (!statics.has(node, source)) {
      taken.push(node);
      turn.push(...runs.in_statement(node));
    } else if (node.tag === "Import" || node.tag === "ImportFrom") {
      const found = runs.before(node);
      stays.push(...found.map(([import_]) => import_), node);
      turn.push(...found.map(([, call]) => call));
    } else stays.push(...runs.in_statement(node));
  }
  const bound = [...scopes.module.bindings.values()].filter(({ definitions }) =>
    definitions.some((each) => taken.some((node) => is_inside(each, node))),
  );
  // Places of their own behind the text: first the variable, then the function.
  const before = { start: module.end, end: module.end + 1 };
  const at = { start: module.end + 1, end: module.end + 2 };
  const name = (id: string, ctx: "Load" | "Store", place = at): ast.Name => ({
    tag: "Name",
    id,
    ctx,
    ...place,
  });
  const constant = (value: boolean): ast.Constant => ({
    tag: "Constant",
    value: { type: "bool", value },
    kind: null,
    ...at,
  });
  const set_flag = (value: boolean, place = at): ast.Assign => ({
    tag: "Assign",
    targets: [name(flag, "Store", place)],
    value: constant(value),
    ...place,
  });
  const global = (names: readonly string[]): ast.Global => ({ tag: "Global", names, ...at });
  const settled = global(bound.filter(is_settled).map((each) => each.name));
  const others = global([
    flag,
    ...bound.filter((each) => !is_settled(each)).map((each) => each.name),
  ]);
  mark_settled(settled);
  const guard: ast.If = {
    tag: "If",
    test: name(flag, "Load"),
    body: [{ tag: "Return", value: null, ...at }],
    orelse: [],
    ...at,
  };
  const declared = settled.names.length > 0 ? [others, settled] : [others];
  const function_: ast.FunctionDef = {
    tag: "FunctionDef",
    name: run,
    args: no_arguments(at),
    body: [docstring(at), ...declared, guard, set_flag(true), ...turn],
    decorator_list: [],
    returns: null,
    type_params: [],
    ...at,
  };
  mark_turn(function_);
  return [...stays, set_flag(false, before), function_];
}

/** Nothing but the module's own turn binds it, and that once. */
function is_settled({ is_rebound, is_bound_from_inside }: Binding): boolean {
  return !is_rebound && !is_bound_from_inside;
}

function is_inside(node: ast.Node, { start, end }: ast.Node): boolean {
  return start <= node.start && node.end <= end;
}

function docstring(place: Pick<ast.Node, "start" | "end">): ast.Expr {
  const text =
    "Does what this module does when it is imported; it and others that import each other take turns.";
  const value: ast.Constant = {
    tag: "Constant",
    value: { type: "str", value: text },
    kind: null,
    ...place,
  };
  return { tag: "Expr", value, ...place };
}
