// contains(): `item in container`.
import type { Dynamic } from "../dynamic.ts";
import { same_item } from "../equality.ts";
import { TypeError } from "../exceptions/index.ts";
import { iter } from "../iteration/iter.ts";
import { metaclass_method } from "../metaclass.ts";
import { plain } from "../primitive.ts";
import { truth } from "../truth.ts";
import { type_name } from "../type-name.ts";

/** `item in container`: by `__contains__`, else by looking at the items. TypeError when it has none. */
export function contains(container: Dynamic, item: unknown): boolean {
  if (typeof container === "string") return text_contains(container, item);
  if (Array.isArray(container) && container.constructor === Array) return holds(container, item);
  if (typeof container === "object" && container !== null) {
    if (typeof container.__contains__ === "function") return truth(container.__contains__(item));
    if (container.__contains__ === null)
      throw new TypeError(`'${type_name(container)}' object is not a container`);
    if (Array.isArray(container)) return holds(container, item);
    const primitive = plain(container);
    if (typeof primitive === "string") return text_contains(primitive, item);
  }
  const of_metaclass = metaclass_method(container, "__contains__");
  return of_metaclass === null ? iterates(container, item) : truth(of_metaclass(item));
}

function holds(items: readonly unknown[], item: unknown): boolean {
  // By the indices: a class below list may iterate otherwise.
  for (let index = 0; index < items.length; index++) {
    const candidate = items[index];
    if (candidate === item || same_item(candidate, item)) return true;
  }
  return false;
}

function text_contains(text: string, item: unknown): boolean {
  const part = plain(item);
  if (typeof part === "string") return text.includes(part);
  throw new TypeError(`'in <string>' requires string as left operand, not ${type_name(item)}`);
}

function iterates(container: Dynamic, item: unknown): boolean {
  let items: IterableIterator<Dynamic>;
  try {
    items = iter(container);
  } catch (error) {
    if (error instanceof TypeError && String(error.args[0]).endsWith("object is not iterable"))
      throw new TypeError(`argument of type '${type_name(container)}' is not iterable`);
    throw error;
  }
  for (let step = items.next(); !step.done; step = items.next())
    if (same_item(step.value, item)) return true;
  return false;
}
