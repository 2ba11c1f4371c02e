// Where the floats of a program are stored and read: one walk over all of its text.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Prepared } from "../program/prepare.ts";
import type { ModuleRecord } from "../program/records.ts";
import { parameter_nodes } from "../scopes/declare.ts";
import { is_arithmetic, is_calculating, is_float, is_native, is_operand } from "./arithmetic.ts";
import { sinks_of_call, type Sink } from "./calls.ts";
import { ListUses } from "./lists.ts";
import { iterate, unpack } from "./patterns.ts";
import { cell_of, places_of } from "./place-of.ts";
import type { Form, Place, Places } from "./places.ts";
import type { Cell } from "../types/cell.ts";
import { walk, type Walk } from "./walk.ts";

export interface AttributeRead {
  readonly node: ast.Attribute;
  readonly module: ModuleRecord;
}

export interface ProgramUses {
  /** By name. */
  readonly attributes: ReadonlyMap<string, readonly AttributeRead[]>;
  /** How many definitions of a variable the walk has understood. */
  readonly stores: ReadonlyMap<Place, number>;
  readonly sinks: readonly Sink[];
  readonly shown: ReadonlyMap<ast.Expression, readonly Cell[]>;
  /** Attributes are read by what is no attribute in the text: class patterns, `{0.x}`. */
  readonly is_reflective: boolean;
}

export function find_uses(prepared: Prepared, places: Places): ProgramUses {
  const finder = new Finder(prepared, places);
  for (const module of prepared.modules.values()) finder.visit(module);
  return finder;
}

/** Expressions that may read or store a place. */
const HOLDERS: ReadonlySet<string> = new Set(["Name", "Attribute", "Subscript", "Call"]);

class Finder implements ProgramUses {
  readonly attributes = new Map<string, AttributeRead[]>();
  readonly stores = new Map<Place, number>();
  readonly sinks: Sink[] = [];
  readonly shown = new Map<ast.Expression, readonly Cell[]>();
  is_reflective = false;
  private readonly prepared: Prepared;
  private readonly places: Places;

  constructor(prepared: Prepared, places: Places) {
    this.prepared = prepared;
    this.places = places;
  }

  visit(module: ModuleRecord): void {
    const tree = walk(module.source.module);
    const count = this.sinks.length;
    const lists = new ListUses(this.places, module, tree);
    for (const any of tree.nodes) {
      const node = any as ast.Expression | ast.Statement | ast.Comprehension | ast.MatchClass;
      if (node.tag === "MatchClass" || is_format_of_attributes(any)) this.is_reflective = true;
      this.collect(node, module, tree);
      // What a store goes to has no type of its own.
      if (HOLDERS.has(any.tag)) this.look_at(any as ast.Expression, module, tree);
      if (module.types.has(any as ast.Expression)) lists.look_at(any as ast.Expression);
    }
    for (const { value, place } of this.sinks.slice(count)) this.into(place, value, module);
    for (const [node, cells] of lists.shown) this.shown.set(node, cells);
  }

  /** Reads and stores of places. */
  private look_at(node: ast.Expression, module: ModuleRecord, tree: Walk): void {
    if (node.tag === "Attribute") {
      const known = this.attributes.get(node.attr) ?? [];
      this.attributes.set(node.attr, known);
      known.push({ node, module });
    }
    const found = places_of(node, module);
    const [first, ...others] = found;
    if (first === undefined) return;
    for (const other of others) this.places.same(first, other);
    if ("ctx" in node && node.ctx !== "Load") return this.store(node, found, module, tree);
    if (!is_float(node, module)) return;
    const use = use_of(node, module, tree);
    if (use !== null) for (const place of found) this.places.read(place, use);
  }

  private store(
    node: ast.Expression,
    found: readonly Place[],
    module: ModuleRecord,
    tree: Walk,
  ): void {
    const how = stored_by(node, module, tree);
    for (const place of found) {
      if (how === null) this.places.spoil(place);
      else this.stores.set(place, (this.stores.get(place) ?? 0) + 1);
      if (how === "augmented") this.places.read(place, "calculating");
      const value = stored_value(node, tree);
      if (value !== null) this.into(place, value, module);
    }
  }

  private into(place: Place, value: ast.Expression, module: ModuleRecord): void {
    this.places.stored(place, form_of(value, module));
    for (const from of places_of(value, module)) this.places.moved(from, place);
  }

  /** Values that go into places, and targets that take what lies in them. */
  private collect(
    node: ast.Expression | ast.Statement | ast.Comprehension | ast.MatchClass,
    module: ModuleRecord,
    tree: Walk,
  ): void {
    switch (node.tag) {
      case "Call":
        this.sinks.push(...sinks_of_call(node, module, this.prepared.program, this.places));
        return;
      case "List":
        return this.fill(node, node.ctx === "Load" ? node.elts : [], module);
      case "ListComp":
        return this.fill(node, [node.elt], module);
      case "Return":
        return this.give_back(node, module, tree);
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "Lambda":
        return this.take_defaults(node.args, module);
      case "For":
      case "comprehension":
        return iterate(node.target, node.iter, module, this.places);
      case "Assign":
        for (const target of node.targets) this.unpack(target, node, module);
        return;
      default:
        return;
    }
  }

  private fill(
    list: ast.List | ast.ListComp,
    items: readonly ast.Expression[],
    module: ModuleRecord,
  ): void {
    const cell = cell_of(module.types.get(list));
    if (cell === null) return;
    for (const value of items) {
      if (value.tag === "Starred") this.places.spoil(cell);
      this.sinks.push({ value, place: cell });
    }
    // `[x for x in xs]` may be copied as it is.
    if (list.tag === "ListComp" && list.elt.tag === "Name")
      for (const place of places_of(list.elt, module)) this.places.same(place, cell);
  }

  private give_back(node: ast.Return, module: ModuleRecord, tree: Walk): void {
    let at: ast.Node | null = node;
    while (at !== null && at.tag !== "FunctionDef" && at.tag !== "AsyncFunctionDef")
      at = tree.parent(at);
    const record =
      at === null ? undefined : this.prepared.program.functions.get(at as ast.FunctionDef);
    if (record === undefined) return;
    if (node.value === null) this.places.spoil(record);
    else this.sinks.push({ value: node.value, place: record });
  }

  private take_defaults(args: ast.Arguments, module: ModuleRecord): void {
    const positional = [...args.posonlyargs, ...args.args];
    const first = positional.length - args.defaults.length;
    const take = (arg: ast.Arg | undefined, value: ast.Expression | null): void => {
      if (arg === undefined || value === null) return;
      this.sinks.push({ value, place: module.scopes.defined_by(arg) });
    };
    args.defaults.forEach((value, index) => take(positional[first + index], value));
    args.kw_defaults.forEach((value, index) => take(args.kwonlyargs[index], value));
    for (const arg of parameter_nodes(args)) {
      const place = module.scopes.defined_by(arg);
      this.stores.set(place, (this.stores.get(place) ?? 0) + 1);
      if (arg === args.vararg || arg === args.kwarg) this.places.spoil(place);
    }
  }

  private unpack(target: ast.Expression, node: ast.Assign, module: ModuleRecord): void {
    if (target.tag !== "Tuple" && target.tag !== "List") return;
    const pairs = node.targets.length === 1 ? pairs_of(target, node.value) : null;
    if (pairs === null) return unpack(target, node.value, module, this.places);
    for (const [to, value] of pairs)
      for (const place of places_of(to, module)) this.sinks.push({ value, place });
  }
}

/** `a, b = x, y`: each name takes a value of its own. */
function pairs_of(
  target: ast.Tuple | ast.List,
  value: ast.Expression,
): readonly (readonly [ast.Expression, ast.Expression])[] | null {
  if (value.tag !== "Tuple" || value.elts.length !== target.elts.length) return null;
  const pairs = target.elts.map((each, index) => [each, value.elts[index] ?? value] as const);
  const is_simple = pairs.every(
    ([to, given]) =>
      to.tag !== "Tuple" && to.tag !== "List" && to.tag !== "Starred" && given.tag !== "Starred",
  );
  return is_simple ? pairs : null;
}

/** What an assignment stores, where it is written there. */
function stored_value(node: ast.Expression, tree: Walk): ast.Expression | null {
  const parent = tree.parent(node) as ast.Statement | null;
  return parent?.tag === "Assign" || parent?.tag === "AnnAssign" ? parent.value : null;
}

/** What a value is before it is stored. */
function form_of(value: ast.Expression, module: ModuleRecord): Form {
  if (value.tag === "Constant" || value.tag === "IfExp") return "calculated";
  if (is_arithmetic(value, module, () => true)) return "calculated";
  return places_of(value, module).length > 0 ? "moved" : "opaque";
}

/** How the place is stored; `null` where what goes into it has a form of its own. */
function stored_by(
  node: ast.Expression,
  module: ModuleRecord,
  tree: Walk,
): "augmented" | "plainly" | null {
  if (!("ctx" in node) || node.ctx !== "Store") return null;
  const parent = tree.parent(node) as ast.Statement | ast.Expression | ast.Comprehension | null;
  switch (parent?.tag) {
    case "AugAssign":
      return is_native(parent.op) && is_operand(parent.value, module, () => true)
        ? "augmented"
        : null;
    case "Assign":
      return parent.targets.length > 1 && parent.value.tag !== "Constant" ? null : "plainly";
    case "AnnAssign":
      return parent.value === null ? null : "plainly";
    case "For":
    case "comprehension":
    case "Tuple":
    case "List":
      // Seen to where the pattern is, unless the pattern stands elsewhere.
      return is_pattern_seen(parent, tree) ? "plainly" : null;
    default:
      return null;
  }
}

function is_pattern_seen(pattern: ast.Node, tree: Walk): boolean {
  let at: ast.Node | null = pattern;
  while (at !== null && (at.tag === "Tuple" || at.tag === "List" || at.tag === "Starred"))
    at = tree.parent(at);
  return at?.tag === "For" || at?.tag === "comprehension" || at?.tag === "Assign";
}

/** `null`: handed on to another place, which has its own readers. */
function use_of(
  node: ast.Expression,
  module: ModuleRecord,
  tree: Walk,
): "calculating" | "other" | null {
  const parent = tree.parent(node) as ast.Statement | ast.Expression | ast.Keyword | null;
  if (is_calculating(node, parent, module)) return "calculating";
  switch (parent?.tag) {
    case "Assign":
    case "AnnAssign":
    case "Return":
    case "Expr":
      return null;
    default:
      return "other";
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
