// Runs cases of operations on containers with our runtime, as operations.py runs them with CPython.
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";

/** A value as JSON: numbers, strings and `null` as they are, all else as `{ kind: body }`. */
export type Encoded = number | string | boolean | null | { readonly [kind: string]: Dynamic };

/** Target name or `null`, function or `.method`, arguments. */
export type Operation = readonly [string | null, string, ...Encoded[]];

/** One line per operation: the result or the error, then all named values. */
export function run_case(operations: readonly Operation[]): readonly string[] {
  const names = new Map<string, unknown>();
  return operations.map(([target, name, ...args]) => {
    let text: string;
    try {
      const result: unknown = apply(
        name,
        args.map((argument) => decode(argument, names)),
      );
      if (target !== null) names.set(target, result);
      text = builtins.repr(result);
    } catch (error) {
      if (!(error instanceof builtins.BaseException)) throw error;
      text = `${(error.constructor as Dynamic).__name__ ?? error.constructor.name}: ${error.__str__()}`;
    }
    return [text, ...[...names.values()].map((value) => builtins.repr(value))].join(" | ");
  });
}

function decode(value: Encoded, names: ReadonlyMap<string, unknown>): Dynamic {
  if (typeof value !== "object" || value === null) return value;
  const [kind, body] = Object.entries(value)[0] as [string, Dynamic];
  if (kind === "name") {
    if (!names.has(body)) throw new builtins.KeyError(body);
    return names.get(body);
  }
  if (kind === "float")
    return Number.isInteger(Number(body)) ? new builtins.Float(Number(body)) : Number(body);
  if (kind === "int") return builtins.int(body);
  if (kind === "options") return body;
  if (kind === "bytes") return builtins.b(body);
  const items = (body as Encoded[]).map((item) => decode(item, names));
  switch (kind) {
    case "list":
      return items;
    case "tuple":
      return builtins.tuple(items);
    case "set":
      return builtins.set(items);
    case "frozenset":
      return builtins.frozenset(items);
    case "dict":
      return builtins.dict(items);
    case "slice":
      return new builtins.Slice(items[0], items[1], items[2]);
    case "range":
      return builtins.range(items[0], items[1], items[2]);
    default:
      throw new Error(kind);
  }
}

const functions: Readonly<Record<string, (...args: Dynamic[]) => unknown>> = {
  value: (value) => value,
  unpack: (items, count) => [...builtins.unpack(items, count)],
  constant: (...items) => builtins.PySet.constant(...items),
  enumerate: (items, start) => builtins.list(builtins.enumerate(items, start)),
  items: (dict) => builtins.list(dict.items()),
  zip: (...items) => builtins.list(builtins.zip(...items)),
  reversed: (items) => builtins.list(builtins.reversed(items)),
  sort: (items, reverse) => builtins.list.sort(items, { reverse }),
};

function apply(name: string, args: readonly Dynamic[]): unknown {
  if (name.startsWith(".")) return builtins.call_method(args[0], name.slice(1), ...args.slice(1));
  const f: Dynamic = functions[name] ?? (builtins as Dynamic)[name];
  return f(...args) ?? null;
}
