// dist/core.js: what V8 compiled is kept beside it, and used only while it is whole.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "./support/fixture.ts";

const PROGRAM =
  'import { print, KeyError } from "./builtins.js";\n' +
  'try {\n  throw new KeyError("k");\n} catch (error) {\n  print(error, [1, null]);\n}\n';

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pyasync2ts-core-"));
  for (const file of ["builtins.js", "core.js", "core.script.js"])
    cpSync(path.join(repository, "dist", file), path.join(folder, file));
  writeFileSync(path.join(folder, "program.mjs"), PROGRAM);
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(): void {
  const { stdout, stderr, status } = spawnSync("node", [path.join(folder, "program.mjs")], {
    encoding: "utf8",
  });
  expect({ stdout, stderr, status }).toEqual({ stdout: "'k' [1, None]\n", stderr: "", status: 0 });
}

function cache(): string {
  const files = readdirSync(folder).filter((file) => file.startsWith("core.script.js-"));
  expect(files).toHaveLength(1);
  return path.join(folder, files[0] ?? "");
}

test("the first start keeps what V8 compiled, the second uses it, a damaged one is replaced", () => {
  run();
  const written = statSync(cache()).mtimeMs;
  const whole = readFileSync(cache());
  run();
  expect(statSync(cache()).mtimeMs).toBe(written);
  for (const damaged of [whole.subarray(0, whole.length >> 1), Buffer.from("no cache"), ""]) {
    writeFileSync(cache(), damaged);
    run();
    expect(statSync(cache()).size).toBeGreaterThan(whole.length / 2);
  }
});
