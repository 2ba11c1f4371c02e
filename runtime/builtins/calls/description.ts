// describe(): what a program asks its functions about themselves: defaults, annotations, code.
import type { Dynamic } from "../dynamic.ts";
import { parameters_of, signature, type Parameter } from "./signature.ts";

/** Parts that are not there are empty. */
export interface FunctionDetails {
  /** As `signature` reads them, the receiver of a method left out. */
  readonly parameters?: string;
  readonly receiver?: string;
  readonly qualname?: string;
  readonly defaults?: readonly Dynamic[];
  readonly kwdefaults?: Readonly<Record<string, Dynamic>>;
  /** Evaluated when somebody asks. */
  readonly annotations?: () => Readonly<Record<string, Dynamic>>;
  /** The line of the `def`, or of its first decorator. */
  readonly line?: number;
  readonly file?: string;
  /** Local variables besides the parameters. */
  readonly variables?: readonly string[];
}

export interface Description extends FunctionDetails {
  /** The function takes the receiver as its first argument. */
  readonly is_unbound: boolean;
}

const descriptions = new WeakMap<Function, Description>();

/** Notes what a function says of itself, and gives it back. */
export function describe<F extends Function>(f: F, details: FunctionDetails): F {
  descriptions.set(f, { ...details, is_unbound: false });
  if (details.qualname !== undefined) qualified(f, details.qualname);
  return details.parameters === undefined ? f : signature(f, details.parameters);
}

/** `f.<locals>.g`, for functions in functions. */
export function qualified<F extends Function>(f: F, qualname: string): F {
  Object.defineProperty(f, "__qualname__", {
    value: qualname,
    writable: true,
    configurable: true,
  });
  return f;
}

/** `f.__module__`, for functions of other modules than the main one. */
export function of_module<F extends Function>(f: F, module: string): F {
  Object.defineProperty(f, "__module__", { value: module, writable: true, configurable: true });
  return f;
}

/** Gives functions the names that Python knows them by: `__name__`, reprs of tasks and errors of calls show these. */
export function python_names(functions: Readonly<Record<string, Function>>): void {
  for (const [name, f] of Object.entries(functions))
    Object.defineProperty(f, "name", { value: name, configurable: true });
}

/** A method that becomes a function, or the other way round. */
export function copy_description(from: Function, to: Function, is_unbound: boolean): void {
  const known = descriptions.get(from);
  if (known !== undefined)
    descriptions.set(to, { ...known, is_unbound: is_unbound && known.receiver !== undefined });
}

/** `wraps` hands the annotations on. */
export function copy_annotations(from: Dynamic, to: Dynamic): void {
  const annotations = description_of(from)?.annotations;
  if (annotations === undefined || typeof to !== "function") return;
  descriptions.set(to, { is_unbound: false, ...descriptions.get(to), annotations });
}

/** Of a function, a bound method's function, a class's constructor; `null` where nothing is said. */
export function description_of(f: Dynamic): Description | null {
  const own = descriptions.get(f) ?? descriptions.get(f?.__func__);
  return own ?? null;
}

/** All parameters, the receiver first where the function takes it. */
export function described_parameters(f: Function): readonly Parameter[] | null {
  const description = description_of(f);
  const known = parameters_of(f);
  if (description === null || known === null) return known;
  const { receiver, is_unbound } = description;
  if (!is_unbound || receiver === undefined) return known;
  const rest =
    known[0]?.name === "self" && known.length > count(description) ? known.slice(1) : known;
  return [{ name: receiver, kind: "positional", is_optional: false }, ...rest];
}

function count({ parameters = "" }: Description): number {
  return parameters.split(",").filter((part) => !/^\s*[*/]?\s*$/.test(part)).length;
}
