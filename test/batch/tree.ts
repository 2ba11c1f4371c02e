// A folder of Python files for a test, and what a batch makes of it when it runs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { repository } from "../support/fixture.ts";

export type Tree = Readonly<Record<string, string>>;

export function made_tree(files: Tree): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-batch-"));
  add_files(folder, files);
  return folder;
}

export function add_files(folder: string, files: Tree): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** All files below a folder but hidden ones, with their texts. */
export function read_tree(folder: string): Tree {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(path.sep).some((part) => part.startsWith(".")))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

/** Runs an emitted TypeScript module with what the built package exports. */
export async function run_emitted(file: string): Promise<string> {
  const outfile = `${file.slice(0, -3)}.bundle.mjs`;
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    plugins: [
      {
        name: "built package",
        setup({ onResolve }) {
          onResolve({ filter: /^pyasync2ts\// }, ({ path: name }) => {
            const module = name.slice("pyasync2ts/".length);
            const is_core = module === "builtins" || module === "asyncio";
            const built = path.join(repository, "dist", is_core ? "" : "stdlib", `${module}.js`);
            return { path: pathToFileURL(built).href, external: true };
          });
        },
      },
    ],
  });
  return spawnSync(process.execPath, [outfile], { encoding: "utf8" }).stdout;
}
