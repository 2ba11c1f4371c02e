// `run -m package.module`: the file that Python would run for the name, seen from the current folder.
import path from "node:path";
import { is_standard_module, type EntryName } from "../index.ts";
import { HostError, is_folder, read_if_exists } from "./host.ts";

export interface FoundModule {
  /** Absolute. */
  readonly file: string;
  readonly entry: EntryName;
}

/** Throws a HostError in Python's words where there is no such module, or it is a package without `__main__`. */
export function find_module(name: string): FoundModule {
  const parts = name.split(".");
  if (parts.some((part) => part === "")) throw new HostError(`No module named ${name}`);
  const [first = ""] = parts;
  if (kind_of([first]) === null && is_standard_module(first))
    throw new HostError(`'${name}' is a module of Python's library, which is not run here`);
  parts.slice(0, -1).forEach((_, index) => look_into(parts.slice(0, index + 1), name));
  const place = kind_of(parts);
  if (place === "package") return main_of(name);
  if (place === "module") return found(`${path.resolve(...parts)}.py`, name);
  throw new HostError(`No module named ${name}`);
}

/** The files that a name may stand for. */
export function module_files(name: string): readonly string[] {
  const stem = path.resolve(...name.split("."));
  return [`${stem}.py`, path.join(stem, "__init__.py"), path.join(stem, "__main__.py")];
}

/** A module that is imported as well runs twice, as in Python: the number keeps the two apart. */
function found(file: string, name: string): FoundModule {
  return { file, entry: { name: `${name}@0`, is_main: true, is_package: false } };
}

function main_of(name: string): FoundModule {
  const file = path.resolve(...name.split("."), "__main__.py");
  if (read_if_exists(file) !== null) return found(file, `${name}.__main__`);
  throw new HostError(
    `No module named ${name}.__main__; '${name}' is a package and cannot be directly executed`,
  );
}

/** What is around the module has to be a package. */
function look_into(around: readonly string[], name: string): void {
  const kind = kind_of(around);
  if (kind === "package") return;
  const package_name = around.join(".");
  const reason =
    kind === "module"
      ? `__path__ attribute not found on '${package_name}' while trying to find '${[...around, name.split(".")[around.length]].join(".")}'`
      : `No module named '${package_name}'`;
  const stem = name.replace(/\.py$/, "");
  const hint =
    stem === name ? "" : `. Try using '${stem}' instead of '${name}' as the module name.`;
  throw new HostError(
    `Error while finding module specification for '${name}' (ModuleNotFoundError: ${reason})${hint}`,
  );
}

/** A folder without `__init__.py` is a package where there is no module of that name. */
function kind_of(parts: readonly string[]): "package" | "module" | null {
  if (parts.some((part) => /[/\\]/.test(part))) return null;
  const stem = path.resolve(...parts);
  if (read_if_exists(path.join(stem, "__init__.py")) !== null) return "package";
  if (read_if_exists(`${stem}.py`) !== null) return "module";
  return is_folder(stem) ? "package" : null;
}
