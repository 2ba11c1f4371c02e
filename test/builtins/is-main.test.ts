// is_main(): true in the module that was started, however it was named; false wherever it is imported.
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "is-main-")));

beforeAll(async () => {
  await build({
    entryPoints: [path.resolve("runtime/builtins/main-module.ts")],
    outfile: path.join(folder, "main-module.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  write(
    "program.mjs",
    `import { is_main } from "./main-module.mjs"; console.log(is_main(import.meta));`,
  );
  write("importer.mjs", `import "./program.mjs";`);
  write(
    "worker.mjs",
    `import { Worker } from "node:worker_threads"; new Worker(new URL("./program.mjs", import.meta.url));`,
  );
  write(
    "told.mjs",
    `import { set_main_module } from "./main-module.mjs";
     set_main_module(new URL("./program.mjs", import.meta.url).href);
     await import("./program.mjs");`,
  );
  symlinkSync(path.join(folder, "program.mjs"), path.join(folder, "link.mjs"));
  symlinkSync(folder, path.join(folder, "folder-link"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["run by its path", ["program.mjs"], "true"],
  ["run by an absolute path", [path.join(folder, "program.mjs")], "true"],
  ["run through a link to the file", ["link.mjs"], "true"],
  ["run through a link to its folder", ["folder-link/program.mjs"], "true"],
  ["imported by the program", ["importer.mjs"], "false"],
  ["run in a worker thread", ["worker.mjs"], "false"],
  ["named by the tool that runs it", ["told.mjs"], "true"],
])("%s", (_, args, expected) => {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.trim()).toBe(expected);
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}
