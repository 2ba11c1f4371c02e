// Python's built-in functions and types as functions: what a call of each gives.
import type { Range, Type } from "../../facts/types.ts";
import * as interval from "../ranges/interval.ts";
import { fill_dict } from "./builtin-methods.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import { binary, int_range } from "./operators.ts";
import { runtime_call } from "./runtime.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  Dict,
  FLAT,
  FLOAT,
  frozenset,
  INT,
  Int,
  int,
  is_flat,
  is_never,
  is_unknown,
  iterator,
  List,
  members,
  NEVER,
  NONE,
  RangeOf,
  RuntimeInstance,
  SetOf,
  STR,
  text_of,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

/** The value of a name that no module has to import. */
export function builtin_value(name: string): Type {
  if (name === "__name__" || name === "__file__") return STR;
  if (name === "__debug__") return BOOL;
  if (name === "Ellipsis") return { type: "ellipsis" };
  if (name === "NotImplemented" || name.startsWith("__")) return UNKNOWN;
  const is_class = CLASSES.has(name) || /^[A-Z]/.test(name);
  return is_class
    ? { type: "runtime_class", module: "builtins", name }
    : { type: "runtime_function", module: "builtins", name };
}

const CLASSES = new Set(
  "int float complex str bytes bytearray bool list tuple dict set frozenset range slice object type property staticmethod classmethod super memoryview enumerate zip map filter reversed".split(
    " ",
  ),
);

export function builtin_call(inference: Inference, name: string, args: CallArguments): Type {
  const call = new BuiltinCall(inference, args);
  const simple = SIMPLE.get(name);
  if (simple !== undefined) return simple;
  // Of a value that is still to come nothing is known yet, which is not the same as unknown.
  if (CALCULATING.has(name) && args.positional.some(({ type }) => is_never(type))) return NEVER;
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (rule !== undefined) return rule(call);
  if (/^[A-Z]/.test(name)) return exception(inference, name, args);
  const found = inference.program.api.find("builtins", name);
  if (found?.kind !== "function") return call.unknown();
  return runtime_call(inference, "builtins", name, { ...args, call: null });
}

const CALCULATING: ReadonlySet<string> = new Set(["abs", "divmod", "pow", "round"]);

/** An exception keeps its arguments where anyone may take them out again. */
function exception(inference: Inference, name: string, args: CallArguments): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  return new RuntimeInstance("builtins", name, []);
}

class BuiltinCall {
  readonly inference: Inference;
  readonly args: CallArguments;

  constructor(inference: Inference, args: CallArguments) {
    this.inference = inference;
    this.args = args;
  }

  get count(): number {
    return this.args.positional.length;
  }

  get has_star(): boolean {
    return this.args.positional.some(({ is_star }) => is_star);
  }

  argument(index: number): Type {
    return this.args.positional[index]?.type ?? NEVER;
  }

  keyword(name: string): Type | null {
    return this.args.keywords.find((keyword) => keyword.name === name)?.type ?? null;
  }

  element(index = 0): Type {
    return this.inference.element(this.argument(index));
  }

  unknown(): Type {
    for (const type of all_types(this.args)) this.inference.heap.escape(type);
    return UNKNOWN;
  }

  list(element: Type): Type {
    const cell = this.inference.program.site(this.args.site, "list");
    this.inference.heap.store(cell, element);
    return new List(cell);
  }

  invoke(callee: Type, ...types: Type[]): Type {
    const positional = types.map((type) => ({ type, is_star: false }));
    const { site } = this.args;
    return this.inference.invoke(callee, { positional, keywords: [], site, call: null });
  }

  /** The elements of all arguments, or the arguments themselves when there are several. */
  candidates(): Type {
    const { heap } = this.inference;
    if (this.has_star) {
      return heap.join_all(
        this.args.positional.map(({ type, is_star }) =>
          is_star ? this.inference.element(type) : type,
        ),
      );
    }
    return this.count === 1
      ? this.element()
      : heap.join_all(this.args.positional.map(({ type }) => type));
  }
}

const SIMPLE = new Map<string, Type>([
  ["print", NONE],
  ["len", int(interval.LENGTH)],
  ["repr", STR],
  ["ascii", FLAT],
  ["hex", FLAT],
  ["oct", FLAT],
  ["bin", FLAT],
  ["format", STR],
  ["input", STR],
  ["id", int({ min: 0, max: Infinity })],
  ["hash", INT],
  ["bool", BOOL],
  ["isinstance", BOOL],
  ["issubclass", BOOL],
  ["callable", BOOL],
  ["hasattr", BOOL],
  ["any", BOOL],
  ["all", BOOL],
  ["float", FLOAT],
  ["complex", COMPLEX],
  ["bytes", BYTES],
  ["bytearray", BYTEARRAY],
  ["slice", { type: "slice" }],
]);

const RULES: Readonly<Record<string, (call: BuiltinCall) => Type>> = {
  int(call) {
    if (call.count === 0) return int({ min: 0, max: 0 });
    const range = int_range(call.argument(0));
    return call.count === 1 && range !== null ? int(range) : INT;
  },
  range(call) {
    const ranges = call.args.positional.map(({ type }) => int_range(type) ?? interval.ANY_INT);
    return new RangeOf(call.has_star ? interval.ANY_INT : range_of(ranges));
  },
  abs(call) {
    const results = members(call.argument(0)).map((type) => {
      const range = int_range(type);
      if (range !== null) return int(interval.absolute(range));
      return type.type === "float" || type.type === "complex" ? FLOAT : UNKNOWN;
    });
    return call.inference.heap.join_all(results);
  },
  round(call) {
    const type = call.argument(0);
    if (call.count === 1 && type.type === "float") return INT;
    if (type instanceof Int || type.type === "bool") return INT;
    return type.type === "float" && int_range(call.argument(1)) !== null ? FLOAT : UNKNOWN;
  },
  ord(call) {
    const node = call.args.call?.args[0];
    if (node?.tag === "Constant" && node.value.type === "str") {
      const [character, ...others] = node.value.value;
      const code = character?.codePointAt(0);
      if (code !== undefined && others.length === 0) return int({ min: code, max: code });
    }
    return int({ min: 0, max: is_flat(call.argument(0)) ? 0xffff : 0x10ffff });
  },
  chr(call) {
    const range = int_range(call.argument(0));
    return range !== null && range.max < 0xd800 ? FLAT : STR;
  },
  str: (call) => (call.count === 1 && !call.has_star ? text_of([call.argument(0)]) : STR),
  divmod(call) {
    const [a, b] = [int_range(call.argument(0)), int_range(call.argument(1))];
    if (a === null || b === null) return call.unknown();
    return tuple([int(interval.floor_divide(a, b)), int(interval.modulo(a, b))]);
  },
  pow(call) {
    const [a, b] = [int_range(call.argument(0)), int_range(call.argument(1))];
    if (a === null || b === null || b.min < 0) return call.unknown();
    return call.count > 2 ? INT : int(interval.power(a, b) ?? interval.ANY_INT);
  },
  sum: (call) => sum(call),
  min: (call) => extreme(call),
  max: (call) => extreme(call),
  sorted(call) {
    call_key(call, call.element());
    return call.list(call.element());
  },
  reversed: (call) => iterator(call.element()),
  iter: (call) => (call.count === 1 ? iterate(call) : call.unknown()),
  aiter: (call) => call.unknown(),
  next: (call) =>
    call.inference.heap.join(call.element(), call.count > 1 ? call.argument(1) : NEVER),
  anext: (call) => call.unknown(),
  enumerate(call) {
    const start = call.count > 1 ? call.argument(1) : (call.keyword("start") ?? null);
    const from = start === null ? { min: 0, max: 0 } : (int_range(start) ?? interval.ANY_INT);
    return iterator(tuple([int(interval.add(from, interval.LENGTH)), call.element()]));
  },
  zip(call) {
    if (call.has_star) return iterator(tuple_of(call.inference.element(call.candidates())));
    return iterator(tuple(call.args.positional.map((_, index) => call.element(index))));
  },
  map(call) {
    if (call.has_star) return call.unknown();
    const elements = call.args.positional.slice(1).map((_, index) => call.element(index + 1));
    return iterator(call.invoke(call.argument(0), ...elements));
  },
  filter(call) {
    if (call.argument(0).type !== "none") call.invoke(call.argument(0), call.element(1));
    return iterator(call.element(1));
  },
  list: (call) => call.list(call.count === 0 ? NEVER : call.element()),
  tuple(call) {
    if (call.count === 0) return tuple([]);
    return call.argument(0).type === "tuple" ? call.argument(0) : tuple_of(call.element());
  },
  set(call) {
    const cell = call.inference.program.site(call.args.site, "set");
    if (call.count > 0) call.inference.heap.store(cell, call.element());
    return new SetOf(cell);
  },
  frozenset: (call) => frozenset(call.count === 0 ? NEVER : call.element()),
  dict(call) {
    const { program, heap } = call.inference;
    const dict = new Dict(
      program.site(call.args.site, "keys"),
      program.site(call.args.site, "values"),
    );
    for (const { type } of call.args.positional) fill_dict(call.inference, dict, type);
    for (const { name, type } of call.args.keywords) {
      heap.store(dict.keys, name === null ? UNKNOWN : STR);
      heap.store(dict.values, type);
    }
    return dict;
  },
  open: (call) => opened(call),
  getattr: (call) => attribute_by_name(call),
  setattr(call) {
    call.inference.program.lose_attributes();
    call.unknown();
    return NONE;
  },
  delattr: () => NONE,
  vars(call) {
    if (call.count !== 1 || call.argument(0).type === "module") return lose_all(call);
    call.inference.program.lose_attributes();
    return call.unknown();
  },
  globals: (call) => lose_all(call),
  locals: (call) => lose_all(call),
  exec: (call) => lose_all(call),
  eval: (call) => lose_all(call),
};

/** `getattr(x, "name", default)`: an attribute where the name is written out, else any. */
function attribute_by_name(call: BuiltinCall): Type {
  const node = call.args.call?.args[1];
  if (node?.tag === "Constant" && node.value.type === "str" && !call.has_star) {
    const value = call.inference.attribute(call.argument(0), node.value.value);
    return call.count > 2 ? call.inference.heap.join(value, call.argument(2)) : value;
  }
  call.inference.program.leak_attributes();
  return call.unknown();
}

/** The mode says what kind of file it is, where the mode is written out. */
function opened(call: BuiltinCall): Type {
  const node = call.args.call;
  if (node === null || call.has_star) return call.unknown();
  const mode = node.args[1] ?? node.keywords.find(({ arg }) => arg === "mode")?.value;
  if (node.keywords.some(({ arg }) => arg === null)) return call.unknown();
  if (mode === undefined) return new RuntimeInstance("builtins", "TextFile", []);
  if (mode.tag !== "Constant" || mode.value.type !== "str") return call.unknown();
  const name = mode.value.value.includes("b") ? "BinaryFile" : "TextFile";
  return new RuntimeInstance("builtins", name, []);
}

function lose_all(call: BuiltinCall): Type {
  call.inference.program.lose_attributes();
  call.inference.program.lose_variables();
  return call.unknown();
}

function iterate(call: BuiltinCall): Type {
  const type = call.argument(0);
  return type.type === "generator" || type.type === "iterator" ? type : iterator(call.element());
}

function sum(call: BuiltinCall): Type {
  const start =
    call.argument(1) === NEVER
      ? (call.keyword("start") ?? int({ min: 0, max: 0 }))
      : call.argument(1);
  const types = [...members(call.element()), ...members(start)];
  if (types.every((type) => int_range(type) !== null)) {
    return types.every((type) => (int_range(type)?.min ?? -1) >= 0)
      ? int({ min: 0, max: Infinity })
      : INT;
  }
  const is_float = types.every((type) => int_range(type) !== null || type.type === "float");
  return is_float ? call.inference.heap.join(start, FLOAT) : added(call, start, call.element());
}

/** `0 + a + b + …` of anything: what the program's own `__add__` and `__radd__` make of it. */
function added(call: BuiltinCall, start: Type, element: Type): Type {
  const { heap } = call.inference;
  let total = start;
  for (let round = 0; round < 3; round++) {
    if (is_unknown(total) || is_unknown(element)) break;
    const next = heap.join(total, binary(call.inference, "Add", total, element, call.args.site));
    if (heap.is_same(next, total)) return total;
    total = next;
  }
  return call.unknown();
}

function extreme(call: BuiltinCall): Type {
  const candidates = call.candidates();
  call_key(call, candidates);
  const missing = call.keyword("default");
  return missing === null ? candidates : call.inference.heap.join(candidates, missing);
}

function call_key(call: BuiltinCall, element: Type): void {
  const key = call.keyword("key");
  if (key !== null && key.type !== "none") call.invoke(key, element);
}

/** The ints that a `range` of such arguments gives. */
function range_of(args: readonly Range[]): Range {
  const [first, second, third] = args;
  if (first === undefined) return interval.ANY_INT;
  if (second === undefined) return { min: 0, max: first.max - 1 };
  const step = third ?? { min: 1, max: 1 };
  if (step.min > 0) return { min: first.min, max: second.max - 1 };
  if (step.max < 0) return { min: second.min + 1, max: first.max };
  return { min: Math.min(first.min, second.min), max: Math.max(first.max, second.max) };
}
