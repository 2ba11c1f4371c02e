// f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__code__: of functions that say what they are.
import { description_of, type Description } from "../calls/description.ts";
import { callable_kind } from "../calls/callable-kind.ts";
import { parse_signature } from "../calls/signature.ts";
import type { Dynamic } from "../dynamic.ts";
import { Dict } from "../mappings/dict.ts";
import { Tuple } from "../tuple.ts";
import { class_qualname } from "../type-name.ts";
import { MISSING } from "./missing.ts";

/** The attribute, or `MISSING`. */
export function function_attribute(f: Dynamic, name: string): Dynamic {
  if (!NAMES.has(name)) return MISSING;
  const description = description_of(f);
  if (description === null) return MISSING;
  const own = kept.get(description) ?? new Map<string, Dynamic>();
  kept.set(description, own);
  if (!own.has(name)) own.set(name, made(f, name, description));
  return own.get(name);
}

/** `f.__annotations__ = …`, where the function says anything of itself. */
export function described_annotations(f: Dynamic, value: Dynamic): boolean {
  const description = description_of(f);
  if (description === null) return false;
  const own = kept.get(description) ?? new Map<string, Dynamic>();
  kept.set(description, own.set("__annotations__", value));
  return true;
}

const NAMES: ReadonlySet<string> = new Set([
  "__defaults__",
  "__kwdefaults__",
  "__annotations__",
  "__code__",
  "__closure__",
]);

/** Each is one object for its function. */
const kept = new WeakMap<Description, Map<string, Dynamic>>();

function made(f: Dynamic, name: string, description: Description): Dynamic {
  const { defaults, kwdefaults, annotations } = description;
  switch (name) {
    case "__defaults__":
      return defaults === undefined ? null : Tuple.from_iterable(defaults);
    case "__kwdefaults__":
      return kwdefaults === undefined ? null : new Dict(Object.entries(kwdefaults));
    case "__annotations__":
      return new Dict(Object.entries(annotations?.() ?? {}));
    case "__code__":
      return new Code(f, description);
    default:
      return null;
  }
}

/** `f.__code__`. */
class Code {
  static readonly __name__: string = "code";
  static readonly __module__: string = "builtins";

  readonly co_name: string;
  readonly co_qualname: string;
  readonly co_filename: string;
  readonly co_firstlineno: number;
  readonly co_argcount: number;
  readonly co_posonlyargcount: number;
  readonly co_kwonlyargcount: number;
  readonly co_nlocals: number;
  readonly co_varnames: readonly string[];
  readonly co_flags: number;

  constructor(f: Dynamic, { parameters = "", receiver, variables = [], ...details }: Description) {
    const all = parse_signature(parameters);
    const own = receiver === undefined ? [] : [receiver];
    const names = (kind: RegExp): string[] =>
      all.filter((each) => kind.test(each.kind)).map((each) => each.name);
    const rest = names(/^rest$/);
    const keywords = names(/^keyword_rest$/);
    this.co_name = f.__name__ ?? (f.name || "<lambda>");
    this.co_qualname = class_qualname(f) || "<lambda>";
    this.co_filename = details.file ?? "";
    this.co_firstlineno = details.line ?? 1;
    this.co_argcount = own.length + names(/^positional/).length;
    this.co_posonlyargcount = names(/^positional_only$/).length;
    if (this.co_posonlyargcount > 0) this.co_posonlyargcount += own.length;
    this.co_kwonlyargcount = names(/^keyword_only$/).length;
    this.co_varnames = Tuple.of(
      ...own,
      ...names(/^positional/),
      ...names(/^keyword_only$/),
      ...rest,
      ...keywords,
      ...variables,
    );
    this.co_nlocals = this.co_varnames.length;
    const is_coroutine = callable_kind(f) === "coroutine_function";
    this.co_flags =
      3 + (rest.length > 0 ? 4 : 0) + (keywords.length > 0 ? 8 : 0) + (is_coroutine ? 128 : 0);
  }
}
