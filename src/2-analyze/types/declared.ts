// Between the runtime's declared types and the types of the analysis: match arguments, make results.
import type { Declared } from "../../facts/declared-api.ts";
import type { Type } from "../../facts/types.ts";
import { ANY_INT } from "../ranges/interval.ts";
import type { Cell } from "./cell.ts";
import type { Inference } from "./inference.ts";
import {
  AsyncGenerator,
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  coroutine,
  Dict,
  FLOAT,
  frozenset,
  Generator,
  INT,
  iterator,
  List,
  members,
  NEVER,
  NONE,
  RangeOf,
  RuntimeInstance,
  SetOf,
  STR,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

const NUMBER: Type = { type: "union", members: [INT, FLOAT] };

const SIMPLE: Readonly<Record<string, Type>> = {
  int: INT,
  float: FLOAT,
  number: NUMBER,
  complex: COMPLEX,
  bool: BOOL,
  str: STR,
  bytes: BYTES,
  bytearray: BYTEARRAY,
  none: NONE,
  never: NEVER,
  unknown: UNKNOWN,
  range: new RangeOf(ANY_INT),
  slice: { type: "slice" },
  ellipsis: { type: "ellipsis" },
};

/** What type variables stand for: those of a class are cells of the instance, those of a call are found. */
export class Substitution {
  readonly class_variables = new Map<string, Cell>();
  readonly found = new Map<string, Type>();
  /** The object whose method is called. */
  self: Type = UNKNOWN;
  private readonly inference: Inference;

  constructor(inference: Inference) {
    this.inference = inference;
  }

  get(name: string): Type {
    const cell = this.class_variables.get(name);
    if (cell !== undefined) return this.inference.heap.read(cell);
    return this.found.get(name) ?? UNKNOWN;
  }

  /** A parameter that is left out is None. */
  put_default(name: string): void {
    if (!this.class_variables.has(name)) this.found.set(name, NONE);
  }

  put(name: string, type: Type): void {
    const { heap } = this.inference;
    const cell = this.class_variables.get(name);
    if (cell !== undefined) heap.store(cell, type);
    else this.found.set(name, heap.join(this.found.get(name) ?? NEVER, type));
  }
}

/** A value of a declared type; containers that it makes live in cells of the site. */
export function instantiate(
  inference: Inference,
  declared: Declared,
  substitution: Substitution,
  site: object,
  path = "result",
): Type {
  const simple = SIMPLE[declared.name];
  if (simple !== undefined) return simple;
  if (declared.name.startsWith("$")) return substitution.get(declared.name.slice(1));
  if (declared.name === "self") return substitution.self;
  const argument = (index: number): Type => {
    const inner = declared.arguments[index];
    if (inner === undefined) return UNKNOWN;
    return instantiate(inference, inner, substitution, site, `${path}.${index}`);
  };
  const cell = (index: number): Cell => {
    const made = inference.program.site(site, `${path}/${index}`);
    inference.heap.store(made, argument(index));
    return made;
  };
  switch (declared.name) {
    case "list": {
      const elements = cell(0);
      elements.root.shrinks = true; // for all that we know of who else holds it
      return new List(elements);
    }
    case "set":
      return new SetOf(cell(0));
    case "frozenset":
      return frozenset(argument(0));
    case "dict":
      return new Dict(cell(0), cell(1));
    case "tuple":
      return declared.arguments.length === 1 && declared.arguments[0]?.name === "*"
        ? tuple_of(instantiate_rest(inference, declared, substitution, site, path))
        : tuple(declared.arguments.map((_, index) => argument(index)));
    case "iterator":
      return iterator(argument(0));
    case "generator":
      return new Generator(argument(0), cell(1), argument(2));
    case "async_generator":
      return new AsyncGenerator(argument(0), cell(1));
    case "coroutine":
    case "blocking":
      return coroutine(argument(0));
    case "union":
      return inference.heap.join_all(declared.arguments.map((_, index) => argument(index)));
    case "function":
      return {
        type: "callable",
        parameters: null,
        returns: argument(declared.arguments.length - 1),
      };
    default:
      return declared.name.includes(":") ? instance_of(declared, cell) : UNKNOWN;
  }
}

function instantiate_rest(
  inference: Inference,
  declared: Declared,
  substitution: Substitution,
  site: object,
  path: string,
): Type {
  const element = declared.arguments[0]?.arguments[0];
  if (element === undefined) return UNKNOWN;
  return instantiate(inference, element, substitution, site, `${path}.*`);
}

function instance_of(declared: Declared, cell: (index: number) => Cell): Type {
  const [module = "", name = ""] = declared.name.split(":");
  return new RuntimeInstance(
    module,
    name,
    declared.arguments.map((_, index) => cell(index)),
  );
}

/** Learns type variables from an argument; what is declared as unknown lets it escape. */
export function match(
  inference: Inference,
  declared: Declared,
  type: Type,
  substitution: Substitution,
): void {
  const { heap } = inference;
  const inner = (index: number, found: Type): void => {
    const part = declared.arguments[index];
    if (part !== undefined) match(inference, part, found, substitution);
  };
  if (declared.name.startsWith("$")) return substitution.put(declared.name.slice(1), type);
  if (SIMPLE[declared.name] !== undefined && declared.name !== "unknown") return;
  switch (declared.name) {
    case "awaitable":
    case "coroutine":
      return inner(0, inference.awaited(type));
    case "list":
    case "set":
    case "frozenset":
    case "iterable":
    case "iterator":
      inner(0, inference.element(type));
      return;
    case "async_iterable":
      return inner(0, inference.async_element(type));
    case "dict":
      for (const member of members(type)) {
        if (member instanceof Dict) {
          inner(0, heap.read(member.keys));
          inner(1, heap.read(member.values));
        } else heap.escape(member);
      }
      return;
    case "pack":
      if (type.type === "tuple") inner(0, type);
      else heap.escape(type);
      return;
    case "tuple":
      for (const member of members(type)) {
        declared.arguments.forEach((part, index) => {
          const found = member.type === "tuple" ? member.elements[index] : undefined;
          match(inference, part, found ?? inference.element(member), substitution);
        });
      }
      return;
    case "union":
      return match_union(inference, declared, type, substitution);
    case "function":
      return match_function(inference, declared, type, substitution);
    default:
      return match_instance(inference, declared, type, substitution);
  }
}

function match_union(
  inference: Inference,
  declared: Declared,
  type: Type,
  substitution: Substitution,
): void {
  for (const member of type.type === "unknown" ? [type] : members(type)) {
    const fitting = declared.arguments.filter((part) => may_fit(part, member));
    if (fitting.length === 0) inference.heap.escape(member);
    for (const part of fitting) match(inference, part, member, substitution);
  }
}

/** Can a value of the type be an argument for the parameter? */
export function may_fit(declared: Declared, type: Type): boolean {
  if (type.type === "unknown" || declared.name.startsWith("$") || declared.name === "unknown") {
    return true;
  }
  const fits = FITS[declared.name];
  if (fits !== undefined) return fits.includes(type.type);
  if (declared.name === "union") return declared.arguments.some((part) => may_fit(part, type));
  if (!declared.name.includes(":")) return true;
  return type.type === "runtime_instance" || type.type === "instance";
}

/** Terms that are not listed take anything. */
const FITS: Readonly<Record<string, readonly Type["type"][]>> = {
  int: ["int", "bool"],
  float: ["float"],
  number: ["int", "float", "bool"],
  bool: ["bool"],
  str: ["str"],
  bytes: ["bytes"],
  none: ["none"],
  awaitable: ["coroutine", "generator", "runtime_instance", "instance"],
  coroutine: ["coroutine"],
  list: ["list"],
  set: ["set"],
  dict: ["dict"],
  tuple: ["tuple", "tuple_of"],
  iterable: [
    "str",
    "bytes",
    "bytearray",
    "runtime_instance",
    "instance",
    "list",
    "set",
    "frozenset",
    "tuple",
    "tuple_of",
    "iterator",
    "generator",
    "range",
    "dict",
  ],
  function: ["function", "bound_method", "class", "runtime_function", "runtime_method", "callable"],
};

/** The runtime calls the function with what is declared; its result is what the runtime gets. */
function match_function(
  inference: Inference,
  declared: Declared,
  type: Type,
  substitution: Substitution,
): void {
  if (type.type === "none") return;
  const parameters = declared.arguments.slice(0, -1);
  const result = declared.arguments.at(-1);
  const positional = parameters.flatMap((part, index) => {
    if (part.name !== "*") {
      return [
        { type: instantiate(inference, part, substitution, declared, `p${index}`), is_star: false },
      ];
    }
    const rest = part.arguments[0];
    const types = rest === undefined ? UNKNOWN : substitution.get(rest.name.slice(1));
    if (types.type === "tuple") return types.elements.map((one) => ({ type: one, is_star: false }));
    return [{ type: UNKNOWN, is_star: true }];
  });
  // Who is given all arguments gets the keywords, too.
  const is_open = positional.some(({ is_star }) => is_star);
  const keywords = is_open ? [{ name: null, type: UNKNOWN }] : [];
  const given = inference.invoke(type, { positional, keywords, site: declared, call: null });
  if (result !== undefined) match(inference, result, given, substitution);
}

function match_instance(
  inference: Inference,
  declared: Declared,
  type: Type,
  substitution: Substitution,
): void {
  for (const member of type.type === "unknown" ? [] : members(type)) {
    const is_same =
      member instanceof RuntimeInstance && declared.name === `${member.module}:${member.name}`;
    if (!is_same) {
      inference.heap.escape(member);
      continue;
    }
    declared.arguments.forEach((part, index) => {
      const cell = member.cells[index];
      if (cell !== undefined) match(inference, part, inference.heap.read(cell), substitution);
    });
  }
}

/** Puts what was learnt back into mutable arguments: the callee may have stored it there. */
export function refill(
  inference: Inference,
  declared: Declared,
  type: Type,
  substitution: Substitution,
): void {
  const variable = declared.arguments[0]?.name ?? "";
  if (!variable.startsWith("$") || declared.name.startsWith("iter")) return;
  const found = substitution.found.get(variable.slice(1));
  if (found === undefined) return;
  for (const member of members(type)) {
    if (member instanceof List || member instanceof SetOf) inference.heap.store(member.cell, found);
    else if (member instanceof RuntimeInstance && member.cells[0] !== undefined) {
      if (declared.name === `${member.module}:${member.name}`) {
        inference.heap.store(member.cells[0], found);
      }
    }
  }
}
