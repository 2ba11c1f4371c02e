// What a module of the project has under a name, seen from another module: `pkg.name`, `from pkg import name`.
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Facts } from "../facts/facts.ts";
import {
  module_named,
  package_name,
  type Project,
  python_name,
  type SourceModule,
} from "../project.ts";
import { docstring } from "./comments.ts";

export type ModuleVariable =
  /** A variable, a submodule, or something that only the run knows. */
  | { readonly kind: "there" }
  | { readonly kind: "constant"; readonly value: string | null }
  | { readonly kind: "missing"; readonly file: string }
  /** A variable that the module may not have bound. */
  | { readonly kind: "perhaps"; readonly file: string }
  /** `__file__` of that Python file. */
  | { readonly kind: "file"; readonly file: string }
  /** `__dict__` */
  | { readonly kind: "dict" }
  /** What Python's import machinery keeps there. */
  | { readonly kind: "machinery" };

export interface KnownModules {
  readonly project: Project;
  readonly facts: ReadonlyMap<SourceModule, Facts>;
}

const THERE: ModuleVariable = { kind: "there" };

export function module_variable(
  module: string,
  name: string,
  { project, facts }: KnownModules,
): ModuleVariable {
  const owner = module_named(project, module);
  const bindings = owner === undefined ? undefined : facts.get(owner)?.scopes.module.bindings;
  if (owner === undefined || bindings === undefined) return THERE;
  const binding = bindings.get(name);
  if (binding?.may_be_missing === true && !has_module(`${module}.${name}`, project))
    return { kind: "perhaps", file: owner.file };
  if (binding !== undefined) return THERE;
  switch (name) {
    case "__name__":
      return { kind: "constant", value: python_name(owner) };
    case "__package__":
      return { kind: "constant", value: package_name(owner) };
    case "__doc__":
      return { kind: "constant", value: docstring(owner.module.body) };
    case "__file__":
      return { kind: "file", file: owner.file };
    case "__dict__":
      return { kind: "dict" };
    case "__path__":
    case "__spec__":
    case "__loader__":
    case "__cached__":
    case "__builtins__":
      return { kind: "machinery" };
    default:
      break;
  }
  if (name.startsWith("__") || has_module(`${module}.${name}`, project) || may_have_more(owner))
    return THERE;
  return stored_attributes(project).has(name) ? THERE : { kind: "missing", file: owner.file };
}

/** A module of that name, or a folder of modules without `__init__.py`. */
function has_module(name: string, project: Project): boolean {
  return project.modules.some((each) => each.name === name || each.name.startsWith(`${name}.`));
}

/** Its variables are not only those that its text binds. */
function may_have_more({ module, imports }: SourceModule): boolean {
  if ([...imports.values()].some(({ name }) => name === "*")) return true;
  return (
    tagged(module, "FunctionDef").some(({ name }) => name === "__getattr__") ||
    tagged(module, "Name").some(({ id }) => DYNAMIC.has(id))
  );
}

const DYNAMIC: ReadonlySet<string> = new Set(["globals", "locals", "vars", "setattr", "exec"]);

const known_stores = new WeakMap<Project, ReadonlySet<string>>();

/** The attributes that the program stores on anything; all of them where `setattr` stores what it computes. */
function stored_attributes(project: Project): { has(name: string): boolean } {
  let stored = known_stores.get(project);
  if (stored === undefined) {
    const found = new Set<string>();
    for (const { module } of project.modules) {
      for (const { attr, ctx } of tagged(module, "Attribute")) if (ctx === "Store") found.add(attr);
      if (tagged(module, "Name").some(({ id }) => id === "setattr")) found.add("*");
    }
    stored = found;
    known_stores.set(project, stored);
  }
  const names = stored;
  return { has: (name) => names.has("*") || names.has(name) };
}
