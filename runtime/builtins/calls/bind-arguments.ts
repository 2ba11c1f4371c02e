// Arguments to parameters, by a declared signature, with CPython's errors in CPython's order.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { check_native, native_parameters, suggested } from "./native-arguments.ts";
import type { Parameter } from "./signature.ts";

/** Keyword arguments by name. */
export type KeywordArguments = Readonly<Record<string, Dynamic>>;

/** Who is called: the name that errors show, and whether an instance goes before the arguments. */
export interface CalleeInfo {
  readonly name: string;
  readonly takes_self: boolean;
}

/**
 * Positional arguments in order, then the trailing object of keyword ones. Absent arguments are `undefined`, so that
 * their defaults apply. TypeError when the arguments don't fit the parameters.
 */
export function bind_arguments(
  callee: CalleeInfo,
  parameters: readonly Parameter[],
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): readonly Dynamic[] {
  const native = native_parameters(callee.name);
  const count = is_receiver(parameters[0]) ? args.length - 1 : args.length;
  if (native !== null) check_native(callee.name, native, count, keywords);
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const placed: Dynamic[] = [...args];
  const rest = place_keywords(callee.name, parameters, positional, args.length, keywords, placed);
  const takes_rest = parameters.some(({ kind }) => kind === "rest");
  if (args.length > positional.length && !takes_rest)
    throw too_many(callee, parameters, positional, args.length, rest);
  check_missing(
    callee.name,
    positional,
    (parameter, index) =>
      index < args.length || (parameter.kind === "positional" && parameter.name in keywords),
  );
  const keyword_only = parameters.filter(({ kind }) => kind === "keyword_only");
  check_missing(callee.name, keyword_only, ({ name }) => name in rest);
  if (Object.keys(rest).length === 0) return placed;
  // The trailing object stands behind all positional parameters.
  while (placed.length < positional.length) placed.push(undefined);
  return [...placed, rest];
}

/** `dict.update(d, x)`: the object stands first. */
function is_receiver(parameter: Parameter | undefined): boolean {
  return parameter?.name === "self" && parameter.kind === "positional_only";
}

/** Puts keywords that name positional parameters into `placed`; gives the others. */
function place_keywords(
  name: string,
  parameters: readonly Parameter[],
  positional: readonly Parameter[],
  given: number,
  keywords: KeywordArguments,
  placed: Dynamic[],
): Record<string, Dynamic> {
  const rest: Record<string, Dynamic> = {};
  const takes_any = parameters.some(({ kind }) => kind === "keyword_rest");
  for (const [keyword, value] of Object.entries(keywords)) {
    const index = positional.findIndex(
      (parameter) => parameter.name === keyword && parameter.kind === "positional",
    );
    if (index >= 0) {
      if (index < given)
        throw new TypeError(`${name}() got multiple values for argument '${keyword}'`);
      while (placed.length < index) placed.push(undefined);
      placed[index] = value;
    } else if (takes_any || is_keyword_only(parameters, keyword)) rest[keyword] = value;
    else throw unexpected(name, parameters, keywords, keyword);
  }
  return rest;
}

function is_keyword_only(parameters: readonly Parameter[], keyword: string): boolean {
  return parameters.some(({ name, kind }) => kind === "keyword_only" && name === keyword);
}

function unexpected(
  name: string,
  parameters: readonly Parameter[],
  keywords: KeywordArguments,
  keyword: string,
): TypeError {
  const refused = parameters
    .filter((parameter) => parameter.kind === "positional_only" && parameter.name in keywords)
    .map((parameter) => parameter.name);
  return new TypeError(
    refused.length > 0
      ? `${name}() got some positional-only arguments passed as keyword arguments: '${refused.join(", ")}'`
      : `${name}() got an unexpected keyword argument '${keyword}'${suggested(keyword, parameters)}`,
  );
}

function too_many(
  { name, takes_self }: CalleeInfo,
  parameters: readonly Parameter[],
  positional: readonly Parameter[],
  count: number,
  rest: Readonly<Record<string, Dynamic>>,
): TypeError {
  const self = takes_self ? 1 : 0;
  const most = positional.length + self;
  const fewest = positional.filter(({ is_optional }) => !is_optional).length + self;
  const takes = fewest < most ? `from ${fewest} to ${most}` : `${most}`;
  const noun = most === 1 && fewest === most ? "argument" : "arguments";
  const given = count + self;
  const by_name = parameters.filter(
    (parameter) => parameter.kind === "keyword_only" && parameter.name in rest,
  ).length;
  const shown =
    by_name === 0
      ? `${given}`
      : `${given} positional argument${given === 1 ? "" : "s"} (and ${by_name} keyword-only argument${by_name === 1 ? "" : "s"})`;
  const verb = given === 1 && by_name === 0 ? "was" : "were";
  return new TypeError(`${name}() takes ${takes} positional ${noun} but ${shown} ${verb} given`);
}

function check_missing(
  name: string,
  parameters: readonly Parameter[],
  is_given: (parameter: Parameter, index: number) => boolean,
): void {
  const missing = parameters.filter(
    (parameter, index) => !parameter.is_optional && !is_given(parameter, index),
  );
  const first = missing[0];
  if (first === undefined) return;
  const kind = first.kind === "keyword_only" ? "keyword-only" : "positional";
  const noun = missing.length === 1 ? "argument" : "arguments";
  throw new TypeError(
    `${name}() missing ${missing.length} required ${kind} ${noun}: ${enumeration(missing)}`,
  );
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function enumeration(parameters: readonly Parameter[]): string {
  const names = parameters.map(({ name }) => `'${name}'`);
  const last = names.at(-1) ?? "";
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${last}`;
}
