// What a mock stands for: the names that it has, its class, the parameters that it takes.
import { parameters_of } from "../../builtins/calls/signature.ts";
import { source_parameters } from "../../builtins/calls/source-parameters.ts";
import { is_coroutine_function } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { dir, getattr } from "../../builtins/index.ts";
import { is_class } from "../../builtins/type-name.ts";
import type { Arguments } from "./call.ts";
import type { MockState } from "./state.ts";

/** Notes the names of an object, a class or a list of names. */
export function note_spec(state: MockState, spec: Dynamic, is_set: boolean): void {
  if (spec === null) return;
  state.is_spec_set = is_set;
  if (is_names(spec)) {
    state.methods = new Set(spec as readonly string[]);
    return;
  }
  const type: Dynamic = typeof spec === "function" && is_class(spec) ? spec : spec.constructor;
  state.spec_class = type;
  const names = dir(spec);
  state.methods = new Set([...names, ...OF_EVERY_OBJECT]);
  state.asyncs = new Set(names.filter((name) => is_coroutine(spec, name)));
  if (typeof spec === "function") state.spec_function = spec;
}

export function is_names(spec: Dynamic): boolean {
  return Array.isArray(spec) && spec.every((each) => typeof each === "string");
}

/** A coroutine function, or something that is called as one. */
export function is_async_object(value: Dynamic): boolean {
  if (typeof value === "function") return is_coroutine_function(value);
  return typeof value?.__call__ === "function" && is_coroutine_function(value.__call__);
}

/** TypeError, in `inspect`'s words, for arguments that the function does not take. */
export function check_arguments(f: Dynamic, [args, kwargs]: Arguments): void {
  const own = typeof f === "function" && is_class(f) ? f.prototype?.__init__ : f;
  const parameters =
    typeof own === "function" ? (parameters_of(own) ?? source_parameters(own)) : parameters_of(f);
  if (parameters === null) return;
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const takes = (wanted: string): boolean => parameters.some(({ kind }) => kind === wanted);
  if (args.length > positional.length && !takes("rest"))
    throw new TypeError("too many positional arguments");
  positional.forEach(({ name, is_optional }, at) => {
    if (at < args.length && kwargs.has(name))
      throw new TypeError(`multiple values for argument '${name}'`);
    if (at >= args.length && !is_optional && !kwargs.has(name))
      throw new TypeError(`missing a required argument: '${name}'`);
  });
  for (const { name, kind, is_optional } of parameters)
    if (kind === "keyword_only" && !is_optional && !kwargs.has(name))
      throw new TypeError(`missing a required argument: '${name}'`);
  if (takes("keyword_rest")) return;
  for (const name of kwargs)
    if (!parameters.some((each) => each.name === name))
      throw new TypeError(`got an unexpected keyword argument '${name}'`);
}

function is_coroutine(spec: Dynamic, name: string): boolean {
  const value: Dynamic = getattr(spec, name, null);
  return typeof value === "function" && is_coroutine_function(value);
}

const OF_EVERY_OBJECT = [
  "__class__",
  "__doc__",
  "__eq__",
  "__ne__",
  "__repr__",
  "__str__",
  "__hash__",
];
