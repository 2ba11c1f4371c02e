// What `@dataclass` says of a class whose `__init__` has been spelled out.
import type * as ast from "../../grammar/ast/index.ts";

export interface DataclassField {
  readonly name: string;
  readonly annotation: ast.Expression;
  /** Evaluated once (`default`) or for each instance (`fresh`); `null` where the caller must give a value. */
  readonly default: ast.Expression | null;
  readonly is_fresh: boolean;
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  /** `null`: as `compare` says. */
  readonly hash: boolean | null;
  readonly kw_only: boolean;
  /** Only a parameter, which `__post_init__` gets. */
  readonly is_init_var: boolean;
  readonly metadata: ast.Expression | null;
  /** The class attribute that holds the default is read. */
  readonly is_read: boolean;
}

export interface Dataclass {
  /** The class's own fields, in source order. */
  readonly fields: readonly DataclassField[];
  readonly eq: boolean;
  readonly repr: boolean;
  readonly order: boolean;
  readonly frozen: boolean;
  readonly slots: boolean;
  readonly unsafe_hash: boolean;
  readonly match_args: boolean;
}

/** By the class whose decorator has been worked in. */
const known = new WeakMap<ast.ClassDef, Dataclass>();
const fresh = new WeakSet<ast.Expression>();

export function note_dataclass(node: ast.ClassDef, dataclass: Dataclass): void {
  known.set(node, dataclass);
  for (const field of dataclass.fields)
    if (field.is_fresh && field.default !== null) fresh.add(field.default);
}

/** `null` for other classes. */
export function dataclass_of(node: ast.ClassDef): Dataclass | null {
  return known.get(node) ?? null;
}

/** A default that TypeScript may evaluate at each call, since Python does: `default_factory`. */
export function is_fresh_default(node: ast.Expression): boolean {
  return fresh.has(node);
}

/** By the `__init__` that `@dataclass` writes: the line of its text at which it calls `__post_init__`. */
const generated = new WeakMap<ast.Node, number>();

export function note_generated_init(node: ast.FunctionDef, post_init_line: number): void {
  generated.set(node, post_init_line);
}

/** `null` for functions that stand in the source. */
export function generated_line(node: ast.Node): number | null {
  return generated.get(node) ?? null;
}
