// The types of the analysis: those of the facts, but containers hold cells and ints know their range.
import type {
  AsyncFunctionDef,
  ClassDef,
  FunctionDef,
  Lambda,
} from "../../../grammar/ast/index.ts";
import type { Range, Type } from "../../facts/types.ts";
import { ANY_INT } from "../ranges/interval.ts";
import type { Cell } from "./cell.ts";
import { NEVER } from "./cell.ts";

export { NEVER } from "./cell.ts";
export const UNKNOWN: Type = { type: "unknown" };
export const NONE: Type = { type: "none" };
export const BOOL: Type = { type: "bool" };
export const FLOAT: Type = { type: "float" };
export const COMPLEX: Type = { type: "complex" };
export const STR: Type = { type: "str" };
/** Text of which each character is one UTF-16 unit, and no surrogate. */
export const FLAT: Type = { type: "str", is_flat: true };
export const BYTES: Type = { type: "bytes" };
export const BYTEARRAY: Type = { type: "bytearray" };
export const ELLIPSIS: Type = { type: "ellipsis" };
export const SLICE: Type = { type: "slice" };

export function is_flat(type: Type): boolean {
  return type.type === "str" && type.is_flat === true;
}

/** What is made of these alone: flat if all are, as numbers always are. */
export function text_of(parts: readonly Type[]): Type {
  return parts.every((part) => members(part).every(shows_flat)) ? FLAT : STR;
}

function shows_flat(type: Type): boolean {
  return is_flat(type) || type.type === "int" || type.type === "float" || type.type === "bool";
}

type Of<T extends Type["type"]> = Extract<Type, { type: T }>;

export class Int implements Of<"int"> {
  readonly type = "int";
  readonly range: Range;
  constructor(range: Range) {
    this.range = range;
  }
}
export const INT = new Int(ANY_INT);

export function int(range: Range): Type {
  return range.min === -Infinity && range.max === Infinity ? INT : new Int(range);
}

/** A `range` knows which ints it gives. */
export class RangeOf implements Of<"range"> {
  readonly type = "range";
  readonly range: Range;
  constructor(range: Range) {
    this.range = range;
  }
}

export class List implements Of<"list"> {
  readonly type = "list";
  readonly cell: Cell;
  constructor(cell: Cell) {
    this.cell = cell;
  }
  get element(): Type {
    return this.cell.root.value;
  }
}

export class SetOf implements Of<"set"> {
  readonly type = "set";
  readonly cell: Cell;
  constructor(cell: Cell) {
    this.cell = cell;
  }
  get element(): Type {
    return this.cell.root.value;
  }
}

export class Dict implements Of<"dict"> {
  readonly type = "dict";
  readonly keys: Cell;
  readonly values: Cell;
  constructor(keys: Cell, values: Cell) {
    this.keys = keys;
    this.values = values;
  }
  get key(): Type {
    return this.keys.root.value;
  }
  get value(): Type {
    return this.values.root.value;
  }
}

/** An instance of a runtime class; its type arguments are cells, since it may be filled later. */
export class RuntimeInstance implements Of<"runtime_instance"> {
  readonly type = "runtime_instance";
  readonly module: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  constructor(module: string, name: string, cells: readonly Cell[]) {
    this.module = module;
    this.name = name;
    this.cells = cells;
  }
  get arguments(): readonly Type[] {
    return this.cells.map((cell) => cell.root.value);
  }
}

export class Generator implements Of<"generator"> {
  readonly type = "generator";
  readonly yields: Type;
  readonly returns: Type;
  readonly sent: Cell;
  constructor(yields: Type, sent: Cell, returns: Type) {
    this.yields = yields;
    this.sent = sent;
    this.returns = returns;
  }
  get sends(): Type {
    return this.sent.root.value;
  }
}

export class AsyncGenerator implements Of<"async_generator"> {
  readonly type = "async_generator";
  readonly yields: Type;
  readonly sent: Cell;
  constructor(yields: Type, sent: Cell) {
    this.yields = yields;
    this.sent = sent;
  }
  get sends(): Type {
    return this.sent.root.value;
  }
}

export function tuple(elements: readonly Type[]): Type {
  return { type: "tuple", elements };
}
export function tuple_of(element: Type): Type {
  return { type: "tuple_of", element };
}
export function frozenset(element: Type): Type {
  return { type: "frozenset", element };
}
export function iterator(element: Type): Type {
  return { type: "iterator", element };
}
export function coroutine(returns: Type): Type {
  return { type: "coroutine", returns };
}
export function instance(node: ClassDef): Type {
  return { type: "instance", node, arguments: [] };
}
export function class_of(node: ClassDef): Type {
  return { type: "class", node };
}
export function function_of(node: FunctionDef | AsyncFunctionDef | Lambda): Type {
  return { type: "function", node };
}
export function runtime_function(module: string, name: string): Type {
  return { type: "runtime_function", module, name };
}
export function runtime_class(module: string, name: string): Type {
  return { type: "runtime_class", module, name };
}

/** The members of a union; a type that is none is its own only member, `never` has none. */
export function members(type: Type): readonly Type[] {
  if (type.type === "union") return type.members;
  return type.type === "never" ? [] : [type];
}

export function is_unknown(type: Type): boolean {
  return type.type === "unknown";
}

export function is_never(type: Type): boolean {
  return type === NEVER;
}
