// Where an installed CPython keeps its tests, and which file a module's name means.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** `Lib/test` of the interpreter. An error where it was installed without its tests. */
export function test_folder(python: string): string {
  const asked = "import os, sysconfig; print(os.path.join(sysconfig.get_path('stdlib'), 'test'))";
  const { stdout } = spawnSync(python, ["-c", asked], { encoding: "utf8" });
  const folder = stdout.trim();
  if (existsSync(folder)) return folder;
  throw new Error(`this CPython has no tests: ${folder}`);
}

/** `asyncio.test_locks` → test_asyncio/test_locks.py, `test_context` → test_context.py; the dotted name below `test`. */
export function test_module(module: string): { readonly file: string; readonly dotted: string } {
  const parts = module.split(".").map((part, at, all) => {
    const is_package = at < all.length - 1;
    return is_package && !part.startsWith("test_") ? `test_${part}` : part;
  });
  return { file: `${path.join(...parts)}.py`, dotted: `test.${parts.join(".")}` };
}
