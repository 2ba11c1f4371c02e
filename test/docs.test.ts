// What the guide shows is true: its examples type-check and print what it says.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "./support/fixture.ts";

interface Example {
  readonly guide: string;
  /** Its file in the scratch folder. */
  readonly name: string;
  readonly line: number;
  readonly code: string;
  readonly prints: string;
}

const guides = ["docs/asyncio.md", "docs/library.md"];
const examples = guides.flatMap(find_examples);
let scratch = "";

beforeAll(() => {
  // Inside of the package, so that it finds itself by its name.
  scratch = mkdtempSync(path.join(repository, "dist", "docs-"));
  for (const { name, code } of examples) writeFileSync(path.join(scratch, `${name}.ts`), code);
});

afterAll(() => rmSync(scratch, { recursive: true }));

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)("$guide:$line prints what stands below it", ({ name, code, prints }) => {
  const file = path.join(scratch, `${name}.mjs`);
  writeFileSync(file, transformSync(code, { loader: "ts" }).code);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  expect(stdout, stderr).toBe(prints);
});

test("the examples type-check", { timeout: 120_000 }, () => {
  const config = path.join(scratch, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({ extends: "../../fixtures/tsconfig.json", include: ["*.ts"] }),
  );
  const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", config], { encoding: "utf8" });
  expect(stdout).toBe("");
});

function find_examples(guide: string): Example[] {
  const text = readFileSync(path.join(repository, guide), "utf8");
  const found: Example[] = [];
  for (const match of text.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)) {
    const [, code = "", prints = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    found.push({ guide, name: `${path.basename(guide, ".md")}-${line}`, line, code, prints });
  }
  return found;
}
