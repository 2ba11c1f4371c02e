// call_with(): a call with keyword arguments of something unknown.
import { function_signature } from "../../signatures/functions.ts";
import { filler_of } from "../attributes/native-init.ts";
import { has_own_new } from "../classes/new-instance.ts";
import type { Dynamic } from "../dynamic.ts";
import { class_qualname, function_kind } from "../type-name.ts";
import { bind_arguments, type KeywordArguments } from "./bind-arguments.ts";
import { call } from "./call.ts";
import { callable_kind } from "./callable-kind.ts";
import { callee_info } from "./callee-info.ts";
import { native_parameters } from "./native-arguments.ts";
import { source_parameters } from "./source-parameters.ts";
import { parameters_of, parse_signature, type Parameter } from "./signature.ts";

/**
 * `f(*args, **keywords)`: puts keywords that name positional parameters in their places, by the signature that
 * the callee declares. Without one they travel in the trailing object. TypeError when the arguments don't fit.
 */
export function call_with(
  f: Dynamic,
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): Dynamic {
  // Its `__new__` and its `__init__` place them, each as it declares.
  if (typeof f === "function" && has_own_new(f))
    return call(f, ...args, ...(Object.keys(keywords).length > 0 ? [keywords] : []));
  return call(f, ...arranged(f, args, keywords));
}

/** The arguments of such a call as `f` takes them: `super(...arranged(Base, [x], options))`. TypeError when they don't fit. */
export function arranged(
  f: Dynamic,
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): readonly Dynamic[] {
  const parameters = declared(f);
  if (parameters !== null) return bind_arguments(callee_info(f), parameters, args, keywords);
  if (Object.keys(keywords).length === 0) return args;
  const shown = as_written(f);
  const places = shown !== null && places_keywords(shown, keywords) ? shown : of_builtin(f);
  return places === null
    ? [...args, keywords]
    : bind_arguments(callee_info(f), places, args, keywords);
}

/** A built-in function's names for its parameters are Python's, not those of its text. */
function of_builtin(f: Dynamic): readonly Parameter[] | null {
  if (typeof f !== "function" || Object.hasOwn(f, "__self__")) return null;
  if (!function_kind(f).startsWith("builtin")) return null;
  const text = function_signature(f.name);
  return text === null ? null : parse_signature(text);
}

/** By the names of parameters, or in the trailing object behind all others; some take them as they come. */
function places_keywords(parameters: readonly Parameter[], keywords: KeywordArguments): boolean {
  if (parameters.some(({ kind, name }) => kind === "positional" && name in keywords)) return true;
  const is_open = parameters.some(({ kind }) => kind === "rest");
  return !is_open && parameters.at(-1)?.kind === "keyword_rest";
}

const written = new WeakMap<Function, readonly Parameter[] | null>();

/** Functions of the runtime say nothing of their parameters but their text. */
function as_written(f: Dynamic): readonly Parameter[] | null {
  const callable: Dynamic = typeof f === "function" ? f : f?.__call__;
  const own: unknown =
    typeof callable === "function" && Object.hasOwn(callable, "__func__")
      ? callable.__func__
      : callable;
  if (typeof own !== "function") return null;
  const known = written.get(own);
  if (known !== undefined) return known;
  const filler = filler_of(own);
  const found = own_or_inherited(filler?.native ?? own)?.map((each) => ({
    ...each,
    name: python_name(each.name),
  }));
  const taken = filler?.is_bound === false && found !== undefined ? [SELF, ...found] : found;
  written.set(own, taken ?? null);
  return taken ?? null;
}

const SELF: Parameter = { name: "self", kind: "positional_only", is_optional: false };

/** A class without a constructor of its own takes what its base takes. */
function own_or_inherited(f: Function): readonly Parameter[] | null {
  const own = source_parameters(f);
  if (own !== null || callable_kind(f) !== "class") return own;
  const parent: unknown = Object.getPrototypeOf(f);
  return typeof parent === "function" && parent !== Function.prototype
    ? own_or_inherited(parent)
    : null;
}

/** An underscore in front says that the body does not use it, one behind avoids a reserved word. */
function python_name(name: string): string {
  return name.replace(/^_(?=[a-z])/, "").replace(/(?<=[a-z])_$/, "");
}

/** The parameters of whatever the call reaches: a function, `__init__` of a class, `__call__` of an object. */
function declared(f: Dynamic): readonly Parameter[] | null {
  if (typeof f !== "function") {
    const method: Dynamic = f?.__call__;
    return typeof method === "function" ? parameters_of(method) : null;
  }
  const own = parameters_of_unbound(f) ?? parameters_of(f) ?? parameters_of_native(f);
  if (own !== null || callable_kind(f) !== "class") return own;
  const init: Dynamic = f.prototype?.__init__;
  const from_init = (typeof init === "function" ? parameters_of(init) : null) ?? of_maker(f);
  const parent: Dynamic = Object.getPrototypeOf(f);
  // A constructor of its own takes what it says itself, unless it hands all on.
  const written = from_init === null ? source_parameters(f) : null;
  if (written !== null && !(written.length === 1 && written[0]?.kind === "rest")) return null;
  return from_init ?? (parent === Function.prototype ? null : declared(parent));
}

/** Of the class's own `__new__`, behind the class. */
function of_maker(cls: Dynamic): readonly Parameter[] | null {
  const maker: unknown = Object.hasOwn(cls, "__new__") ? cls.__new__ : null;
  return typeof maker === "function" ? (parameters_of(maker)?.slice(1) ?? null) : null;
}

/** Of `dict.update`, which takes the object first. */
function parameters_of_unbound(f: Dynamic): readonly Parameter[] | null {
  if (!Object.hasOwn(f, "__qualname__") || Object.hasOwn(f, "__self__")) return null;
  const native = native_parameters(class_qualname(f));
  return native === null ? null : [SELF, ...native];
}

/** Of a method that is bound to a value of a built-in type. */
function parameters_of_native(f: Dynamic): readonly Parameter[] | null {
  return Object.hasOwn(f, "__self__") ? native_parameters(class_qualname(f)) : null;
}
