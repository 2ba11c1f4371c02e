// Arguments of CPython's own functions, which are counted and named in errors in another way than those of a `def`.
import { COUNTED_AS_TYPES, function_signature } from "../../signatures/functions.ts";
import { method_signature } from "../../signatures/methods.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { nearest_name } from "../traceback/suggestion.ts";
import { is_keywords } from "../keywords.ts";
import { parse_signature, type Parameter } from "./signature.ts";

type KeywordArguments = Readonly<Record<string, Dynamic>>;

/** The parameters of a method of a built-in type, named as `list.append`; `null` for all other names. */
export function native_parameters(name: string): readonly Parameter[] | null {
  const dot = name.indexOf(".");
  if (dot < 0) return null;
  const text = method_signature(name.slice(0, dot), name.slice(dot + 1));
  return text === null ? null : parse_signature(text);
}

/** Whether the arguments of a method fit, as far as their count says; the last one may be the keywords' object. */
export function fits_native(f: Function, name: () => string, args: readonly Dynamic[]): boolean {
  let arity = arities.get(f);
  if (arity === undefined) {
    arity = arity_of(native_parameters(name()));
    arities.set(f, arity);
  }
  if (args.length >= arity.least && args.length <= arity.most) return true;
  return arity.has_keywords && is_keywords(args.at(-1)) && args.length - 1 <= arity.most;
}

interface Arity {
  readonly least: number;
  readonly most: number;
  readonly has_keywords: boolean;
}

const arities = new WeakMap<Function, Arity>();

function arity_of(parameters: readonly Parameter[] | null): Arity {
  if (parameters === null) return { least: 0, most: Infinity, has_keywords: true };
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  return {
    least: positional.filter(({ is_optional }) => !is_optional).length,
    most: parameters.some(({ kind }) => kind === "rest") ? Infinity : positional.length,
    has_keywords: parameters.some(({ kind }) => kind.startsWith("keyword")),
  };
}

/** TypeError where arguments, the keywords' object last, don't fit the method of that name. */
export function check_arguments(name: string, args: readonly Dynamic[]): void {
  const parameters = native_parameters(name);
  if (parameters === null) return;
  const last: unknown = args.at(-1);
  const keywords = is_keywords(last) ? last : null;
  check_native(name, parameters, args.length - (keywords === null ? 0 : 1), keywords ?? {});
}

/** A call of a built-in function or type that can only fail: raises its TypeError. */
export function misfit(
  name: string,
  args: readonly Dynamic[],
  keywords: KeywordArguments = {},
): never {
  const text = name === "dict" ? "source=, /, **kwargs" : function_signature(name);
  if (text !== null) check_native(name, parse_signature(text), args.length, keywords);
  throw new TypeError(`${name}() got arguments that do not fit`);
}

/** TypeError, in CPython's words, where so many positional arguments and these keywords don't fit. */
export function check_native(
  name: string,
  parameters: readonly Parameter[],
  count: number,
  keywords: KeywordArguments,
): void {
  const names = Object.keys(keywords);
  const takes_names = parameters.some(({ kind }) => kind !== "positional_only" && kind !== "rest");
  if (names.length > 0 && !takes_names) throw new TypeError(`${name}() takes no keyword arguments`);
  if (parameters.some(({ kind }) => kind === "keyword_rest")) {
    if (!/^dict(?:\.update)?$/.test(name) || count <= 1) return;
    throw new TypeError(`${last_part(name)} expected at most 1 argument, got ${count}`);
  }
  if (!takes_names || (names.length === 0 && COUNTS_PLAIN.has(name)) || name === "sorted")
    check_count(name, parameters, count, !takes_names);
  if (takes_names) check_named(name, parameters, count, names);
}

/** These say so when too many arguments come without a name. */
const COUNTS_PLAIN: ReadonlySet<string> = new Set(["int", "str"]);

/** Positional arguments alone. */
function check_count(
  name: string,
  parameters: readonly Parameter[],
  count: number,
  is_whole: boolean,
): void {
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const takes_rest = parameters.some(({ kind }) => kind === "rest");
  const least = positional.filter(({ is_optional }) => !is_optional).length;
  const most = takes_rest ? Infinity : positional.length;
  if (count >= least && count <= most) return;
  if (name === "map") throw new TypeError("map() must have at least two arguments.");
  if (is_whole && most === 0) throw new TypeError(`${name}() takes no arguments (${count} given)`);
  if (is_whole && least === 1 && most === 1 && !COUNTED_AS_TYPES.has(name))
    throw new TypeError(`${name}() takes exactly one argument (${count} given)`);
  const bound = count < least ? least : most;
  const how = least === most ? "" : count < least ? "at least " : "at most ";
  throw new TypeError(`${last_part(name)} expected ${how}${counted(bound)}, got ${count}`);
}

/** Arguments of which some may come by name. */
function check_named(
  full_name: string,
  parameters: readonly Parameter[],
  count: number,
  names: readonly string[],
): void {
  const name = full_name === "sorted" ? "sort" : last_part(full_name);
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const takes_rest = parameters.some(({ kind }) => kind === "rest");
  const all = parameters.length - (takes_rest ? 1 : 0) - (full_name === "sorted" ? 1 : 0);
  const given = (takes_rest || full_name === "sorted" ? 0 : count) + names.length;
  if (given > all)
    throw new TypeError(
      `${name}() takes at most ${counted(all, given === names.length ? "keyword argument" : "argument")} (${given} given)`,
    );
  check_positions(name, positional, takes_rest ? 0 : count);
  const unknown = names.find(
    (each) => !parameters.some((one) => one.name === each && takes_name(one)),
  );
  if (name === "enumerate" && (unknown !== undefined || names[0] === "start") && count === 0)
    throw new TypeError(
      names.includes("iterable") || names[0] === "start"
        ? `'${names.find((each) => each !== "iterable")}' is an invalid keyword argument for enumerate()`
        : "enumerate() missing required argument 'iterable'",
    );
  for (const [place, parameter] of positional.entries())
    if (place >= count && !parameter.is_optional && !names.includes(parameter.name))
      throw new TypeError(
        name === "enumerate"
          ? `${name}() missing required argument '${parameter.name}'`
          : `${name}() missing required argument '${parameter.name}' (pos ${place + 1})`,
      );
  const twice = positional.findIndex(
    (one, place) => place < count && takes_name(one) && names.includes(one.name),
  );
  if (twice >= 0)
    throw new TypeError(
      `argument for ${name}() given by name ('${positional[twice]?.name}') and position (${twice + 1})`,
    );
  if (unknown === undefined) return;
  throw new TypeError(
    name === "enumerate"
      ? `'${unknown}' is an invalid keyword argument for enumerate()`
      : `${name}() got an unexpected keyword argument '${unknown}'${suggested(unknown, parameters)}`,
  );
}

/** `. Did you mean 'key'?` */
export function suggested(unknown: string, parameters: readonly Parameter[]): string {
  const nearest = nearest_name(
    unknown,
    parameters.filter(takes_name).map(({ name }) => name),
  );
  return nearest === null ? "" : `. Did you mean '${nearest}'?`;
}

function check_positions(name: string, positional: readonly Parameter[], count: number): void {
  const most = positional.length;
  const unnamed = positional.filter(
    ({ kind, is_optional }) => kind === "positional_only" && !is_optional,
  ).length;
  const given = `(${count} given)`;
  if (count > most) {
    if (most === 0) throw new TypeError(`${name}() takes no positional arguments`);
    const least = positional.filter(({ is_optional }) => !is_optional).length;
    const how = least < most ? "at most" : "exactly";
    throw new TypeError(`${name}() takes ${how} ${counted(most, "positional argument")} ${given}`);
  }
  if (count >= unnamed) return;
  const how = unnamed < most ? "at least" : "exactly";
  throw new TypeError(`${name}() takes ${how} ${counted(unnamed, "positional argument")} ${given}`);
}

function takes_name({ kind }: Parameter): boolean {
  return kind === "positional" || kind === "keyword_only";
}

function counted(count: number, noun = "argument"): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function last_part(name: string): string {
  return name.slice(name.indexOf(".") + 1);
}
