// Where the modules that a program imports stand: beside it, as Python's sys.path[0] has it.
import path from "node:path";
import { RecentFiles } from "./recent-files.ts";

/** The file and bytes of a user module (`a.b` → a/b.py or a/b/__init__.py), or `null`. */
export type ReadImported = (
  module: string,
) => { readonly file: string; readonly bytes: Uint8Array; readonly is_package: boolean } | null;

export function read_imported(entry: string, files = new RecentFiles()): ReadImported {
  const root = entry === "-" ? "." : path.dirname(entry);
  return (module) => {
    const stem = path.join(root, ...module.split("."));
    for (const [file, is_package] of [
      [path.join(stem, "__init__.py"), true],
      [`${stem}.py`, false],
    ] as const) {
      const bytes = files.read(file);
      if (bytes !== null) return { file, bytes, is_package };
    }
    return null;
  };
}
