// call_with(): a call with keyword arguments of something unknown.
import type { Dynamic } from "../dynamic.ts";
import { bind_arguments, type KeywordArguments } from "./bind-arguments.ts";
import { call } from "./call.ts";
import { callable_kind } from "./callable-kind.ts";
import { callee_info } from "./callee-info.ts";
import { method_parameters } from "./method-parameters.ts";
import { parameters_of, type Parameter } from "./signature.ts";

/**
 * `f(*args, **keywords)`: puts keywords that name positional parameters in their places, by the signature that
 * the callee declares. Without one they travel in the trailing object. TypeError when the arguments don't fit.
 */
export function call_with(
  f: Dynamic,
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): Dynamic {
  const parameters = declared(f);
  if (parameters !== null)
    return call(f, ...bind_arguments(callee_info(f), parameters, args, keywords));
  return Object.keys(keywords).length === 0 ? call(f, ...args) : call(f, ...args, keywords);
}

/** The parameters of whatever the call reaches: a function, `__init__` of a class, `__call__` of an object. */
function declared(f: Dynamic): readonly Parameter[] | null {
  if (typeof f !== "function") {
    const method: Dynamic = f?.__call__;
    return typeof method === "function" ? parameters_of(method) : null;
  }
  const own = parameters_of(f) ?? method_parameters(f);
  if (own !== null || callable_kind(f) !== "class") return own;
  const init: Dynamic = f.prototype?.__init__;
  const from_init = typeof init === "function" ? parameters_of(init) : null;
  const parent: Dynamic = Object.getPrototypeOf(f);
  return from_init ?? (parent === Function.prototype ? null : declared(parent));
}
