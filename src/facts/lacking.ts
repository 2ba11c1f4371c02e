// Names of CPython's library that the runtime's modules do not have.
import { LACKING } from "./lacking.generated.ts";
import { runtime_names } from "./runtime-api.ts";

/**
 * What `module.name` is where the runtime's module does not export it: `lacking`, CPython's does; `nowhere`, neither
 * does, and reading it raises AttributeError. `null` where the runtime has it.
 */
export function missing_kind(module: string, name: string): "lacking" | "nowhere" | null {
  if (runtime_names(module)?.has(name) !== false) return null;
  return LACKING[module]?.split(" ").includes(name) === true ? "lacking" : "nowhere";
}
