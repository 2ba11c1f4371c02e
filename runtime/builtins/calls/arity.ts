// Whether arguments are as many as a function takes: JavaScript would drop the others, and leave what is missing undefined.
import type { Dynamic } from "../dynamic.ts";
import { is_keywords } from "../keywords.ts";
import { bind_arguments, type CalleeInfo } from "./bind-arguments.ts";
import { callee_info } from "./callee-info.ts";
import { function_signature } from "../../signatures/functions.ts";
import { TypeError } from "../exceptions/index.ts";
import { metaclass_method } from "../metaclass.ts";
import { class_module, class_name, function_kind, is_class } from "../type-name.ts";
import { check_native, misfit } from "./native-arguments.ts";
import { parameters_of, parse_signature, type Parameter } from "./signature.ts";
import { source_parameters } from "./source-parameters.ts";

interface Arity {
  readonly parameters: readonly Parameter[];
  readonly least: number;
  readonly most: number;
  readonly has_keywords: boolean;
  /** A class that defines neither `__init__` nor `__new__`, nor does one above it. */
  readonly is_bare: boolean;
  /** Some keyword-only parameter has no default. */
  readonly needs_keywords: boolean;
}

/** TypeError where positional arguments are missing or too many. A call with `f.length` arguments needs no look. */
export function check_arity(
  f: Function,
  args: readonly Dynamic[],
  info: () => CalleeInfo = () => callee_info(f),
): void {
  const arity = arity_of(f);
  if (arity === null) return;
  const last: unknown = args.at(-1);
  const keywords = is_keywords(last) ? last : null;
  const count = keywords === null ? args.length : args.length - 1;
  if (keywords !== null && Object.hasOwn(f, "__is_type__"))
    return check_native(class_name(f), arity.parameters, count, keywords);
  // Without a declared signature the keywords are the function's to look at, if it has a place for them.
  if (count > arity.most && arity.is_bare)
    throw new TypeError(`${class_name(f)}() takes no arguments`);
  const is_placed =
    keywords === null ? count >= arity.least : args.length <= arity.most || arity.has_keywords;
  const lacks_keywords = arity.needs_keywords && keywords === null;
  if (count <= arity.most && is_placed && !lacks_keywords) return;
  // Called as values they tell it as they do where they are called by their names.
  const native = function_kind(f).startsWith("builtin") ? function_signature(f.name) : null;
  if (native !== null) check_native(f.name, parse_signature(native), count, keywords ?? {});
  if (Object.hasOwn(f, "__is_type__")) misfit(class_name(f), args.slice(0, count), keywords ?? {});
  bind_arguments(info(), arity.parameters, args.slice(0, count), keywords ?? {});
}

/** Of a built-in type that is called; `null` for those that look at their arguments themselves. */
function native_type_parameters(f: Function): readonly Parameter[] | null {
  const name = class_module(f) === "builtins" ? class_name(f) : null;
  const text = name === "dict" ? "source=, /, **kwargs" : name && function_signature(name);
  return text === null ? null : parse_signature(text);
}

/** Whether a call with so many positional arguments is in order. */
export function takes(f: Function, count: number): boolean {
  if (f.length === count) return true;
  const arity = arity_of(f);
  return arity === null || (count >= arity.least && count <= arity.most);
}

const known = new WeakMap<Function, Arity | null>();

function arity_of(f: Function): Arity | null {
  let arity = known.get(f);
  if (arity === undefined) {
    // Built-in types say themselves what they take.
    const is_type = Object.hasOwn(f, "__is_type__");
    const parameters = is_type
      ? native_type_parameters(f)
      : (parameters_of(f) ?? shown_by_source(f));
    const is_bare = parameters === null && !is_type && is_bare_class(f);
    arity = parameters === null && !is_bare ? null : made_of(parameters ?? [], is_bare);
    known.set(f, arity);
  }
  return arity;
}

/** Bound methods and wrappers take what the function takes that they stand for; classes may inherit their constructor. */
function shown_by_source(f: Function): readonly Parameter[] | null {
  const own = source_parameters(f);
  if (own !== null) return own;
  const inner: unknown = Reflect.get(f, "__func__");
  if (typeof inner === "function") return parameters_of(inner) ?? source_parameters(inner);
  const parent: unknown = Object.getPrototypeOf(f);
  if (typeof parent !== "function" || parent === Function.prototype) return null;
  return shown_by_source(parent);
}

/** Up to JavaScript's own root no class has a constructor, as the look at the sources has shown. */
function is_bare_class(f: Dynamic): boolean {
  if (!is_class(f) || "__new__" in f || "__init__" in f.prototype) return false;
  if (metaclass_method(f, "__call__") !== null) return false;
  let root: Dynamic = f;
  for (let at = root; at !== Function.prototype && at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, "__module__") || typeof at !== "function") return false;
    root = at;
  }
  return root !== null && Object.getPrototypeOf(root.prototype) === Object.prototype;
}

function made_of(parameters: readonly Parameter[], is_bare: boolean): Arity {
  const positional = parameters.filter(({ kind }) => kind.startsWith("positional"));
  const has_rest = parameters.some(({ kind }) => kind === "rest");
  return {
    parameters,
    is_bare,
    least: positional.filter(({ is_optional }) => !is_optional).length,
    most: has_rest ? Infinity : positional.length,
    has_keywords: parameters.some(({ kind }) => kind.startsWith("keyword")),
    needs_keywords: parameters.some((each) => each.kind === "keyword_only" && !each.is_optional),
  };
}
