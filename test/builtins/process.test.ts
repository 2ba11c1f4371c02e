// How programs end: what is printed arrives whole and in order, uncaught exceptions print Python's tracebacks.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository } from "../support/fixture.ts";

const LINES = 50_000;
const LAST_LINE = `line ${LINES - 1}\n`;
const PRINT_ALL = `for (let i = 0; i < ${LINES}; i++) print("line", i);`;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pyasync2ts-process-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("standard output is complete and in order", () => {
  test.each([
    ["at the end of the program", "", 0],
    ["when the process exits right after", "process.exit(4);", 4],
    ["when an exception is not caught", 'throw new ValueError("x");', 1],
    [
      "when the process is interrupted",
      'await pause(30); process.kill(process.pid, "SIGINT"); await pause(5000);',
      null,
    ],
  ])("%s", async (_, ending, status) => {
    const outcome = await run(`${PRINT_ALL}\n${ending}`);
    expect(outcome.stdout.length).toBe(
      Array.from({ length: LINES }, (_, i) => `line ${i}\n`).join("").length,
    );
    expect(outcome.stdout.endsWith(LAST_LINE)).toBe(true);
    expect(outcome.status).toBe(status);
  });

  test("what goes to standard error comes after what was printed before", async () => {
    const { stdout, stderr } = await run(
      'print("a"); print("b", { file: standard_streams().stderr }); print("c");',
    );
    expect(stdout).toBe("a\nc\n");
    expect(stderr).toBe("b\n");
  });

  test("a pipe that is closed early is Python's BrokenPipeError", async () => {
    const { stderr, status } = await run(PRINT_ALL, { closes_early: true });
    expect(stderr).toContain("BrokenPipeError: [Errno 32] Broken pipe");
    expect([1, 120]).toContain(status);
  });
});

describe("an exception that nobody catches", () => {
  test("prints the calls that led to it, its cause and its notes", async () => {
    const { stderr, status } = await run(
      [
        "function f() {",
        '  throw new ValueError("bad");',
        "}",
        "function g() {",
        "  try {",
        "    f();",
        "  } catch (error) {",
        '    error.add_note("a note");',
        '    throw raise_from(new KeyError("k"), error);',
        "  }",
        "}",
        "g();",
      ].join("\n"),
    );
    expect(stderr).toBe(
      `Traceback (most recent call last):
  File "FILE", line 7, in g
    f();
  File "FILE", line 3, in f
    throw new ValueError("bad");
ValueError: bad
a note

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "FILE", line 13, in <module>
    g();
  File "FILE", line 10, in g
    throw raise_from(new KeyError("k"), error);
KeyError: 'k'
`,
    );
    expect(status).toBe(1);
  });

  test("shows the members of a group", async () => {
    const { stderr } = await run(
      'throw new ExceptionGroup("top", [new ValueError(1), new ExceptionGroup("in", [new TypeError(2)])]);',
    );
    expect(stderr.replace(/^.*(?:Traceback|File|throw).*\n/gm, "")).toBe(
      `  | ExceptionGroup: top (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | ExceptionGroup: in (1 sub-exception)
    +-+---------------- 1 ----------------
      | TypeError: 2
      +------------------------------------
`,
    );
  });

  test.each([
    ["const x = null;\nx.name;", "AttributeError: 'NoneType' object has no attribute 'name'"],
    ["const f = () => [f()];\nf();", "RecursionError: maximum recursion depth exceeded"],
    ["await (async () => { await null; throw new KeyError('k'); })();", "KeyError: 'k'"],
    ["class Mine extends ValueError {}\nthrow new Mine('x', 1);", "Mine: ('x', 1)"],
    ["later;\nlet later = 1;", "NameError: name 'later' is not defined. Did you mean: 'iter'?"],
  ])("%s", async (code, last_line) => {
    const { stderr, status } = await run(code);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(last_line);
    expect(status).toBe(1);
  });

  test.each([
    ["new SystemExit()", "", 0],
    ["new SystemExit(3)", "", 3],
    ["new SystemExit(-1)", "", 255],
    ["new SystemExit(true)", "", 1],
    ['new SystemExit("bye")', "bye\n", 1],
    ["new KeyboardInterrupt()", null, 130],
  ])("%s ends with its status", async (error, message, expected) => {
    const { stderr, status } = await run(`throw ${error};`);
    if (message !== null) expect(stderr).toBe(message);
    expect(status).toBe(expected);
  });
});

interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

let count = 0;

/** Runs a module that has the built-ins of the built package; the file's own path is shown as FILE. */
async function run(code: string, { closes_early = false } = {}): Promise<Ending> {
  const builtins = JSON.stringify(path.join(repository, "dist/builtins.js"));
  const names =
    "print, raise_from, ExceptionGroup, KeyboardInterrupt, KeyError, SystemExit, TypeError, ValueError";
  const file = path.join(folder, `program-${count++}.mjs`);
  const head = `import { ${names}, standard_streams } from ${builtins}; const pause = (ms) => new Promise((go) => setTimeout(go, ms));`;
  writeFileSync(file, `${head}\n${code}\n`);
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (closes_early) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { stdout, stderr: stderr.replaceAll(file, "FILE"), status };
}
