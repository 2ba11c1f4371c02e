// The annotations of class bodies, for programs that look at them: `cls.__annotations__`, `get_type_hints`, `fields`.
import type { Dynamic } from "../dynamic.ts";
import { Dict } from "../mappings/dict.ts";

type Written = () => Readonly<Record<string, Dynamic>>;

const written = new WeakMap<Function, Written>();
const made = new WeakMap<Function, Dict<string, Dynamic>>();

/** Called as `static { annotate(this, () => ({ x: int })); }`: evaluated when somebody asks, names may come later. */
export function annotate(cls: Function, annotations: Written): void {
  written.set(cls, annotations);
}

/** `cls.__annotations__`: those of its own body. */
export function annotations_of_class(cls: Function): Dict<string, Dynamic> {
  let found = made.get(cls);
  if (found === undefined) {
    found = new Dict(Object.entries(written.get(cls)?.() ?? {}));
    made.set(cls, found);
  }
  return found;
}
