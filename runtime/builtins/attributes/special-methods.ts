// The special methods of values that are JavaScript's own: `(5).__add__(3)`, `xs.__len__()`, `str.__mul__`.
import type { Dynamic } from "../dynamic.ts";
import { eq } from "../equality.ts";
import { as_float } from "../float.ts";
import { format } from "../format/format.ts";
import { hash } from "../hash.ts";
import { iter } from "../iteration/iter.ts";
import { next } from "../iteration/next.ts";
import { reversed } from "../iteration/reversed.ts";
import { NotImplemented } from "../not-implemented.ts";
import { real_value } from "../numbers/kinds.ts";
import { int } from "../numbers/int-type.ts";
import { round } from "../numbers/round.ts";
import * as operators from "../operators/index.ts";
import { ge, gt, le, lt } from "../ordering.ts";
import { repr, text_of } from "../representation.ts";
import { contains } from "../sequences/contains.ts";
import { len } from "../sequences/len.ts";
import { delitem, getitem, setitem } from "../sequences/subscript.ts";
import { without_class } from "./on-plain.ts";
import { truth } from "../truth.ts";
import { type_name } from "../type-name.ts";

type SpecialMethod = (self: Dynamic, ...args: readonly Dynamic[]) => Dynamic;

/** The special method of that name of a built-in type, as a function of the value; `null` when it has none. */
export function special_method(type: string, name: string): SpecialMethod | null {
  if (!name.startsWith("__")) return null;
  const known = table_of(type);
  if (known === null) return null;
  if (Object.hasOwn(known, name)) return known[name] ?? null;
  return Object.hasOwn(OF_ALL, name) ? (OF_ALL[name] ?? null) : null;
}

/** `it.__next__()` and `xs.__iter__()` of what JavaScript iterates. */
export function iterator_method(value: Dynamic, name: string): SpecialMethod | null {
  if (name !== "__next__" && name !== "__iter__") return null;
  if (typeof value !== "object" || value === null || name in value) return null;
  if (!(Symbol.iterator in value)) return null;
  if (name === "__iter__") return (self) => iter(self);
  return typeof value.next === "function" ? (self) => next(self) : null;
}

/** NotImplemented for operands that the type does not know. */
function among(types: readonly string[], method: SpecialMethod): SpecialMethod {
  return (self, other, ...rest) => {
    const value = without_class(other);
    return types.includes(type_name(value)) ? method(self, value, ...rest) : NotImplemented;
  };
}

type Table = Readonly<Record<string, SpecialMethod>>;
type Binary = (a: Dynamic, b: Dynamic) => Dynamic;

/** `__add__` and `__radd__` of each operator. */
function binary(types: readonly string[], known: Readonly<Record<string, Binary>>): Table {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, operator]) => [
      [`__${name}__`, among(types, operator)],
      [`__r${name}__`, among(types, (a, b) => operator(b, a))],
    ]),
  );
}

function ordering(types: readonly string[]): Table {
  return Object.fromEntries(
    Object.entries({ eq, ne: (a: unknown, b: unknown) => !eq(a, b), lt, le, gt, ge }).map(
      ([name, compare]) => [`__${name}__`, among(types, compare)],
    ),
  );
}

const OF_ALL: Table = {
  __hash__: hash,
  __str__: text_of,
  __repr__: repr,
  __format__: format,
};

const INTS = ["int", "bool"];
const REALS = ["int", "bool", "float"];
/** Made when they are first asked for, which few programs do. */
const tables = new Map<string, Table>();

function table_of(type: string): Table | null {
  const make = Object.hasOwn(MAKERS, type) ? MAKERS[type] : undefined;
  if (make === undefined) return null;
  const table = tables.get(type) ?? make();
  tables.set(type, table);
  return table;
}

const MAKERS: Readonly<Record<string, () => Table>> = {
  int: int_methods,
  bool: int_methods,
  float: float_methods,
  str: () => ({ ...sequence_methods(), ...ordering(["str"]), __mod__: operators.mod }),
  list: list_methods,
  tuple: () => ({ ...sequence_methods(), ...ordering(["tuple"]) }),
};

function number_methods(types: readonly string[]): Table {
  const { add, sub, mul, truediv, floordiv, mod, divmod, pow } = operators;
  return {
    ...binary(types, { add, sub, mul, truediv, floordiv, mod, divmod, pow }),
    ...ordering(types),
    __neg__: operators.neg,
    __pos__: operators.pos,
    __abs__: operators.abs,
    __bool__: truth,
    __int__: (self) => int(self),
    __trunc__: (self) => int(self),
    __float__: (self) => as_float(real_value(self) ?? 0),
    __round__: (self, ...digits) => round(self, ...(digits as [])),
  };
}

function int_methods(): Table {
  const { and_: and, or_: or, xor, lshift, rshift } = operators;
  return {
    ...number_methods(INTS),
    ...binary(INTS, { and, or, xor, lshift, rshift }),
    __invert__: operators.invert,
    __index__: (self) => int(self),
    __floor__: (self) => int(self),
    __ceil__: (self) => int(self),
  };
}

function float_methods(): Table {
  const floor = (value: Dynamic): Dynamic => int(operators.floordiv(value, 1));
  return {
    ...number_methods(REALS),
    __floor__: floor,
    __ceil__: (self) => operators.neg(floor(operators.neg(self))),
  };
}

function sequence_methods(): Table {
  return {
    __len__: len,
    __getitem__: getitem,
    __contains__: contains,
    __iter__: (self) => iter(self),
    __add__: operators.add,
    __mul__: operators.mul,
    __rmul__: operators.mul,
  };
}

function list_methods(): Table {
  return {
    ...sequence_methods(),
    ...ordering(["list"]),
    __setitem__: setitem,
    __delitem__: delitem,
    __iadd__: operators.iadd,
    __imul__: operators.imul,
    __reversed__: (self) => reversed(self),
  };
}
