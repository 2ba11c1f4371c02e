// Python's operator: operators as functions.
import { call_with } from "../builtins/calls/call-with.ts";
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { bool, eq, getattr, getitem, is_ } from "../builtins/index.ts";
import type { int } from "../builtins/int.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { require_index } from "../builtins/sequences/index-value.ts";
import { Tuple } from "../builtins/tuple.ts";

export {
  abs,
  add,
  and_,
  contains,
  delitem,
  eq,
  floordiv,
  ge,
  getitem,
  gt,
  iadd,
  imul,
  invert,
  is_,
  isub,
  le,
  lshift,
  lt,
  matmul,
  mod,
  mul,
  ne,
  neg,
  or_,
  pos,
  pow,
  rshift,
  setitem,
  sub,
  truediv,
  xor,
} from "../builtins/index.ts";

export function not_(a: unknown): boolean {
  return !bool(a);
}

export function truth(a: unknown): boolean {
  return bool(a);
}

export function is_not(a: unknown, b: unknown): boolean {
  return !is_(a, b);
}

export function index(a: unknown): int {
  return require_index(a) as int;
}

export function countOf(a: Iterable<unknown>, b: unknown): number {
  return [...a].filter((item) => eq(item, b)).length;
}

/** A function that gets an item, or a tuple of several. */
export function itemgetter(...items: readonly Dynamic[]): (obj: Dynamic) => Dynamic {
  if (items.length === 1) return (obj) => getitem(obj, items[0]);
  return (obj) => Tuple.from_iterable(items.map((item) => getitem(obj, item)));
}

/** A function that gets an attribute (dots go deeper), or a tuple of several. */
export function attrgetter(...attrs: readonly string[]): (obj: Dynamic) => Dynamic {
  const get = (obj: Dynamic, path: string): Dynamic =>
    path.split(".").reduce<Dynamic>((found, name) => getattr(found, name), obj);
  const [first] = attrs;
  if (first !== undefined && attrs.length === 1) return (obj) => get(obj, first);
  return (obj) => Tuple.from_iterable(attrs.map((attr) => get(obj, attr)));
}

/** A function that calls a method with these arguments. */
export function methodcaller(name: string, ...args: readonly Dynamic[]): (obj: Dynamic) => Dynamic {
  const last: unknown = args.at(-1);
  return (obj) =>
    is_keywords(last)
      ? call_with(getattr(obj, name), args.slice(0, -1), last)
      : call(getattr(obj, name), ...args);
}
