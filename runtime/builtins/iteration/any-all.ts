// any() and all(): truth over an iterable, looking no further than needed.
import { truth } from "../truth.ts";
import { iter } from "./iter.ts";

/** `any(iterable)`: whether some item is true. */
export function any(iterable: Iterable<unknown>): boolean {
  const items = iter(iterable);
  for (let item = items.next(); !item.done; item = items.next()) if (truth(item.value)) return true;
  return false;
}

/** `all(iterable)`: whether no item is false. */
export function all(iterable: Iterable<unknown>): boolean {
  const items = iter(iterable);
  for (let item = items.next(); !item.done; item = items.next())
    if (!truth(item.value)) return false;
  return true;
}
