// Methods of the runtime that block, by name: for calls on objects that we know nothing about.
import type { RuntimeApi } from "../../facts/declared-api.ts";

/** Names of methods that block in some class of the modules that the program imports. */
export function blocking_method_names(
  api: RuntimeApi,
  imported: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of api.modules) {
    if (!imported.has(module) && !is_package_of(module, imported)) continue;
    for (const name of api.names(module) ?? []) {
      const found = api.find(module, name);
      if (found?.kind !== "class") continue;
      for (const [method, signature] of found.class.methods) {
        if (signature.effect === "blocking" && !method.startsWith("_")) names.add(method);
      }
    }
  }
  return names;
}

function is_package_of(module: string, imported: ReadonlySet<string>): boolean {
  const root = module.split(".")[0];
  return root !== undefined && root !== module && imported.has(root);
}
