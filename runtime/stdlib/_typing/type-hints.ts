// typing.get_type_hints: annotations with what they give as text looked up.
import { getattr } from "../../builtins/attributes/getattr.ts";
import { mro_of } from "../../builtins/attributes/mro.ts";
import { type_of } from "../../builtins/attributes/type-of.ts";
import { annotations_of_class } from "../../builtins/classes/annotations.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import {
  bool,
  bytearray,
  bytes,
  complex,
  Dict,
  dict,
  float,
  frozenset,
  int,
  list,
  object,
  set,
  str,
  tuple,
  type,
} from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { getitem } from "../../builtins/sequences/subscript.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name, is_class } from "../../builtins/type-name.ts";
import { TypingAlias } from "./special-form.ts";
import { written_type } from "./written-type.ts";

const BUILTINS: Readonly<Record<string, Dynamic>> = {
  bool,
  bytearray,
  bytes,
  complex,
  dict,
  float,
  frozenset,
  int,
  list,
  object,
  set,
  str,
  tuple,
  type,
};

/**
 * The annotations of a class (with those of its bases), function or module. Text is looked up in `globalns`, `localns`,
 * the built-ins, `typing` and the classes asked about. NameError for other names, TypeError for what has no annotations.
 */
export function type_hints(
  obj: Dynamic,
  globalns: Dynamic,
  localns: Dynamic,
  include_extras: boolean,
  typing: (name: string) => Dynamic,
): Dict<string, Dynamic> {
  const classes: readonly Function[] =
    typeof obj === "function" && is_class(obj) ? mro_of(obj).toReversed() : [];
  const named = (name: string): Dynamic => {
    for (const names of [localns, globalns])
      if (names instanceof Dict && names.has(name)) return names.at(name);
    const own = classes.find((each) => class_name(each) === name);
    return own ?? BUILTINS[name] ?? typing(name.replace(/^(?:typing|t)\./, ""));
  };
  const sources = classes.length > 0 ? classes.map(annotations_of_class) : [own_annotations(obj)];
  const found = new Dict<string, Dynamic>();
  for (const annotations of sources)
    for (const [name, value] of annotations.items()) {
      found.set(name, plain_type(resolved(value, named), include_extras));
    }
  return found;
}

function own_annotations(obj: Dynamic): Dict<string, Dynamic> {
  const found: Dynamic = getattr(obj, "__annotations__", null);
  if (found instanceof Dict) return found;
  if (typeof obj === "function") return new Dict();
  throw new TypeError(`${repr(obj)} is not a module, class, method, or function.`);
}

/** Text in it, at any depth, is read as a type. */
function resolved(type: Dynamic, named: (name: string) => Dynamic): Dynamic {
  if (typeof type === "string") return written_type(type, named);
  const given: unknown = type?.__args__;
  if (!Array.isArray(given) || /^typing\.(?:Literal|Annotated)\[/.test(repr(type))) return type;
  const args = given.map((each: unknown) => resolved(each, named));
  if (args.every((each, at) => each === given[at])) return type;
  if (type instanceof TypingAlias) return type.of_arguments(args);
  return args.length === 1
    ? getitem(type.__origin__, args[0])
    : getitem(type.__origin__, Tuple.from_iterable(args));
}

/** None is its type; `Annotated[int, …]` is `int`, unless extras are asked for. */
function plain_type(type: Dynamic, include_extras: boolean): Dynamic {
  if (type === null) return type_of(null);
  if (include_extras || !(type instanceof TypingAlias)) return type;
  return repr(type).startsWith("typing.Annotated[") ? type.__args__[0] : type;
}
