// vars(): the attributes of an object itself.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { dict_of } from "./instance-dict.ts";
import { has_dict } from "./slots.ts";

/** `vars(object)`. TypeError for values that hold nothing of their own. */
export function vars(object: Dynamic): Dict<string, Dynamic> {
  const holds = typeof object === "function" || (typeof object === "object" && object !== null);
  if (!holds || Array.isArray(object) || object instanceof Dict || !has_dict(object))
    throw new TypeError("vars() argument must have __dict__ attribute");
  return dict_of(object);
}
