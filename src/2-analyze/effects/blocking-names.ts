// Methods of the runtime that block, by name: for calls on objects that we know nothing about.
import type { RuntimeApi, RuntimeClass } from "../../facts/declared-api.ts";

/** Names of methods that block in some class of the modules that the program imports, inherited ones too. */
export function blocking_method_names(
  api: RuntimeApi,
  imported: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<RuntimeClass>();
  const collect = (module: string, name: string): void => {
    const found = api.find(module, name);
    if (found?.kind !== "class" || seen.has(found.class)) return;
    seen.add(found.class);
    for (const [method, signature] of found.class.methods) {
      if (signature.effect === "blocking" && !method.startsWith("_")) names.add(method);
    }
    for (const base of found.class.bases) {
      const [base_module = "", base_name = ""] = base.name.split(":");
      collect(base_module, base_name);
    }
  };
  for (const module of api.modules) {
    if (!imported.has(module) && !is_package_of(module, imported)) continue;
    for (const name of api.names(module) ?? []) collect(module, name);
  }
  return names;
}

function is_package_of(module: string, imported: ReadonlySet<string>): boolean {
  const root = module.split(".")[0];
  return root !== undefined && root !== module && imported.has(root);
}
