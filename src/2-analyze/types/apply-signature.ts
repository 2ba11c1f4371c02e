// A call by a declared signature: which overload, which argument meets which parameter, what comes out.
import type { Declared, Signature } from "../../facts/declared-api.ts";
import type { Type } from "../../facts/types.ts";
import { instantiate, match, may_fit, refill, Substitution } from "./declared.ts";
import { all_types, type CallArguments, type Inference } from "./inference.ts";
import { AsyncGenerator, coroutine, members, tuple, UNKNOWN } from "./values.ts";

/** What the call gives; functions among the arguments are called, containers filled. */
export function apply_signature(
  inference: Inference,
  declared: Signature,
  args: CallArguments,
  substitution: Substitution,
): Type {
  const fitting = (declared.overloads ?? []).filter((one) => fits(one, args));
  const [first] = fitting;
  const is_certain = all_types(args).every(({ type }) => type !== "unknown");
  if (first === undefined || fitting.length === 1 || is_certain) {
    return apply(inference, first ?? declared, args, substitution);
  }
  const results = fitting.map((one) => {
    const own = new Substitution(inference);
    own.self = substitution.self;
    for (const [name, cell] of substitution.class_variables) own.class_variables.set(name, cell);
    return apply(inference, one, args, own);
  });
  return inference.heap.join_all(results);
}

function apply(
  inference: Inference,
  signature: Signature,
  args: CallArguments,
  substitution: Substitution,
): Type {
  const pairs = pair_arguments(inference, signature, args);
  match_all(inference, pairs, false, substitution);
  for (const { name, optional, type } of signature.parameters) {
    const variable = type.name.slice(1);
    const is_open = type.name.startsWith("$") && !substitution.found.has(variable);
    const is_given = pairs.some(({ declared }) => declared === type);
    if (optional && is_open && !is_given && name !== "args") substitution.put_default(variable);
    const packed = type.arguments[0]?.name.slice(1);
    if (type.name === "pack" && packed !== undefined && !is_given) {
      substitution.found.set(packed, tuple([]));
    }
  }
  match_all(inference, pairs, true, substitution);
  for (const { declared, type } of pairs) refill(inference, declared, type, substitution);
  const result = instantiate(inference, signature.result, substitution, args.site);
  if (signature.effect === "coroutine") return coroutine(result);
  if (signature.effect === "async_generator" && !(result instanceof AsyncGenerator)) return UNKNOWN;
  return result;
}

/** Functions are matched last: by then it is known what they are called with. */
function match_all(
  inference: Inference,
  pairs: readonly Pair[],
  are_functions: boolean,
  substitution: Substitution,
): void {
  for (const { declared, type } of pairs) {
    if (mentions_function(declared) !== are_functions) continue;
    match(inference, declared, type, substitution);
  }
}

/** Does an overload know all the keywords, need no others, and take such arguments? */
function fits({ parameters }: Signature, args: CallArguments): boolean {
  const places = parameters.filter(({ kind }) => kind === "positional");
  const has_rest = parameters.some(({ kind }) => kind === "rest");
  const takes = args.positional.every(({ type, is_star }, index) => {
    const place = places[index];
    if (is_star || place === undefined) return has_rest || is_star;
    return members(type).every((member) => may_fit(place.type, member));
  });
  return (
    takes &&
    args.keywords.every(({ name }) => parameters.some((parameter) => parameter.name === name)) &&
    parameters.every(
      ({ name, kind, optional }) =>
        kind !== "keyword_only" || optional || args.keywords.some((given) => given.name === name),
    )
  );
}

interface Pair {
  readonly declared: Declared;
  readonly type: Type;
}

function pair_arguments(inference: Inference, signature: Signature, args: CallArguments): Pair[] {
  const pairs: Pair[] = [];
  const places = signature.parameters.filter(({ kind }) => kind === "positional");
  const rest = signature.parameters.find(({ kind }) => kind === "rest");
  const is_pack = rest?.type.name.startsWith("$") === true && rest.type.name.startsWith("$...");
  const packed: Type[] = [];
  let has_star = false;
  args.positional.forEach(({ type, is_star }, index) => {
    has_star ||= is_star;
    const given = is_star ? inference.element(type) : type;
    const place = has_star ? undefined : places[index];
    if (place !== undefined) pairs.push({ declared: place.type, type: given });
    else if (is_pack) packed.push(given);
    else if (rest !== undefined) pairs.push({ declared: rest.type, type: given });
    else inference.heap.escape(given);
    if (has_star)
      for (const one of places.slice(index)) pairs.push({ declared: one.type, type: given });
  });
  if (is_pack && rest !== undefined && !has_star) {
    pairs.push({ declared: rest.type, type: tuple(packed) });
  }
  for (const { name, type } of args.keywords) {
    const place = signature.parameters.find((parameter) => parameter.name === name);
    if (place === undefined || name === "kwargs") {
      // It may be for the function that is handed over.
      inference.heap.escape(type);
      for (const pair of pairs)
        if (mentions_function(pair.declared)) inference.heap.escape(pair.type);
    } else pairs.push({ declared: place.type, type });
  }
  return pairs;
}

function mentions_function(declared: Declared): boolean {
  return declared.name === "function" || declared.arguments.some(mentions_function);
}
