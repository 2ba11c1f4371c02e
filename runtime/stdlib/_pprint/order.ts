// The order in which pprint shows keys and items of sets: theirs where they have one, by type where they don't.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { id } from "../../builtins/identity.ts";
import { lt } from "../../builtins/index.ts";
import { class_full_name } from "../../builtins/type-name.ts";
import { type_of } from "../../builtins/attributes/type-of.ts";

export function in_order<T>(items: readonly T[], key: (item: T) => unknown): T[] {
  return [...items].sort((one, other) => {
    if (is_before(key(one), key(other))) return -1;
    return is_before(key(other), key(one)) ? 1 : 0;
  });
}

function is_before(one: Dynamic, other: Dynamic): boolean {
  try {
    return lt(one, other) === true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [a, b] = [class_full_name(type_of(one)), class_full_name(type_of(other))];
    return a === b ? id(one) < id(other) : a < b;
  }
}
