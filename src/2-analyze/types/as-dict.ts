// Which objects of the library hold their items as a dict does.
import type { Type } from "../../facts/types.ts";
import { Dict, RuntimeInstance } from "./values.ts";

/** Classes of `collections` whose cells are those of keys and of values. */
const WITH_BOTH: ReadonlySet<string> = new Set(["OrderedDict", "defaultdict"]);

/** The dict whose items the object holds; `null`: it is none, or its values are not followed. */
export function as_dict(member: Type): Dict | null {
  if (member instanceof Dict) return member;
  if (!(member instanceof RuntimeInstance) || member.module !== "collections") return null;
  const [keys, values] = member.cells;
  if (!WITH_BOTH.has(member.name) || keys === undefined || values === undefined) return null;
  return new Dict(keys, values);
}
