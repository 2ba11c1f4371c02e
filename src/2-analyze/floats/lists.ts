// Lists of floats: where all that is done with them is in sight, and does the same with plain numbers.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { ModuleRecord } from "../program/records.ts";
import type { Cell } from "../types/cell.ts";
import { Dict, List } from "../types/values.ts";
import { mentioned } from "./mentioned.ts";
import { iterated_together } from "./patterns.ts";
import { builtin_callee, cell_of, own_callees } from "./place-of.ts";
import type { Places } from "./places.ts";
import type { Walk } from "./walk.ts";

/** What an expression does to the lists of floats that its value leads to. */
export class ListUses {
  /** Values that are shown: there each number has to be a float. */
  readonly shown = new Map<ast.Expression, readonly Cell[]>();
  private readonly places: Places;
  private readonly module: ModuleRecord;
  private readonly tree: Walk;

  constructor(places: Places, module: ModuleRecord, tree: Walk) {
    this.places = places;
    this.module = module;
    this.tree = tree;
  }

  look_at(node: ast.Expression): void {
    const type = this.type(node);
    const cells = mentioned(type);
    if (type === undefined || cells.length === 0) return;
    const is_fine = type.type !== "union" && this.is_made_here(node, type);
    if (!is_fine || !this.is_kept(node, type, cells))
      for (const cell of cells) this.places.spoil(cell);
  }

  private type(node: ast.Expression): Type | undefined {
    return this.module.types.get(node);
  }

  /** Nobody but the program makes the list, or what the runtime makes holds what it is given. */
  private is_made_here(node: ast.Expression, type: Type): boolean {
    switch (node.tag) {
      case "Name":
      case "Attribute":
      case "List":
      case "ListComp":
      case "Tuple":
      case "Dict":
      case "DictComp":
      case "IfExp":
      case "BoolOp":
      case "NamedExpr":
      case "Await":
        return true;
      case "Subscript":
        if (node.slice.tag === "Slice") this.alike(type, this.type(node.value));
        return true;
      case "BinOp":
        if (node.op !== "Add" && node.op !== "Mult") return false;
        this.alike(type, this.type(node.left));
        this.alike(type, this.type(node.right));
        return true;
      case "Call":
        return this.is_made_by(node, type);
      default:
        return false;
    }
  }

  private is_made_by(node: ast.Call, type: Type): boolean {
    if (own_callees(node, this.module) !== null) return true;
    const name = builtin_callee(node, this.module);
    const [first] = node.args;
    switch (name) {
      case "enumerate":
      case "zip":
      case "reversed":
      case "dict.get":
      case "dict.items":
      case "dict.values":
      case "dict.pop":
      case "dict.setdefault":
      case "list.pop":
        return true;
      case "list.copy":
        if (node.func.tag === "Attribute") this.alike(type, this.type(node.func.value));
        return true;
      case "list":
      case "sorted": {
        const own = cell_of(type);
        const from = first === undefined ? null : cell_of(this.type(first));
        if (own !== null && first !== undefined && from === null) return false;
        this.alike(type, first === undefined ? undefined : this.type(first));
        return true;
      }
      default:
        return false;
    }
  }

  private alike(left: Type | undefined, right: Type | undefined): void {
    const [one, other] = [cell_of(left), cell_of(right)];
    if (one !== null && other !== null) this.places.same(one, other);
  }

  /** What stands around the expression leaves the numbers alone, or knows their form. */
  private is_kept(node: ast.Expression, type: Type, cells: readonly Cell[]): boolean {
    const any = this.tree.parent(node);
    const parent = any as
      ast.Statement | ast.Expression | ast.Comprehension | ast.Keyword | ast.Arguments | null;
    switch (parent?.tag) {
      case "Expr":
      case "Return":
      case "If":
      case "While":
      case "Assert":
      case "IfExp":
      case "BoolOp":
      case "Compare":
      case "List":
      case "Tuple":
      case "Dict":
      case "ListComp":
      case "DictComp":
      case "NamedExpr":
      case "Await":
      case "arguments":
        return true;
      case "UnaryOp":
        return parent.op === "Not";
      case "For":
        return parent.iter === node || parent.target === node;
      case "comprehension":
        return parent.is_async === 0;
      case "Assign":
      case "AnnAssign":
        return this.is_assigned(node, type, parent);
      case "AugAssign":
        if (parent.op === "Add") this.alike(this.type(parent.target), this.type(parent.value));
        if (parent.op === "Add" && this.type(parent.value) instanceof List) return true;
        return parent.op === "Mult" && parent.target === node;
      case "BinOp":
        return parent.op === "Add" || parent.op === "Mult";
      case "Subscript":
        return parent.value === node && (type instanceof List || !this.is_sliced(parent));
      case "Attribute":
        return this.is_method_known(parent, type);
      case "Call":
        return this.is_taken(node, parent, type, cells);
      case "keyword": {
        const call = this.tree.parent(parent);
        return call?.tag === "Call" && own_callees(call as ast.Call, this.module) !== null;
      }
      case "FormattedValue":
        if (parent.format_spec !== null) return false;
        return this.is_shown(node, type, cells);
      default:
        return false;
    }
  }

  private is_sliced({ slice }: ast.Subscript): boolean {
    return slice.tag === "Slice";
  }

  private is_assigned(
    node: ast.Expression,
    type: Type,
    parent: ast.Assign | ast.AnnAssign,
  ): boolean {
    if (parent.value !== node) return true;
    const targets = parent.tag === "Assign" ? parent.targets : [parent.target];
    for (const target of targets)
      if (target.tag === "Subscript" && target.slice.tag === "Slice") {
        const own = cell_of(this.type(target.value));
        const given = cell_of(type);
        if (own !== null && given === null) return false;
        this.alike(this.type(target.value), type);
      }
    return true;
  }

  private is_method_known(node: ast.Attribute, type: Type): boolean {
    const call = this.tree.parent(node) as ast.Expression | null;
    if (call?.tag !== "Call" || call.func !== node) return false;
    if (type instanceof Dict) return DICT_METHODS.has(node.attr);
    if (!(type instanceof List)) return false;
    if (node.attr === "extend") {
      const [given] = call.args;
      const from = given === undefined ? null : cell_of(this.type(given));
      if (cell_of(type) !== null && from === null) return false;
      this.alike(type, given === undefined ? undefined : this.type(given));
      return true;
    }
    return LIST_METHODS.has(node.attr) && call.keywords.length === 0;
  }

  private is_taken(
    node: ast.Expression,
    call: ast.Call,
    type: Type,
    cells: readonly Cell[],
  ): boolean {
    if (call.func === node) return true;
    if (own_callees(call, this.module) !== null || this.is_construction(call)) return true;
    const name = builtin_callee(call, this.module);
    const is_plain_call = call.keywords.length === 0;
    switch (name) {
      case "len":
      case "isinstance":
      case "bool":
        return true;
      case "print":
      case "repr":
      case "str":
        return this.is_shown(node, type, cells);
      case "sum":
        return cell_of(type) === null || this.is_shown(node, type, cells);
      case "list":
        return true;
      case "sorted":
        return call.keywords.every(({ arg }) => arg === "reverse");
      case "min":
      case "max":
        return is_plain_call && (cell_of(type) === null || call.args.length === 1);
      case "list.append":
      case "list.insert":
      case "dict.setdefault":
      case "dict.get":
        return true;
      case "list.extend":
      case "list.index":
      case "list.count":
      case "list.remove":
        return type instanceof List;
      case "zip":
      case "enumerate":
      case "reversed":
        return this.is_iterated(call, type);
      default:
        return false;
    }
  }

  private is_construction(call: ast.Call): boolean {
    const record = this.module.calls.get(call);
    if (record === undefined || record.is_unknown || record.runtime.size > 0) return false;
    if (record.functions.size > 0 || record.others.size === 0) return false;
    return [...record.others.values()].every(({ kind }) => kind === "class");
  }

  /** In the head of a loop, whose targets are seen to. */
  private is_iterated(call: ast.Call, type: Type): boolean {
    const above = this.tree.parent(call);
    if (above?.tag !== "For" && above?.tag !== "comprehension") return cell_of(type) === null;
    const { iter } = above as ast.For | ast.Comprehension;
    if (iter !== call) return false;
    return iterated_together(call, this.module) !== null || cell_of(type) === null;
  }

  /** Lists in lists: a copy is shown, made of floats. */
  private is_shown(node: ast.Expression, type: Type, cells: readonly Cell[]): boolean {
    if (!is_nested_list(type)) return false;
    this.shown.set(node, cells);
    for (const cell of cells) this.places.read(cell, "other");
    return true;
  }
}

function is_nested_list(type: Type): boolean {
  if (!(type instanceof List)) return false;
  return cell_of(type) !== null || is_nested_list(type.element);
}

const LIST_METHODS: ReadonlySet<string> = new Set(
  "append insert pop clear reverse copy index count remove sort".split(" "),
);

const DICT_METHODS: ReadonlySet<string> = new Set(
  "get items values keys pop setdefault clear".split(" "),
);
