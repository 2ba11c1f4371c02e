// Methods of Python's built-in types: what they give, and what they put into their receiver.
import type { Type } from "../../facts/types.ts";
import { LENGTH } from "../ranges/interval.ts";
import { as_dict } from "./as-dict.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import {
  members,
  BOOL,
  BYTES,
  Dict,
  FLOAT,
  frozenset,
  Generator,
  AsyncGenerator,
  Int,
  INT,
  int,
  is_flat,
  coroutine,
  List,
  NEVER,
  NONE,
  RuntimeInstance,
  SetOf,
  STR,
  text_of,
  tuple,
  UNKNOWN,
} from "./values.ts";

/** Is it a method that every value of the built-in type has? */
export function is_builtin_method(receiver: Type, name: string): boolean {
  return METHODS[receiver.type]?.[name] !== undefined;
}

/** `null`: the type has no method of the name. */
export function builtin_method(
  inference: Inference,
  receiver: Type,
  name: string,
  args: CallArguments,
): Type | null {
  const rule = METHODS[receiver.type]?.[name];
  if (rule === undefined) return null;
  const call = new MethodCall(inference, receiver, args);
  return typeof rule === "string" ? call.result(rule) : rule(call);
}

type Rule = Result | ((call: MethodCall) => Type);
type Result =
  | "none"
  | "bool"
  | "int"
  | "length"
  | "index"
  | "float"
  | "str"
  | "bytes"
  | "same"
  | "strings"
  | "parts"
  | "pair"
  | "unknown";

class MethodCall {
  readonly inference: Inference;
  readonly receiver: Type;
  readonly args: CallArguments;

  constructor(inference: Inference, receiver: Type, args: CallArguments) {
    this.inference = inference;
    this.receiver = receiver;
    this.args = args;
  }

  argument(index: number): Type {
    const found = this.args.positional[index];
    if (found === undefined) return NEVER;
    return found.is_star ? this.inference.element(found.type) : found.type;
  }

  get has_star(): boolean {
    return this.args.positional.some(({ is_star }) => is_star);
  }

  element(): Type {
    return this.inference.element(this.receiver);
  }

  store(type: Type): void {
    const { receiver } = this;
    if (receiver instanceof List || receiver instanceof SetOf) {
      this.inference.heap.store(receiver.cell, type);
    }
  }

  /** A new list that holds what is given. */
  list(part: string, element: Type): Type {
    const cell = this.inference.program.site(this.args.site, part);
    this.inference.heap.store(cell, element);
    return new List(cell);
  }

  set(element: Type): Type {
    if (this.receiver.type === "frozenset") return frozenset(element);
    const cell = this.inference.program.site(this.args.site, "set");
    this.inference.heap.store(cell, element);
    return new SetOf(cell);
  }

  join(left: Type, right: Type): Type {
    return this.inference.heap.join(left, right);
  }

  /** What the arguments put into a text. */
  private texts(): readonly Type[] {
    return all_types(this.args).map((type) => {
      const is_text = members(type).every((each) => each.type === "str" || each.type === "int");
      if (is_text || type.type === "class") return type;
      return this.inference.element(type);
    });
  }

  elements_of_all(): Type {
    const { heap } = this.inference;
    return heap.join_all(all_types(this.args).map((type) => this.inference.element(type)));
  }

  result(rule: Result): Type {
    switch (rule) {
      case "none":
        return NONE;
      case "bool":
        return BOOL;
      case "int":
        return INT;
      case "length":
        return int(LENGTH);
      case "index":
        return int({ min: -1, max: LENGTH.max });
      case "float":
        return FLOAT;
      case "str":
        return STR;
      case "bytes":
        return BYTES;
      case "same":
        return is_flat(this.receiver) ? text_of([this.receiver, ...this.texts()]) : this.receiver;
      case "strings":
        return this.list("strings", STR);
      case "parts":
        return this.list("parts", this.receiver);
      case "pair":
        return tuple([INT, INT]);
      case "unknown":
        return UNKNOWN;
    }
  }
}

function table(rule: Result, names: string): Record<string, Rule> {
  return Object.fromEntries(names.split(" ").map((name) => [name, rule]));
}

const TEXT: Record<string, Rule> = {
  ...table(
    "bool",
    "startswith endswith isalnum isalpha isascii isdigit islower isspace istitle isupper",
  ),
  ...table(
    "same",
    "capitalize center expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title upper zfill",
  ),
  ...table("length", "count index rindex"),
  ...table("index", "find rfind"),
  ...table("parts", "split rsplit splitlines"),
  partition: ({ receiver }) => tuple([receiver, receiver, receiver]),
  rpartition: ({ receiver }) => tuple([receiver, receiver, receiver]),
};

const NUMBER: Record<string, Rule> = {
  as_integer_ratio: "pair",
  is_integer: "bool",
  conjugate: "same",
};

const SET: Record<string, Rule> = {
  ...table("bool", "isdisjoint issubset issuperset"),
  copy: (call) => call.set(call.element()),
  union: (call) => call.set(call.join(call.element(), call.elements_of_all())),
  symmetric_difference: (call) => call.set(call.join(call.element(), call.elements_of_all())),
  intersection: (call) => call.set(call.element()),
  difference: (call) => call.set(call.element()),
};

const METHODS: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  str: {
    ...TEXT,
    ...table("str", "casefold format format_map translate"),
    ...table("bool", "isdecimal isidentifier isnumeric isprintable"),
    encode: "bytes",
  },
  bytes: { ...TEXT, translate: "same", decode: "str", hex: "str" },
  bytearray: {
    ...TEXT,
    translate: "same",
    ...table("none", "append extend insert clear remove reverse"),
    decode: "str",
    hex: "str",
    copy: "same",
    pop: () => new Int({ min: 0, max: 255 }),
  },
  int: {
    ...NUMBER,
    bit_length: () => int({ min: 0, max: 2 ** 40 }),
    bit_count: () => int({ min: 0, max: 2 ** 40 }),
    to_bytes: "bytes",
    conjugate: () => INT,
  },
  bool: { bit_length: "length", to_bytes: "bytes", conjugate: () => INT, as_integer_ratio: "pair" },
  float: { ...NUMBER, hex: "str" },
  complex: { conjugate: "same" },
  list: {
    ...table("none", "clear remove reverse sort"),
    ...table("length", "count index"),
    append: (call) => stores(call, call.argument(0)),
    insert: (call) => stores(call, call.has_star ? UNKNOWN : call.argument(1)),
    extend: (call) => stores(call, call.elements_of_all()),
    pop: (call) => call.element(),
    copy: (call) => call.list("copy", call.element()),
    sort: (call) => {
      with_key(call);
      return NONE;
    },
  },
  tuple: table("length", "count index"),
  tuple_of: table("length", "count index"),
  range: table("length", "count index"),
  set: {
    ...SET,
    ...table("none", "clear discard remove difference_update intersection_update"),
    add: (call) => stores(call, call.argument(0)),
    update: (call) => stores(call, call.elements_of_all()),
    symmetric_difference_update: (call) => stores(call, call.elements_of_all()),
    pop: (call) => call.element(),
  },
  frozenset: SET,
  dict: {
    clear: "none",
    keys: (call) => dict_view(call, "keys"),
    values: (call) => dict_view(call, "values"),
    items: (call) => dict_view(call, "items"),
    get: (call) => dict_get(call, NONE),
    pop: (call) => dict_get(call, NEVER),
    setdefault: (call) => dict_setdefault(call),
    popitem: (call) => dict_item(call),
    copy: (call) => dict_copy(call),
    update: (call) => dict_update(call),
    fromkeys: "unknown",
  },
  generator: {
    close: (call) =>
      call.receiver.type === "generator" ? call.join(NONE, call.receiver.returns) : UNKNOWN,
    send: (call) => generator_send(call),
    throw: (call) => (call.receiver.type === "generator" ? call.receiver.yields : UNKNOWN),
  },
  async_generator: {
    __anext__: ({ receiver }) =>
      receiver.type === "async_generator" ? coroutine(receiver.yields) : UNKNOWN,
    aclose: () => coroutine(NONE),
    asend: (call) => {
      const { receiver } = call;
      if (!(receiver instanceof AsyncGenerator)) return UNKNOWN;
      call.inference.heap.store(receiver.sent, call.argument(0));
      return coroutine(receiver.yields);
    },
    athrow: ({ receiver }) =>
      receiver.type === "async_generator" ? coroutine(receiver.yields) : UNKNOWN,
  },
  coroutine: { close: "none", send: "unknown", throw: "unknown" },
};

function stores(call: MethodCall, type: Type): Type {
  call.store(type);
  return NONE;
}

/** `sort(key=f)` calls `f` with the elements. */
function with_key(call: MethodCall): void {
  const key = call.args.keywords.find(({ name }) => name === "key");
  if (key === undefined || key.type.type === "none") return;
  call.inference.invoke(key.type, {
    positional: [{ type: call.element(), is_star: false }],
    keywords: [],
    site: call.args.site,
    call: null,
  });
}

function dict_view(call: MethodCall, part: "keys" | "values" | "items"): Type {
  const { receiver } = call;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  const { heap } = call.inference;
  const key = heap.read(receiver.keys);
  const value = heap.read(receiver.values);
  return view(call, part, part === "keys" ? key : part === "values" ? value : tuple([key, value]));
}

/** Views are no iterators: they have a length and can be iterated again. */
function view(call: MethodCall, part: string, element: Type): Type {
  const cell = call.inference.program.site(call.args.site, part);
  call.inference.heap.store(cell, element);
  return new RuntimeInstance("builtins", `dict_${part}`, [cell]);
}

function dict_get(call: MethodCall, missing: Type): Type {
  const { receiver } = call;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  const value = call.inference.heap.read(receiver.values);
  const has_default = call.args.positional.length > 1 || call.has_star;
  return call.join(value, has_default ? call.argument(1) : missing);
}

function dict_setdefault(call: MethodCall): Type {
  const { receiver } = call;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  const { heap } = call.inference;
  heap.store(receiver.keys, call.argument(0));
  heap.store(receiver.values, call.args.positional.length > 1 ? call.argument(1) : NONE);
  return heap.read(receiver.values);
}

function dict_item(call: MethodCall): Type {
  const { receiver } = call;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  const { heap } = call.inference;
  return tuple([heap.read(receiver.keys), heap.read(receiver.values)]);
}

function dict_copy(call: MethodCall): Type {
  const { receiver } = call;
  const { heap, program } = call.inference;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  const [keys, values] = [
    program.site(call.args.site, "keys"),
    program.site(call.args.site, "values"),
  ];
  heap.store(keys, heap.read(receiver.keys));
  heap.store(values, heap.read(receiver.values));
  return new Dict(keys, values);
}

function dict_update(call: MethodCall): Type {
  const { receiver, args } = call;
  if (!(receiver instanceof Dict)) return UNKNOWN;
  for (const { type } of args.positional) fill_dict(call.inference, receiver, type);
  for (const { name, type } of args.keywords) {
    call.inference.heap.store(receiver.keys, name === null ? UNKNOWN : STR);
    call.inference.heap.store(receiver.values, type);
  }
  return NONE;
}

/** Puts a mapping, or an iterable of pairs, into a dict. */
export function fill_dict(inference: Inference, dict: Dict, source: Type): void {
  for (const member of members(source)) fill_from(inference, dict, member);
}

function fill_from(inference: Inference, dict: Dict, source: Type): void {
  const { heap } = inference;
  const mapping = as_dict(source);
  if (mapping !== null) {
    heap.store(dict.keys, heap.read(mapping.keys));
    heap.store(dict.values, heap.read(mapping.values));
    return;
  }
  // Objects of the library may be mappings, which give keys where they are iterated.
  const is_foreign = source.type === "runtime_instance" && source.module !== "builtins";
  const pair = is_foreign ? UNKNOWN : inference.element(source);
  if (pair.type === "tuple" && pair.elements.length === 2) {
    heap.store(dict.keys, pair.elements[0] ?? UNKNOWN);
    heap.store(dict.values, pair.elements[1] ?? UNKNOWN);
  } else if (pair !== NEVER) {
    heap.escape(pair);
    heap.store(dict.keys, UNKNOWN);
    heap.store(dict.values, UNKNOWN);
  }
}

function generator_send(call: MethodCall): Type {
  const { receiver } = call;
  if (!(receiver instanceof Generator)) return UNKNOWN;
  call.inference.heap.store(receiver.sent, call.argument(0));
  return receiver.yields;
}
