// The places where a variable is bound and read, sorted by the statement in which they lie.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import { way_to, type Step, type Suite } from "./suites.ts";
import { is_deferred, some_node } from "./walk.ts";

export interface Use {
  readonly node: ast.Node;
  readonly is_definition: boolean;
  /** Inside a function or class of the scope, not at its own level. */
  readonly is_nested: boolean;
  readonly way: readonly Step[];
}

/** All uses inside the scope's body, in source order. */
export function uses_of(binding: Binding, body: readonly ast.Statement[]): readonly Use[] {
  const uses: Use[] = [];
  const add = (node: ast.Node, is_definition: boolean): void => {
    const way = way_to(node, body);
    const last = way.at(-1);
    if (last === undefined) return;
    const is_nested = last.statement !== node && is_inside(node, last.statement);
    uses.push({ node, is_definition, is_nested, way });
  };
  for (const node of binding.definitions) add(node, true);
  for (const node of binding.references) add(node, false);
  return uses.sort((one, other) => one.node.start - other.node.start);
}

function is_inside(node: ast.Node, statement: ast.Statement): boolean {
  if (
    statement.tag !== "FunctionDef" &&
    statement.tag !== "AsyncFunctionDef" &&
    statement.tag !== "ClassDef"
  ) {
    return false;
  }
  const first = statement.body[0];
  return first !== undefined && node.start >= first.start;
}

/** The uses of a variable in one statement. */
export interface Group {
  readonly statement: ast.Statement;
  readonly uses: readonly Use[];
  /** In the statement itself, not in one of its suites. */
  readonly in_head: readonly Use[];
  readonly in_suites: ReadonlyMap<Suite["body"], readonly Use[]>;
  /** The definition with which the statement always begins the variable's life, if it does. */
  readonly defining: ast.Node | null;
  /** What the statement defines is seen inside it only (`for`, `with`), if declared by it. */
  readonly is_scoped: boolean;
  /** Some use is at the scope's own level. */
  readonly has_direct: boolean;
}

/** Groups uses by the statement of the suite at this depth; all of them must lie in that suite. */
export function group_by_statement(uses: readonly Use[], depth: number): readonly Group[] {
  const by_statement = new Map<ast.Statement, Use[]>();
  for (const use of uses) {
    const statement = use.way[depth]?.statement;
    if (statement === undefined) continue;
    const list = by_statement.get(statement);
    if (list === undefined) by_statement.set(statement, [use]);
    else list.push(use);
  }
  return [...by_statement].map(([statement, list]) => group(statement, list, depth));
}

function group(statement: ast.Statement, uses: readonly Use[], depth: number): Group {
  const in_head: Use[] = [];
  const in_suites = new Map<Suite["body"], Use[]>();
  for (const use of uses) {
    const suite = use.way[depth]?.suite ?? null;
    if (suite === null) {
      in_head.push(use);
      continue;
    }
    const list = in_suites.get(suite.body);
    if (list === undefined) in_suites.set(suite.body, [use]);
    else list.push(use);
  }
  const defining = definition_in(statement, in_head, in_suites);
  const has_direct = uses.some((use) => !use.is_nested);
  const is_scoped = !(
    statement.tag === "Assign" ||
    statement.tag === "AnnAssign" ||
    statement.tag === "FunctionDef" ||
    statement.tag === "AsyncFunctionDef" ||
    statement.tag === "ClassDef" ||
    statement.tag === "Import" ||
    statement.tag === "ImportFrom"
  );
  return { statement, uses, in_head, in_suites, defining, is_scoped, has_direct };
}

function definition_in(
  statement: ast.Statement,
  in_head: readonly Use[],
  in_suites: ReadonlyMap<Suite["body"], readonly Use[]>,
): ast.Node | null {
  const definitions = in_head.filter((use) => use.is_definition && !use.is_nested);
  const [definition] = definitions;
  if (definition === undefined || definitions.length > 1) return null;
  const { node } = definition;
  switch (statement.tag) {
    case "Assign":
      return is_target(node, statement.targets) && !reads_now(statement.value, in_head)
        ? node
        : null;
    case "AnnAssign":
      return node === statement.target &&
        statement.value !== null &&
        !reads_now(statement.value, in_head)
        ? node
        : null;
    case "For":
    case "AsyncFor":
      // Its own variable is in sight of the body only.
      return is_target(node, [statement.target]) &&
        in_head.length === 1 &&
        !in_suites.has(statement.orelse)
        ? node
        : null;
    case "With":
    case "AsyncWith": {
      const [item] = statement.items;
      const targets = statement.items.flatMap((each) => each.optional_vars ?? []);
      if (item === undefined || !is_target(node, targets)) return null;
      return in_head.every((use) => use.node === node || use.node.start > node.start) ? node : null;
    }
    case "Import":
    case "ImportFrom":
      return node;
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return node === statement && in_head.every((use) => use.node === node || use.is_nested)
        ? node
        : null;
    default:
      return null;
  }
}

function is_target(node: ast.Node, targets: readonly ast.Expression[]): boolean {
  return targets.some((target) => {
    if (target === node) return true;
    if (target.tag === "Tuple" || target.tag === "List") return is_target(node, target.elts);
    return target.tag === "Starred" && is_target(node, [target.value]);
  });
}

/** The value reads the variable before it is bound (a lambda in it reads later). */
function reads_now(value: ast.Expression, in_head: readonly Use[]): boolean {
  const names = new Set(in_head.filter((use) => !use.is_definition).map((use) => use.node));
  if (names.size === 0) return false;
  return some_node(
    value,
    (node) => names.has(node),
    (node) => !is_deferred(node),
  );
}
