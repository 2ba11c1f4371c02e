// Where variables and attributes are stored and read in a program: one walk over all of its text.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import { children } from "../children.ts";
import type { ModuleRecord } from "../program/records.ts";
import { is_arithmetic, is_native, is_operand } from "./arithmetic.ts";

export interface Store {
  readonly is_calculated: boolean;
}

export interface Uses {
  readonly stores: Store[];
  /** In a pattern, a loop's head, with another target, by `del`. */
  is_stored_otherwise: boolean;
  calculating_reads: number;
  other_reads: number;
}

export interface AttributeUses extends Uses {
  readonly reads: { readonly node: ast.Attribute; readonly module: ModuleRecord }[];
}

export interface ProgramUses {
  readonly bindings: ReadonlyMap<Binding, Uses>;
  readonly attributes: ReadonlyMap<string, AttributeUses>;
  /** Attributes are read by what is no attribute in the text: class patterns, `{0.x}`. */
  readonly is_reflective: boolean;
}

/** Whether it pays: something calculates the value, and it is read to calculate at least as often as for other ends. */
export function is_calculated({ stores, calculating_reads, other_reads }: Uses): boolean {
  return stores.some((store) => store.is_calculated) && calculating_reads >= other_reads;
}

export function find_uses(modules: readonly ModuleRecord[]): ProgramUses {
  const finder = new Finder();
  for (const module of modules) finder.visit(module);
  return finder;
}

class Finder implements ProgramUses {
  readonly bindings = new Map<Binding, Uses>();
  readonly attributes = new Map<string, AttributeUses>();
  is_reflective = false;

  visit(module: ModuleRecord): void {
    const pending: (readonly [ast.Node, ast.Node | null])[] = [[module.source.module, null]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [node, parent] = next;
      this.look_at(node, parent, module);
      for (const child of children(node)) pending.push([child, node]);
    }
  }

  private look_at(any: ast.Node, parent: ast.Node | null, module: ModuleRecord): void {
    const node = any as ast.Expression | ast.Pattern;
    if (node.tag === "MatchClass" || is_format_of_attributes(any)) this.is_reflective = true;
    if (node.tag !== "Name" && node.tag !== "Attribute") return;
    const uses = this.uses_of(node, module);
    if (uses === null) return;
    if (node.ctx !== "Load") return store(uses, stored_by(node, parent, module));
    if (is_calculating(node, parent, module)) uses.calculating_reads++;
    else uses.other_reads++;
  }

  private uses_of(node: ast.Name | ast.Attribute, module: ModuleRecord): Uses | null {
    if (node.tag === "Attribute") {
      const known = this.attributes.get(node.attr) ?? { ...no_uses(), reads: [] };
      this.attributes.set(node.attr, known);
      known.reads.push({ node, module });
      return known;
    }
    const resolution = module.scopes.resolve(node);
    if (resolution.kind !== "binding") return null;
    const known = this.bindings.get(resolution.binding) ?? no_uses();
    this.bindings.set(resolution.binding, known);
    return known;
  }
}

function no_uses(): Uses {
  return { stores: [], is_stored_otherwise: false, calculating_reads: 0, other_reads: 0 };
}

function store(uses: Uses, by: Store | "augmented" | null): void {
  if (by === null) uses.is_stored_otherwise = true;
  else if (by === "augmented") {
    uses.stores.push({ is_calculated: true });
    uses.calculating_reads++;
  } else uses.stores.push(by);
}

/** The assignment whose only target it is (or one of several that take a constant). */
function stored_by(
  node: ast.Name | ast.Attribute,
  any: ast.Node | null,
  module: ModuleRecord,
): Store | "augmented" | null {
  const parent = any as ast.Statement | null;
  if (node.ctx !== "Store" || parent === null) return null;
  switch (parent.tag) {
    case "AugAssign":
      return is_native(parent.op) && is_operand(parent.value, module) ? "augmented" : null;
    case "Assign":
      if (parent.targets.length > 1 && parent.value.tag !== "Constant") return null;
      return { is_calculated: is_arithmetic(parent.value, module) };
    case "AnnAssign":
      if (parent.value === null) return null;
      return { is_calculated: is_arithmetic(parent.value, module) };
    default:
      return null;
  }
}

/** Read for its number: an operand, a side of a comparison. */
function is_calculating(node: ast.Expression, any: ast.Node | null, module: ModuleRecord): boolean {
  const parent = any as ast.Expression | ast.Statement | null;
  switch (parent?.tag) {
    case "BinOp":
    case "UnaryOp":
      return is_arithmetic(parent, module);
    case "Compare":
      return true;
    case "AugAssign":
      return parent.value === node && is_native(parent.op);
    case "Assign":
      return parent.value === node && is_arithmetic(node, module);
    default:
      return false;
  }
}

/** `"{0.x}".format(point)`, or a template that is not in the text. */
function is_format_of_attributes(any: ast.Node): boolean {
  const node = any as ast.Expression;
  if (node.tag !== "Attribute" || node.attr !== "format") return false;
  const { value } = node;
  if (value.tag !== "Constant" || value.value.type !== "str") return true;
  return /\{[^{}]*\./u.test(value.value.value);
}
