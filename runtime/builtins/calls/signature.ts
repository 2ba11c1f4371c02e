// signature(): the parameters a function declares, for calls that name them.
import { parse_signature, type Parameter } from "../../signatures/parameters.ts";
import type { Dynamic } from "../dynamic.ts";
import { source_parameters } from "./source-parameters.ts";

export { parse_signature, type Parameter } from "../../signatures/parameters.ts";

const signatures = new WeakMap<Function, string | readonly Parameter[]>();

/**
 * `signature(f, "a, b=, /, c, *args, d=, **kw")`: notes what `f` declares and gives `f` back. An `=` marks
 * parameters with a default, a lone `*` begins the keyword-only ones, `/` ends the positional-only ones.
 */
export function signature<F extends Function>(f: F, parameters: string): F {
  signatures.set(f, parameters);
  return f;
}

/** The declared parameters of a function; `null` when it declares none. */
export function parameters_of(f: Function): readonly Parameter[] | null {
  const known = signatures.get(f);
  if (known === undefined) return null;
  if (typeof known !== "string") return known;
  const parsed = parse_signature(known);
  signatures.set(f, parsed);
  return parsed;
}

/** The same with the object in front, for a method that becomes a function. */
export function copy_with_receiver(from: Function, to: Function): void {
  const known = parameters_of(from) ?? source_parameters(from);
  if (known === null) return;
  const self: Parameter = { name: "self", kind: "positional_only", is_optional: false };
  signatures.set(to, [self, ...known]);
}

/** The same without its first parameter, for a function that becomes a method. */
export function copy_without_receiver(from: Function, to: Function): void {
  const known = parameters_of(from);
  if (known !== null) signatures.set(to, known[0]?.kind === "rest" ? known : known.slice(1));
}

/** Hands the signature of a function on to a wrapper of it (a bound method, a decorated function). */
export function copy_signature(from: Function, to: Function): void {
  const known: Dynamic = signatures.get(from);
  if (known !== undefined) signatures.set(to, known);
}
