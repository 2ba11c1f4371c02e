// What a module gives to others: its functions and classes always, its variables where others may ask for them.
import type { Facts } from "../facts/facts.ts";
import type { Binding } from "../facts/scopes.ts";
import { is_run } from "../facts/turns.ts";
import {
  package_name,
  packages_of,
  type Project,
  python_name,
  type SourceModule,
} from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import { is_module_value, module_use } from "./module-uses.ts";
import { docstring } from "./comments.ts";
import { is_plain_import } from "./shared/declarations.ts";
import type { Spelling } from "./spelling.ts";

export interface ExportOptions {
  readonly project: Project;
  readonly facts: ReadonlyMap<SourceModule, Facts>;
}

/** Whether a top-level variable is exported. The main script's are, where a module imports them; others' if public. */
export function exported_bindings(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
): (binding: Binding) => boolean {
  const { asked } = module_use(source.name, options.project, options.facts);
  const { module } = facts.scopes;
  return (binding) => {
    if (binding.scope !== module) return false;
    if (asked.has(binding.name)) return true;
    if (source.is_main || binding.name.startsWith("_")) return false;
    return binding.imported === null || is_shown(binding, source);
  };
}

/** `export { delete_ as delete }` for what TypeScript calls otherwise, where others look for names at run time. */
export function exported_as(
  source: SourceModule,
  facts: Facts,
  spelling: Spelling,
  options: ExportOptions,
): readonly target.Statement[] {
  const is_exported = exported_bindings(source, facts, options);
  const faces: ReadonlySet<object> = new Set(
    source.module.body.filter(({ tag }) => FACES.has(tag)),
  );
  const names = [...facts.scopes.module.bindings.values()].flatMap((binding) => {
    const { name, definitions } = binding;
    const local = spelling.of(name);
    const is_face = definitions.some((each) => faces.has(each)) || is_exported(binding);
    return local !== name && is_face && !is_plain_import(binding) ? [{ local, name }] : [];
  });
  if (names.length === 0) return [];
  const is_looked_into =
    facts.effects.uses_processes || is_module_value(source.name, options.project, options.facts);
  if (!is_looked_into) return [];
  return [{ kind: "ExportNames", names, from: null, namespace: null, blank_before: true }];
}

/** `export const __name__ = "app.db"`, and its like, for those who get the module as a value. */
export function module_face(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
): readonly target.Statement[] {
  const { project } = options;
  if (project.modules.length < 2 || !is_module_value(source.name, project, options.facts))
    return [];
  const doc = docstring(source.module.body);
  const texts: readonly (readonly [string, string | null])[] = [
    ["__name__", python_name(source)],
    ["__package__", package_name(source)],
    ["__doc__", doc],
  ];
  return texts
    .filter(([name]) => !facts.scopes.module.bindings.has(name))
    .map(([name, text], at) => {
      const value = text === null ? build.null_() : build.string(text);
      const made = build.declare("const", build.identifier(name), value, { export: true });
      return at === 0 ? build.attach(made, { blank_before: true }) : made;
    });
}

/** Exported whoever asks. */
const FACES: ReadonlySet<string> = new Set(["FunctionDef", "AsyncFunctionDef", "ClassDef"]);

/** Imported names that others know as this module's: those that they ask for, and what a package shows. */
export function given_on(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
): readonly Binding[] {
  const { asked } = module_use(source.name, options.project, options.facts);
  return [...facts.scopes.module.bindings.values()].filter((binding) => {
    if (binding.imported === null || !is_plain_import(binding) || binding.imported.is_typing)
      return false;
    if (asked.has(binding.name)) return true;
    return !binding.name.startsWith("_") && is_shown(binding, source);
  });
}

/** A package shows what it imports of the project, but for the packages around it. */
function is_shown({ imported, definitions }: Binding, { is_package, name }: SourceModule): boolean {
  if (!is_package || imported?.origin !== "user" || definitions.some(is_run)) return false;
  return imported.name !== null || !packages_of(name).includes(imported.module);
}
