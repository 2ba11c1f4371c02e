// Methods of the runtime that block, by name: for calls on objects that we know nothing about.
import type { RuntimeApi, RuntimeClass } from "../../facts/declared-api.ts";

/** Names of methods that block in some class of the modules that the program imports, inherited ones too. */
export function blocking_method_names(
  api: RuntimeApi,
  imported: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { methods } of imported_classes(api, imported)) {
    for (const [method, signature] of methods)
      if (signature.effect === "blocking" && !/^_|_awaiting$/.test(method)) names.add(method);
  }
  return names;
}

/** Names of methods that call what they are given, and have a sibling that awaits it: `assertRaises`. */
export function awaiting_method_names(
  api: RuntimeApi,
  imported: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { methods } of imported_classes(api, imported)) {
    for (const method of methods.keys()) if (methods.has(`${method}_awaiting`)) names.add(method);
  }
  return names;
}

/** Whether a class of the runtime, or one that it is based on, has a method of that name that blocks. */
export function has_blocking_method(
  api: RuntimeApi,
  module: string,
  name: string,
  method: string,
): boolean {
  const found = api.find(module, name);
  if (found?.kind !== "class") return false;
  const own = found.class.methods.get(method);
  if (own !== undefined) return own.effect === "blocking";
  return found.class.bases.some((base) => {
    const [base_module = "", base_name = ""] = base.name.split(":");
    return has_blocking_method(api, base_module, base_name, method);
  });
}

/** The classes of the modules that the program imports, and those that they are based on. */
function imported_classes(
  api: RuntimeApi,
  imported: ReadonlySet<string>,
): ReadonlySet<RuntimeClass> {
  const seen = new Set<RuntimeClass>();
  const collect = (module: string, name: string): void => {
    const found = api.find(module, name);
    if (found?.kind !== "class" || seen.has(found.class)) return;
    seen.add(found.class);
    for (const base of found.class.bases) {
      const [base_module = "", base_name = ""] = base.name.split(":");
      collect(base_module, base_name);
    }
  };
  for (const module of api.modules) {
    if (!imported.has(module) && !is_package_of(module, imported)) continue;
    for (const name of api.names(module) ?? []) collect(module, name);
  }
  return seen;
}

function is_package_of(module: string, imported: ReadonlySet<string>): boolean {
  const root = module.split(".")[0];
  return root !== undefined && root !== module && imported.has(root);
}
