// Where each variable of a scope is declared: Python's variables belong to the function, TypeScript's to the block.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding, Scope } from "../../facts/scopes.ts";
import { is_ignored_binding } from "./ignored.ts";
import { innermost } from "./innermost.ts";
import { group_by_statement, uses_of, type Group, type Use } from "./uses.ts";

export type Keyword = "const" | "let";

export interface Declarations {
  /** A definition (Name in Store, FunctionDef, ExceptHandler …) that declares its name where it stands. */
  declares(definition: ast.Node): Keyword | null;
  /** A handler's name or a case's capture that lives in that clause only. */
  declares_in(clause: Clause, name: string): Keyword | null;
  /** Variables to declare, without a value, right before the statement. */
  before(statement: ast.Statement): readonly Binding[];
  /** Variables to declare at the head of the scope: bound only from inner functions, or kept across loops. */
  readonly head: readonly Binding[];
}

/** Finds the place of every variable of a function's or module's own scope. `exported` ones stay at the top level. */
export function declarations(
  scope: Scope,
  body: readonly ast.Statement[],
  exported: (binding: Binding) => boolean,
): Declarations {
  const plan = new Plan(scope);
  for (const binding of scope.bindings.values()) {
    if (binding.is_parameter || is_plain_import(binding) || is_ignored_binding(binding)) continue;
    // `from m import *` declares what it brings.
    if (binding.imported !== null && binding.definitions.length === 0) continue;
    const uses = uses_of(binding, body);
    if (uses.length === 0) {
      if (binding.definitions.length > 0) plan.head.push(binding);
      continue;
    }
    const rest = binding.may_be_unbound ? uses : plan.clause_locals(binding, uses);
    if (rest.length === 0) continue;
    if (exported(binding)) plan.settle(binding, rest, 0, true);
    else plan.place(binding, rest, 0, null);
  }
  return plan.done();
}

const snapshots = new WeakSet<Binding>();

/**
 * `from m import x` takes the value that `x` has then; JavaScript's import would follow `m` when it assigns `x`
 * again. Such a name becomes a variable of its own.
 */
export function import_by_value(binding: Binding): void {
  snapshots.add(binding);
}

/** Imports print at the head of the file, unless the program gives the name another value as well. */
export function is_plain_import(binding: Binding): boolean {
  return (
    binding.imported !== null &&
    !snapshots.has(binding) &&
    binding.definitions.every((definition) => definition.tag === "alias")
  );
}

class Plan {
  readonly head: Binding[] = [];
  private readonly ignored: ReadonlySet<ast.Node>;
  private readonly declared = new Map<ast.Node, Keyword>();
  private readonly in_clauses = new Map<ast.Node, Map<string, Keyword>>();
  private readonly hoisted = new Map<ast.Statement, Binding[]>();
  /** Which declaring names a statement holds, to keep a pattern of targets all or nothing. */
  private readonly by_statement = new Map<ast.Statement, Map<ast.Node, Binding>>();

  constructor(scope: Scope) {
    const ignored = [...scope.bindings.values()].filter(is_ignored_binding);
    this.ignored = new Set(ignored.flatMap((binding) => binding.definitions));
  }

  private is_ignored(leaf: ast.Node): boolean {
    return this.ignored.has(leaf);
  }

  done(): Declarations {
    for (const [statement, names] of this.by_statement) this.unify(statement, names);
    const order = (one: Binding, other: Binding): number =>
      (one.definitions[0]?.start ?? 0) - (other.definitions[0]?.start ?? 0);
    for (const list of this.hoisted.values()) list.sort(order);
    return {
      declares: (definition) => this.declared.get(definition) ?? null,
      declares_in: (clause, name) => this.in_clauses.get(clause)?.get(name) ?? null,
      before: (statement) => this.hoisted.get(statement) ?? [],
      head: this.head,
    };
  }

  /** Handler names and captures of a case that are used there only: a variable of their own each. */
  clause_locals(binding: Binding, uses: readonly Use[]): readonly Use[] {
    if (binding.is_captured_in_loop) return uses;
    const all = [...new Set(uses.flatMap(clause_of))];
    const clauses =
      all.every(is_handler) || is_of_cases(binding, uses, all) ? all : all.filter(is_handler);
    if (clauses.length === 0) return uses;
    const owners = innermost(uses, clauses);
    const written = new Set<ast.Node>();
    for (const [use, owner] of owners)
      if (use.is_definition && clause_of(use)[0] !== owner) written.add(owner);
    for (const clause of clauses) {
      const names = this.in_clauses.get(clause) ?? new Map<string, Keyword>();
      names.set(binding.name, written.has(clause) || binding.is_deleted ? "let" : "const");
      this.in_clauses.set(clause, names);
    }
    return uses.filter((use) => !owners.has(use));
  }

  /** Declares the variable in the smallest suite that holds its uses. `loop`: the outermost loop around `depth`. */
  place(binding: Binding, uses: readonly Use[], depth: number, loop: ast.Statement | null): void {
    const groups = group_by_statement(uses, depth);
    const only = groups.length === 1 ? groups[0] : undefined;
    const keep_out = binding.is_captured_in_loop || binding.may_be_unbound;
    if (only !== undefined && only.in_head.length === 0) {
      const next = is_loop(only.statement) ? (loop ?? only.statement) : loop;
      const parts = [...only.in_suites.values()];
      const [part] = parts;
      if (part !== undefined && parts.length === 1) {
        this.place(binding, part, depth + 1, next);
        return;
      }
    }
    if (loop !== null && keep_out) {
      this.hoist(binding, loop);
      return;
    }
    if (!binding.is_captured && this.split(binding, groups, depth)) return;
    this.settle(binding, uses, depth);
  }

  /** Declares the variable in this very suite: by its first definition, or before its first use. */
  settle(binding: Binding, uses: readonly Use[], depth: number, is_exported = false): void {
    const groups = group_by_statement(uses, depth);
    // An inner function that runs before it is bound must find it declared.
    const is_early = binding.may_be_unbound && binding.is_captured;
    const first = (is_early ? null : groups.find((group) => group.has_direct)) ?? groups[0];
    if (first === undefined) return;
    if (this.is_function_declaration(binding, groups)) {
      const [definition] = binding.definitions;
      if (definition !== undefined) this.declare(binding, first.statement, definition, "const");
      return;
    }
    const definition = first.defining;
    const alone = (groups.length === 1 && !is_exported) || !first.is_scoped;
    if (
      definition === null ||
      !alone ||
      (binding.is_captured_in_loop && is_loop(first.statement))
    ) {
      this.hoist(binding, first.statement);
      return;
    }
    const writes = uses.filter((use) => use.is_definition).length;
    this.declare(
      binding,
      first.statement,
      definition,
      writes > 1 || binding.is_deleted ? "let" : "const",
    );
  }

  /** Declares the variable separately in each statement that uses it, where no value passes from one to the next. */
  private split(binding: Binding, groups: readonly Group[], depth: number): boolean {
    if (groups.length < 2 && groups[0]?.defining !== null && groups[0]?.is_scoped !== true)
      return false;
    if (groups.some((group) => group.in_head.some((use) => use.is_nested))) return false;
    if (!groups.every((group) => is_self_contained(group, depth, []))) return false;
    for (const group of groups) this.place_group(binding, group, depth);
    return true;
  }

  private place_group(binding: Binding, group: Group, depth: number): void {
    if (group.defining !== null) {
      const writes = group.uses.filter((use) => use.is_definition).length;
      this.declare(binding, group.statement, group.defining, writes > 1 ? "let" : "const");
      return;
    }
    for (const part of group.in_suites.values()) {
      const groups = group_by_statement(part, depth + 1);
      const [first] = groups;
      if (
        first !== undefined &&
        first.defining !== null &&
        (!first.is_scoped || groups.length === 1)
      ) {
        const writes = part.filter((use) => use.is_definition).length;
        this.declare(binding, first.statement, first.defining, writes > 1 ? "let" : "const");
      } else {
        for (const each of groups) this.place_group(binding, each, depth + 1);
      }
    }
  }

  /** `def` and `class` bound once are declarations; TypeScript hoists functions, so earlier uses may stand above. */
  private is_function_declaration(binding: Binding, groups: readonly Group[]): boolean {
    const [definition] = binding.definitions;
    if (binding.definitions.length !== 1 || definition === undefined) return false;
    if (binding.may_be_unbound && definition.tag === "ClassDef") return false;
    if (binding.is_read_early) return false;
    return (
      (definition.tag === "FunctionDef" ||
        definition.tag === "AsyncFunctionDef" ||
        definition.tag === "ClassDef") &&
      groups.some((group) => group.statement === definition)
    );
  }

  private declare(
    binding: Binding,
    statement: ast.Statement,
    node: ast.Node,
    keyword: Keyword,
  ): void {
    this.declared.set(node, binding.is_bound_from_inside ? "let" : keyword);
    const names = this.by_statement.get(statement) ?? new Map<ast.Node, Binding>();
    names.set(node, binding);
    this.by_statement.set(statement, names);
  }

  private hoist(binding: Binding, statement: ast.Statement): void {
    const list = this.hoisted.get(statement) ?? [];
    if (!list.includes(binding)) list.push(binding);
    this.hoisted.set(statement, list);
  }

  /** A declaration declares all names of its pattern with one keyword, or none of them. */
  private unify(statement: ast.Statement, names: ReadonlyMap<ast.Node, Binding>): void {
    for (const pattern of patterns_of(statement)) {
      const leaves = leaves_of(pattern).filter((leaf) => !this.is_ignored(leaf));
      const mine = leaves.filter((leaf) => names.has(leaf));
      if (mine.length === 0) continue;
      if (mine.length === leaves.length) {
        const keyword = mine.every((leaf) => this.declared.get(leaf) === "const") ? "const" : "let";
        for (const leaf of mine) this.declared.set(leaf, keyword);
        continue;
      }
      for (const leaf of mine) {
        const binding = names.get(leaf);
        this.declared.delete(leaf);
        if (binding !== undefined) this.hoist(binding, statement);
      }
    }
  }
}

type Clause = ast.ExceptHandler | ast.MatchCase;

function is_handler(clause: Clause): boolean {
  return clause.tag === "ExceptHandler";
}

/** What a case captures stays bound behind it, be it that the guard failed: no other code may read it. */
function is_of_cases(binding: Binding, uses: readonly Use[], clauses: readonly Clause[]): boolean {
  if (binding.is_captured && clauses.length > 1) return false;
  const owners = innermost(uses, clauses);
  const outside: Use[] = [];
  for (const use of uses) {
    const owner = owners.get(use);
    if (owner === undefined) outside.push(use);
    else if (is_in_pattern(use, owner)) return false;
  }
  if (outside.length > 0 && binding.is_captured) return false;
  return group_by_statement(outside, 0).every((group) => is_self_contained(group, 0, clauses));
}

function is_in_pattern({ node, is_definition }: Use, clause: Clause): boolean {
  return clause.tag === "match_case" && !is_definition && node.end <= clause.pattern.end;
}

/** The clause whose head binds the name here. */
function clause_of(use: Use): readonly Clause[] {
  const statement = use.way.at(-1)?.statement;
  if (!use.is_definition || use.way.at(-1)?.suite !== null || statement === undefined) return [];
  if (statement.tag === "Try" || statement.tag === "TryStar") {
    return statement.handlers.filter((handler) => handler === use.node);
  }
  if (statement.tag !== "Match") return [];
  return statement.cases.filter(
    ({ pattern }) => use.node.start >= pattern.start && use.node.end <= pattern.end,
  );
}

function is_loop(statement: ast.Statement): boolean {
  return statement.tag === "For" || statement.tag === "AsyncFor" || statement.tag === "While";
}

/** No value of the variable comes into the statement or leaves it, or comes out of a clause in between. */
function is_self_contained(group: Group, depth: number, clauses: readonly Clause[]): boolean {
  if (group.defining !== null) return group.is_scoped;
  if (group.in_head.length > 0) return false;
  return [...group.in_suites.values()].every((part) => {
    const groups = group_by_statement(part, depth + 1);
    const [first, last] = [groups[0]?.statement, groups.at(-1)?.statement];
    if (groups[0]?.defining && !groups[0].is_scoped && first && last)
      return !clauses.some(({ start, end }) => start >= first.start && end <= last.end);
    return groups.every((each) => is_self_contained(each, depth + 1, clauses));
  });
}

function patterns_of(statement: ast.Statement): readonly ast.Expression[] {
  switch (statement.tag) {
    case "Assign":
      return statement.targets;
    case "For":
    case "AsyncFor":
      return [statement.target];
    case "With":
    case "AsyncWith":
      return statement.items.flatMap((item) => item.optional_vars ?? []);
    default:
      return [];
  }
}

/** What a pattern of targets stores to: names, attributes, items. */
export function leaves_of(pattern: ast.Expression): readonly ast.Expression[] {
  if (pattern.tag === "Tuple" || pattern.tag === "List") return pattern.elts.flatMap(leaves_of);
  if (pattern.tag === "Starred") return leaves_of(pattern.value);
  return [pattern];
}
