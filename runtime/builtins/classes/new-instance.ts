// An instance of a class, whatever its `__new__` gives: JavaScript's `new` always gives an object.
import { initialise, PyObject } from "../attributes/object.ts";
import { bind_arguments, type CalleeInfo, type KeywordArguments } from "../calls/bind-arguments.ts";
import { parameters_of } from "../calls/signature.ts";
import { source_parameters } from "../calls/source-parameters.ts";
import type { Dynamic } from "../dynamic.ts";
import { is_keywords } from "../keywords.ts";
import { class_qualname } from "../type-name.ts";
import { check_concrete } from "./abstract.ts";
import { NATIVE_NEW } from "./native-new-key.ts";
import { check_no_protocol } from "./virtual-registry.ts";

/** `type.__call__(cls, *args)`: `__new__`, then `__init__` if that gave an instance. TypeError for abstract classes. */
export function new_instance(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  if (has_own_new(type)) return made_and_filled(type, args);
  if (NATIVE_NEW in type && type.__new__ !== undefined) return made_by_new(type, args);
  check_concrete(type);
  check_no_protocol(type);
  return new type(...args);
}

/** Some class of the program above it, or the class itself, has a `__new__`, and no built-in type is among them. */
export function has_own_new(type: Dynamic): boolean {
  return type.prototype instanceof PyObject && type.__new__ !== PyObject.__new__;
}

/** `__new__` and `__init__` take the same arguments, each in its own way. */
function made_and_filled(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  const last: Dynamic = args.at(-1);
  const [given, keywords] = is_keywords(last) ? [args.slice(0, -1), last] : [args, {}];
  const maker = { name: `${owner_name(type, "__new__")}.__new__`, takes_self: false };
  const made: Dynamic = type.__new__(...placed(type.__new__, maker, [type, ...given], keywords));
  if (!(made instanceof type)) return made;
  const { __init__: init } = made;
  const filler = { name: `${owner_name(made, "__init__")}.__init__`, takes_self: true };
  initialise(
    made,
    init === PyObject.prototype.__init__ ? args : placed(init, filler, given, keywords),
  );
  return made;
}

function placed(
  f: Dynamic,
  callee: CalleeInfo,
  args: readonly Dynamic[],
  keywords: KeywordArguments,
): readonly Dynamic[] {
  const parameters = parameters_of(f) ?? source_parameters(f);
  if (parameters !== null) return bind_arguments(callee, parameters, args, keywords);
  return Object.keys(keywords).length === 0 ? args : [...args, keywords];
}

/** The class in which the method is found, whether it is one of objects or of the class. */
function owner_name(object: Dynamic, method: string): string {
  let at: Dynamic = object;
  while (at !== null && !Object.hasOwn(at, method)) at = Object.getPrototypeOf(at);
  return class_qualname(typeof at === "function" ? at : at?.constructor);
}

/** Below a built-in type. */
function made_by_new(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  const made: Dynamic = type.__new__(type, ...args);
  if (made instanceof type && typeof made.__init__ === "function") initialise(made, args);
  return made;
}
