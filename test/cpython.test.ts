// The judge itself: tests in a folder as CPython keeps them are found, run and counted; what fails is told.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { run_module } from "../scripts/cpython/run.ts";
import { test_folder, test_module } from "../scripts/cpython/tests.ts";
import { find_python } from "./support/python.ts";

test("modules are named as their files below Lib/test", () => {
  expect(test_module("asyncio.test_locks")).toEqual({
    file: path.join("test_asyncio", "test_locks.py"),
    dotted: "test.test_asyncio.test_locks",
  });
  expect(test_module("test_context").dotted).toBe("test.test_context");
});

const OWN = `
import asyncio
import unittest
from test.test_asyncio import utils
from test.test_asyncio.utils import await_without_task


class First(utils.TestCase):
    def setUp(self):
        super().setUp()
        self.loop = asyncio.new_event_loop()
        self.set_event_loop(self.loop)

    def test_passes(self):
        self.assertIsNone(self.loop.run_until_complete(asyncio.sleep(0)))

    def test_fails(self):
        self.assertEqual(1, 2)

    def test_error(self):
        raise KeyError("key")

    @unittest.skip("why")
    def test_skipped(self):
        pass

    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i):
                self.assertEqual(i, 0)


class Second(unittest.IsolatedAsyncioTestCase):
    async def test_without_task(self):
        async def timed():
            async with asyncio.timeout(1):
                pass

        with self.assertRaisesRegex(RuntimeError, "task"):
            await await_without_task(timed())
`;

test("tests are counted by what became of them", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pyasync2ts-own-tests-"));
  try {
    mkdirSync(path.join(folder, "test_asyncio"));
    writeFileSync(path.join(folder, "test_asyncio", "test_own.py"), OWN);
    const tally = await run_module("asyncio.test_own", folder, false);
    expect(tally.trouble).toBeNull();
    expect(tally.passed).toEqual(["First.test_passes", "Second.test_without_task"]);
    expect(tally.failed.map(([id]) => id)).toEqual(["First.test_fails", "First.test_sub (i=1)"]);
    expect(tally.errors.map(([id]) => id)).toEqual(["First.test_error"]);
    expect(tally.skipped).toEqual([["First.test_skipped", "why"]]);
    const missing = await run_module("asyncio.test_nothing", folder, false);
    expect(missing.trouble).toContain("there is no");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

const python = find_python("3.13");

test.skipIf(python === null)(
  "CPython's tests of timeouts pass",
  async () => {
    const tally = await run_module("asyncio.test_timeouts", test_folder(python ?? ""), false);
    expect([tally.trouble, tally.failed, tally.errors]).toEqual([null, [], []]);
    expect(tally.passed.length).toBeGreaterThan(30);
  },
  120_000,
);
