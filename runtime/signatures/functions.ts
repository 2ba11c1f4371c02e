// What the built-in functions and types take, as CPython's own: which parameters, and which of them have names.

/** The signature of a built-in; `null` for those that look at their arguments themselves. */
export function function_signature(name: string): string | null {
  return Object.hasOwn(FUNCTIONS, name) ? (FUNCTIONS[name] ?? null) : null;
}

/** Whether a built-in function, no type, bears the name. */
export function is_function_name(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name) || UNSIGNED.has(name);
}

/** They look at their arguments themselves. */
const UNSIGNED: ReadonlySet<string> = new Set([
  "eval",
  "exec",
  "globals",
  "locals",
  "max",
  "min",
  "open",
  "print",
  "vars",
]);

const ONE = "obj, /";

const FUNCTIONS: Readonly<Record<string, string>> = {
  abs: ONE,
  aiter: ONE,
  all: ONE,
  anext: "aiterator, default=, /",
  any: ONE,
  ascii: ONE,
  bin: ONE,
  bool: "object=, /",
  bytearray: "source=, encoding=, errors=",
  bytes: "source=, encoding=, errors=",
  callable: ONE,
  chr: ONE,
  complex: "real=, imag=",
  delattr: "obj, name, /",
  dir: "object=, /",
  divmod: "x, y, /",
  enumerate: "iterable, start=",
  filter: "function, iterable, /",
  float: "x=, /",
  format: "value, format_spec=, /",
  frozenset: "iterable=, /",
  getattr: "object, name, default=, /",
  hasattr: "obj, name, /",
  hash: ONE,
  hex: ONE,
  id: ONE,
  input: "prompt=, /",
  int: "x=, /, base=",
  isinstance: "obj, class_or_tuple, /",
  issubclass: "cls, class_or_tuple, /",
  iter: "object, sentinel=, /",
  len: ONE,
  list: "iterable=, /",
  map: "function, iterable, /, *iterables",
  memoryview: "object",
  next: "iterator, default=, /",
  oct: ONE,
  ord: ONE,
  pow: "base, exp, mod=",
  range: "start, stop=, step=, /",
  repr: ONE,
  reversed: "sequence, /",
  round: "number, ndigits=",
  set: "iterable=, /",
  setattr: "obj, name, value, /",
  slice: "start, stop=, step=, /",
  sorted: "iterable, /, *, key=, reverse=",
  str: "object=, encoding=, errors=",
  sum: "iterable, /, start=",
  tuple: "iterable=, /",
  zip: "*iterables, strict=",
};

/** Functions whose one argument is counted like that of a type: `reversed expected 1 argument, got 0`. */
export const COUNTED_AS_TYPES: ReadonlySet<string> = new Set(["reversed", "sorted"]);
