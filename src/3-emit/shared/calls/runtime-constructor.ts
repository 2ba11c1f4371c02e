// What the constructor of a class of the runtime takes.
import type { ParameterInfo } from "../../../facts/calls.ts";
import { runtime_api } from "../../../facts/runtime-api.ts";

/** The parameters of the nearest constructor up the bases; `null` where none declares any. */
export function runtime_constructor(module: string, name: string): readonly ParameterInfo[] | null {
  const found = runtime_api().find(module, name);
  if (found?.kind !== "class") return null;
  if (found.class.constructor_signature !== null)
    return found.class.constructor_signature.parameters.map((each) => ({
      ...each,
      type: { type: "unknown" },
    }));
  for (const base of found.class.bases) {
    const [base_module = "", base_name = ""] = base.name.split(":");
    const inherited = runtime_constructor(base_module, base_name);
    if (inherited !== null) return inherited;
  }
  return null;
}
