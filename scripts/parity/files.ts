// The Python files that a run compares.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** All `.py` files below a folder, or the file itself; `site-packages` only if the folder lies in one. */
export function* python_files(folder: string): Generator<string> {
  if (!statSync(folder).isDirectory()) {
    yield folder;
    return;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "site-packages") yield* python_files(path);
    } else if (entry.name.endsWith(".py") && entry.isFile()) yield path;
  }
}

export function standard_library(python: string): string {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  return spawnSync(python, ["-c", code], { encoding: "utf8" }).stdout.trim();
}
