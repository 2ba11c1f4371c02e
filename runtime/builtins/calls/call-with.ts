// call_with(): a call with keyword arguments of something unknown.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { class_qualname, type_name } from "../type-name.ts";
import { call } from "./call.ts";
import { callable_kind } from "./callable-kind.ts";
import { parameters_of, type Parameter } from "./signature.ts";

/** Keyword arguments by name; a mapping with a JavaScript iterator of pairs (`Dict.entries`) is unpacked by the emitter. */
export type KeywordArguments = Readonly<Record<string, Dynamic>>;

/**
 * `f(*args, **keywords)`: puts keywords that name positional parameters in their places, by the signature that
 * the callee declares. Without one they travel in the trailing object. TypeError for names that `f` does not take.
 */
export function call_with(
  f: Dynamic,
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): Dynamic {
  const names = Object.keys(keywords);
  if (names.length === 0) return call(f, ...args);
  const parameters = declared(f);
  if (parameters === null) return call(f, ...args, keywords);
  return call(f, ...place(callee_name(f), parameters, args, keywords));
}

/** The parameters of whatever the call reaches: a function, `__init__` of a class, `__call__` of an object. */
function declared(f: Dynamic): readonly Parameter[] | null {
  if (typeof f !== "function") {
    const method: Dynamic = f?.__call__;
    return typeof method === "function" ? parameters_of(method) : null;
  }
  const own = parameters_of(f);
  if (own !== null || callable_kind(f) !== "class") return own;
  const init: Dynamic = f.prototype?.__init__;
  const from_init = typeof init === "function" ? parameters_of(init) : null;
  const parent: Dynamic = Object.getPrototypeOf(f);
  return from_init ?? (parent === Function.prototype ? null : declared(parent));
}

/** Positional arguments in order, then the trailing object with the rest. Absent ones are `undefined`: their defaults apply. */
export function place(
  name: string,
  parameters: readonly Parameter[],
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): readonly Dynamic[] {
  const placed: Dynamic[] = [...args];
  const rest: Record<string, Dynamic> = {};
  const positional = parameters.filter(
    ({ kind }) => kind === "positional" || kind === "positional_only",
  );
  const takes_any = parameters.some(({ kind }) => kind === "keyword_rest");
  for (const [keyword, value] of Object.entries(keywords)) {
    const index = positional.findIndex(
      (parameter) => parameter.name === keyword && parameter.kind === "positional",
    );
    if (index >= 0) {
      if (index < args.length)
        throw new TypeError(`${name}() got multiple values for argument '${keyword}'`);
      while (placed.length < index) placed.push(undefined);
      placed[index] = value;
    } else if (takes_any || is_keyword_only(parameters, keyword)) rest[keyword] = value;
    else throw new TypeError(`${name}() got an unexpected keyword argument '${keyword}'`);
  }
  const missing = positional.filter(
    (parameter, index) =>
      !parameter.is_optional && index >= args.length && !(parameter.name in keywords),
  );
  if (missing.length > 0) throw missing_arguments(name, missing);
  if (Object.keys(rest).length === 0) return placed;
  // The trailing object stands behind all positional parameters.
  while (placed.length < positional.length) placed.push(undefined);
  return [...placed, rest];
}

function is_keyword_only(parameters: readonly Parameter[], keyword: string): boolean {
  return parameters.some(({ name, kind }) => kind === "keyword_only" && name === keyword);
}

function missing_arguments(name: string, missing: readonly Parameter[]): TypeError {
  const quoted = missing.map((parameter) => `'${parameter.name}'`);
  const last = quoted.at(-1) ?? "";
  const list =
    quoted.length < 2
      ? last
      : quoted.length === 2
        ? quoted.join(" and ")
        : `${quoted.slice(0, -1).join(", ")}, and ${last}`;
  const noun = quoted.length === 1 ? "argument" : "arguments";
  return new TypeError(`${name}() missing ${quoted.length} required positional ${noun}: ${list}`);
}

/** As CPython names it: classes by the `__init__` that takes the arguments. */
function callee_name(f: Dynamic): string {
  if (typeof f !== "function") return `${type_name(f)}.__call__`;
  const name = class_qualname(f) || "<lambda>";
  return callable_kind(f) === "class" ? `${name}.__init__` : name;
}
