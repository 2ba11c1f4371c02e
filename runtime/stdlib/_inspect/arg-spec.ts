// inspect.getfullargspec: the parameters in CPython's older shape.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { namedtuple } from "../_collections/namedtuple.ts";
import { _empty, type Parameter } from "./parameter.ts";
import { signature } from "./signature.ts";

/** Lazily made: most programs never ask. */
let FullArgSpec: Dynamic = null;

export function getfullargspec(func: Dynamic): Dynamic {
  FullArgSpec ??= namedtuple(
    "FullArgSpec",
    "args varargs varkw defaults kwonlyargs kwonlydefaults annotations",
  );
  const of_function: Dynamic = Object.hasOwn(func, "__func__") ? func.__func__ : func;
  const { parameters, return_annotation } = signature(of_function, { follow_wrapped: false });
  const all: Parameter[] = [...parameters.values()];
  const of_kind = (...kinds: readonly number[]): Parameter[] =>
    all.filter((each) => kinds.includes(each.kind.value));
  const positional = of_kind(0, 1);
  const defaults = positional.filter((each) => each.default !== _empty).map((each) => each.default);
  const named = of_kind(3);
  const named_defaults = named.filter((each) => each.default !== _empty);
  const annotations = new Dict<string, Dynamic>();
  if (return_annotation !== _empty) annotations.set("return", return_annotation);
  for (const each of all)
    if (each.annotation !== _empty) annotations.set(each.name, each.annotation);
  const make: Dynamic = FullArgSpec;
  return new make(
    positional.map((each) => each.name),
    of_kind(2)[0]?.name ?? null,
    of_kind(4)[0]?.name ?? null,
    defaults.length > 0 ? Tuple.from_iterable(defaults) : null,
    named.map((each) => each.name),
    named_defaults.length > 0
      ? new Dict(named_defaults.map((each) => [each.name, each.default]))
      : null,
    annotations,
  );
}
