// Files beside the given ones that these import, and the `__init__.py` of the packages around them.
import path from "node:path";
import type { ListedFile } from "../../index.ts";
import { is_file, slashes } from "./inputs.ts";

/** Paths of files that there are, not yet `known`, below the base. */
export function files_reached(
  { file, imports }: ListedFile,
  base: string,
  known: (file: string) => boolean,
): readonly string[] {
  const found = new Set<string>();
  const take = (candidate: string): boolean => {
    const name = slashes(candidate);
    if (known(name) || found.has(name)) return true;
    if (!is_below(candidate, base) || !is_file(candidate)) return false;
    found.add(name);
    return true;
  };
  const folders = folders_up(path.dirname(file), base);
  // By its own name a package finds what lies in it.
  const above = above_package(base);
  for (const folder of folders) if (!take(path.join(folder, "__init__.py"))) break;
  for (const { level, module, names } of imports) {
    const roots = level === 0 ? [...folders, ...above] : folders.slice(level - 1, level);
    const parts = module === "" ? [] : module.split(".");
    const stems = [parts, ...names.map((name) => [...parts, name])];
    for (const root of roots)
      for (const stem of stems) for (const candidate of candidates(root, stem)) take(candidate);
  }
  return [...found];
}

function* candidates(root: string, stem: readonly string[]): Iterable<string> {
  for (let length = 1; length <= stem.length; length++) {
    const place = path.join(root, ...stem.slice(0, length));
    yield path.join(place, "__init__.py");
    yield `${place}.py`;
  }
}

/** From a folder up to the base. */
function folders_up(folder: string, base: string): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== base && at !== path.dirname(at); at = path.dirname(at))
    found.push(path.dirname(at));
  return found;
}

/** The folder above the outermost package, where the base lies in one. */
function above_package(base: string): readonly string[] {
  let at = base;
  while (is_file(path.join(at, "__init__.py")) && at !== path.dirname(at)) at = path.dirname(at);
  return at === base ? [] : [at];
}

function is_below(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== ".." && !way.startsWith(`..${path.sep}`);
}
