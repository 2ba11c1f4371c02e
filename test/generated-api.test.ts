// The generated table of the declared API is that of the runtime as it is.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compact_api, format_table } from "../scripts/api/table.ts";
import { runtime_api } from "../src/facts/runtime-api.ts";

test("the table is up to date: npm run generate", () => {
  const file = new URL("../src/facts/runtime-api.generated.ts", import.meta.url);
  expect(readFileSync(file, "utf8") === format_table(compact_api())).toBe(true);
});

test("signatures tell coroutines from what blocks, and keyword-only parameters from others", () => {
  const sleep = runtime_api().find("asyncio", "sleep");
  expect(sleep).toMatchObject({ kind: "function", signature: { effect: "coroutine" } });
  const run = runtime_api().find("asyncio", "run");
  expect(run).toMatchObject({ kind: "function", signature: { effect: "blocking" } });
  const task = runtime_api().find("asyncio", "create_task");
  expect(task?.kind === "function" && task.signature.parameters.map(({ kind }) => kind)).toEqual([
    "positional",
    "keyword_only",
    "keyword_only",
    "keyword_only",
  ]);
});

test("a name that several modules export lives in one of them", () => {
  const found = runtime_api().find("asyncio", "TimeoutError");
  expect(found).toMatchObject({ kind: "class", class: { module: "builtins" } });
});
