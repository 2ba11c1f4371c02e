// locals() and globals(): the variables of a function or module as a dict that shows what they are now.
import type { Dynamic } from "./dynamic.ts";
import { Dict } from "./mappings/dict.ts";

/** A copy, in the order of the variables; those that are not bound yet are left out. */
export function variables(readers: Readonly<Record<string, () => Dynamic>>): Dict<string, Dynamic> {
  const found = new Dict<string, Dynamic>();
  for (const [name, read] of Object.entries(readers)) {
    const value = value_of(read);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function value_of(read: () => Dynamic): Dynamic {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
