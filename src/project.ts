// The modules of a program in dependency order, and what each of their imports means.
import type * as ast from "../grammar/ast/index.ts";

/** The Pythons that a program may have been written for. */
export const python_versions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"] as const;
export type PythonVersion = (typeof python_versions)[number];

export interface SourceModule {
  /**
   * Full dotted name, a package's is its own; unlike all others of the project, see `python_name`. A program that is
   * transpiled alone is called `__main__`.
   */
  readonly name: string;
  /** A program that is started, and that no other module imports. */
  readonly is_main: boolean;
  readonly file: string;
  readonly source: string;
  readonly module: ast.Module;
  readonly trivia: ast.Trivia;
  /** A package's `__init__`: relative imports start at itself. */
  readonly is_package: boolean;
  /** What every imported name means; a star import has one entry, for its `*`. */
  readonly imports: ReadonlyMap<ast.Alias, ImportedName>;
}

export interface ImportedName {
  /** Full dotted module name, relative ones resolved. */
  readonly module: string;
  /** `null`: the module itself; `"*"`: all that it gives. */
  readonly name: string | null;
  readonly origin: "runtime" | "user" | "config" | "missing";
  /** For a star import of a module with `__all__`: what it lists, submodules among it. */
  readonly listed?: readonly ListedName[];
  /** Stands where a failure is expected: `try … except ImportError`, `if TYPE_CHECKING`. */
  readonly is_guarded: boolean;
  /** Stands in `if TYPE_CHECKING`: never runs. */
  readonly is_typing: boolean;
}

/** A name that `from m import *` brings. */
export interface ListedName {
  readonly name: string;
  /** The submodule of the package that it is, or `null`. */
  readonly module: string | null;
  /** What the module itself imports under that name. */
  readonly imported?: ImportedName;
}

/** Where the TypeScript of a Python file goes: beside it, a package's as its `index.ts`. */
export function typescript_path(file: string, extension: ".ts" | ".js" = ".ts"): string {
  return file.replace(/(^|[\\/])__init__\.pyw?$/, "$1index.py").replace(/\.pyw?$/, "") + extension;
}

/** What the module's `__name__` is. `common@2` is another program's `common`. */
export function python_name({ name, is_main }: SourceModule): string {
  return is_main ? "__main__" : name.replace(/@\d+/, "");
}

/** What the module's `__package__` is; `null` in a script. One started by `-m` has a number behind its name. */
export function package_name({ name, is_main, is_package }: SourceModule): string | null {
  if (is_main && !/[.@]/.test(name)) return null;
  const own = name.replace(/@\d+$/, "");
  return is_package ? own : own.slice(0, Math.max(0, own.lastIndexOf(".")));
}

const by_name = new WeakMap<Project, ReadonlyMap<string, SourceModule>>();

/** The module of that full dotted name, if the project has it. */
export function module_named(project: Project, name: string): SourceModule | undefined {
  let modules = by_name.get(project);
  if (modules === undefined) {
    modules = new Map(project.modules.map((module) => [module.name, module]));
    by_name.set(project, modules);
  }
  return modules.get(name);
}

/** `a.b.c` → `a`, `a.b`. */
export function packages_of(name: string): readonly string[] {
  const parts = name.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

/** What an import of a module runs, in that order: `a.b.c` → `a`, `a.b`, `a.b.c`. */
export function with_packages(name: string): readonly string[] {
  return [...packages_of(name), name];
}

/** `import a.b` binds `a`, the package. */
export function binds_package(alias: ast.Alias, { name }: Pick<ImportedName, "name">): boolean {
  return name === null && alias.asname === null && alias.name.includes(".");
}

export interface Project {
  /** For which Python the program was written, where the user says so. */
  readonly python?: PythonVersion;
  /** A module stands behind those that it imports, as far as there is no cycle. */
  readonly modules: readonly SourceModule[];
  /** The first of the entry files. */
  readonly main: SourceModule;
}

/** The way from one file to another, as an import specifier. Both are seen from the same folder; `\\` counts as `/`. */
export function import_path(from: string, to: string): string {
  const here = from.replaceAll("\\", "/").split("/").slice(0, -1);
  const there = to.replaceAll("\\", "/").split("/");
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.length - shared;
  const rest = there.slice(shared).join("/");
  return up === 0 ? `./${rest}` : `${"../".repeat(up)}${rest}`;
}
