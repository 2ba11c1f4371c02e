// Where the value of a variable comes from: the one assignment that makes it, the loop whose target it is.
import type * as ast from "../../../../grammar/ast/index.ts";
import { children } from "../../../../grammar/ast/index.ts";
import type { Binding } from "../../../facts/scopes.ts";
import type { Emit } from "../../emit.ts";

/** A loop or a comprehension: what it runs over, and all of its text. */
export interface Source {
  readonly iter: ast.Expression;
  readonly whole: ast.Node;
  /** The target itself, or the part of a pair that `enumerate` counts. */
  readonly is_count: boolean;
}

export function binding_of(node: ast.Name, emit: Emit): Binding | null {
  const resolution = emit.facts.scopes.resolve(node);
  return resolution.kind === "binding" ? resolution.binding : null;
}

/** The value that a variable has for all of its life; `null` where there is more than one. */
export function value_of(binding: Binding, emit: Emit): ast.Expression | null {
  const [definition] = binding.definitions;
  if (binding.is_rebound || binding.is_deleted || definition === undefined) return null;
  return origins(emit).values.get(definition) ?? null;
}

/** The loop around the place that alone gives the variable its values there. */
export function source_of(binding: Binding, place: ast.Node, emit: Emit): Source | null {
  if (binding.is_deleted || binding.is_bound_from_inside) return null;
  const { sources } = origins(emit);
  for (const definition of binding.definitions) {
    const source = sources.get(definition);
    if (source === undefined || !is_inside(place, source.whole)) continue;
    const inside = binding.definitions.filter((each) => is_inside(each, source.whole));
    if (inside.length === 1) return source;
  }
  return null;
}

export function is_inside(node: ast.Node, whole: ast.Node): boolean {
  return node.start >= whole.start && node.end <= whole.end;
}

interface Origins {
  readonly values: Map<ast.Node, ast.Expression>;
  readonly sources: Map<ast.Node, Source>;
}

const known = new WeakMap<ast.Node, Origins>();

function origins(emit: Emit): Origins {
  const module = emit.facts.scopes.module.node;
  let found = known.get(module);
  if (found === undefined) {
    found = { values: new Map(), sources: new Map() };
    collect(module, found);
    known.set(module, found);
  }
  return found;
}

function collect(module: ast.Node, { values, sources }: Origins): void {
  const pending: ast.Node[] = [module];
  for (let any = pending.pop(); any !== undefined; any = pending.pop()) {
    for (const child of children(any)) pending.push(child);
    const node = any as ast.Expression | ast.Statement;
    switch (node.tag) {
      case "Assign":
        for (const to of node.targets) if (to.tag === "Name") values.set(to, node.value);
        break;
      case "AnnAssign":
        if (node.target.tag === "Name" && node.value !== null) values.set(node.target, node.value);
        break;
      case "For":
        note_source(node.target, node.iter, node, sources);
        break;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        for (const { target, iter } of node.generators) note_source(target, iter, node, sources);
        break;
    }
  }
}

function note_source(
  target: ast.Expression,
  iter: ast.Expression,
  whole: ast.Node,
  sources: Map<ast.Node, Source>,
): void {
  if (target.tag === "Name") sources.set(target, { iter, whole, is_count: false });
  const [first] = target.tag === "Tuple" ? target.elts : [];
  if (first?.tag === "Name") sources.set(first, { iter, whole, is_count: true });
}
