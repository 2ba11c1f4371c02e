// Python's inspect: what kind of thing a value is.
import { getattr } from "../builtins/attributes/getattr.ts";
import { dir } from "../builtins/attributes/dir.ts";
import { PyObject } from "../builtins/attributes/object.ts";
import { type_of } from "../builtins/attributes/type-of.ts";
import { description_of } from "../builtins/calls/description.ts";
import { call } from "../builtins/calls/call.ts";
import { is_coroutine_function } from "../builtins/calls/callable-kind.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { AttributeError } from "../builtins/exceptions/index.ts";
import { is_async_generator, is_generator } from "../builtins/iteration/generator-state.ts";
import { Tuple } from "../builtins/tuple.ts";
import { truth } from "../builtins/truth.ts";
import { is_class } from "../builtins/type-name.ts";

export { getfullargspec } from "./_inspect/arg-spec.ts";
export { formatannotation, Parameter } from "./_inspect/parameter.ts";
export { BoundArguments, Signature, signature, unwrap } from "./_inspect/signature.ts";
export { is_coroutine_function as iscoroutinefunction };
export { is_async_generator as isasyncgen, is_generator as isgenerator };

export function isclass(object: Dynamic): boolean {
  return typeof object === "function" && is_class(object);
}

/** A function of the program, no class and no bound method. */
export function isfunction(object: Dynamic): boolean {
  if (typeof object !== "function" || is_class(object)) return false;
  if (!Object.hasOwn(object, "__self__")) return type_name_of(object) === "function";
  // Static methods come like bound ones, but say that they take no receiver.
  const description = description_of(object);
  return description !== null && description.receiver === undefined;
}

export function isbuiltin(object: Dynamic): boolean {
  return (
    typeof object === "function" &&
    !is_class(object) &&
    type_name_of(object) === "builtin_function_or_method"
  );
}

export function isroutine(object: Dynamic): boolean {
  return isfunction(object) || isbuiltin(object) || ismethod(object);
}

export function ismodule(object: Dynamic): boolean {
  return Object.prototype.toString.call(object) === "[object Module]";
}

function type_name_of(object: Dynamic): string {
  return getattr(type_of(object), "__name__");
}

/** A method that is bound to its object. */
export function ismethod(object: Dynamic): boolean {
  return typeof object === "function" && Object.hasOwn(object, "__func__");
}

export function iscoroutine(object: Dynamic): boolean {
  return object instanceof Coroutine;
}

/** Whether `await` takes the value. */
export function isawaitable(object: Dynamic): boolean {
  if (typeof object !== "object" || object === null) return false;
  return typeof object.__await__ === "function" || typeof object.then === "function";
}

export function isgeneratorfunction(object: Dynamic): boolean {
  return is_made_by(object, GeneratorFunction);
}

export function isasyncgenfunction(object: Dynamic): boolean {
  return is_made_by(object, AsyncGeneratorFunction);
}

/**
 * The docstring without the indentation that its lines share, that of a base for a class or method of an object
 * without one; `null` where there is none.
 */
export function getdoc(object: Dynamic): string | null {
  const own: unknown = getattr(object, "__doc__", null);
  const doc = own ?? inherited_doc(object);
  return typeof doc === "string" ? cleandoc(doc) : null;
}

function inherited_doc(object: Dynamic): unknown {
  if (typeof object !== "function") return null;
  if (isclass(object)) return first_doc(object, (base) => base);
  const { __self__: owner, __name__: name } = object;
  if (owner === undefined || typeof name !== "string") return null;
  return first_doc(isclass(owner) ? owner : type_of(owner), (base) => getattr(base, name, null));
}

function first_doc(owner: Dynamic, within: (base: Dynamic) => Dynamic): unknown {
  for (const base of getattr(owner, "__mro__")) {
    if (base === PyObject) continue;
    const doc: unknown = getattr(within(base), "__doc__", null);
    if (doc !== null) return doc;
  }
  return null;
}

export function cleandoc(doc: string): string {
  const lines = doc.replaceAll("\t", "        ").split("\n");
  const rest = lines.slice(1).filter((line) => line.trim() !== "");
  const margin = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  const cut = lines.map((line, index) =>
    index === 0 ? line.trimStart() : line.slice(Number.isFinite(margin) ? margin : 0),
  );
  while (cut.length > 0 && cut.at(-1) === "") cut.pop();
  while (cut.length > 0 && cut[0] === "") cut.shift();
  return cut.join("\n");
}

/** Names and values of the attributes, sorted by name; those that the predicate takes. */
export function getmembers(
  object: Dynamic,
  predicate: Dynamic = null,
): (readonly [string, Dynamic])[] {
  const found: (readonly [string, Dynamic])[] = [];
  for (const name of dir(object)) {
    try {
      const value: Dynamic = getattr(object, name);
      if (predicate === null || truth(call(predicate, value))) found.push(Tuple.of(name, value));
    } catch (error) {
      if (!(error instanceof AttributeError)) throw error;
    }
  }
  return found;
}

const GeneratorFunction: Function = Object.getPrototypeOf(function* () {}).constructor;
const AsyncGeneratorFunction: Function = Object.getPrototypeOf(async function* () {}).constructor;

function is_made_by(object: Dynamic, maker: Function): boolean {
  const f: unknown = typeof object === "function" ? (object.__func__ ?? object) : object;
  return f instanceof maker;
}
