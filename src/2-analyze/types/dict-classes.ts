// Objects of the library's classes that extend dict: their items are a dict's, and so are most of their methods.
import type { Type } from "../../facts/types.ts";
import { builtin_method } from "./builtin-methods.ts";
import { arguments_of, type CallArguments, type Inference } from "./inference.ts";
import { as_dict } from "./as-dict.ts";
import { type RuntimeInstance, UNKNOWN } from "./values.ts";

/** `OrderedDict(pairs)`, `defaultdict(list, pairs)`: what the arguments put into it. */
export function fill_new(inference: Inference, made: RuntimeInstance, args: CallArguments): void {
  const dict = as_dict(made);
  if (dict === null) return;
  if (args.positional.some(({ is_star }) => is_star)) return inference.heap.escape(made);
  const has_factory = made.name === "defaultdict";
  const [factory] = has_factory ? args.positional : [];
  if (factory !== undefined && factory.type.type !== "none") {
    const value = inference.invoke(factory.type, arguments_of(args.site));
    inference.heap.store(dict.values, value);
  }
  const rest = has_factory ? args.positional.slice(1) : args.positional;
  builtin_method(inference, dict, "update", { ...args, call: null, positional: rest });
}

/** Methods of dict that the class has as they are; `null`: the class says itself what they give. */
export function dict_class_method(
  inference: Inference,
  receiver: Type,
  name: string,
  args: CallArguments,
): Type | null {
  const dict = as_dict(receiver);
  if (dict === null || !INHERITED.has(name)) return null;
  return builtin_method(inference, dict, name, { ...args, call: null }) ?? UNKNOWN;
}

const INHERITED: ReadonlySet<string> = new Set(
  "get items keys pop popitem setdefault update values".split(" "),
);
