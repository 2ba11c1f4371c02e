// Runs one module of CPython's tests: copied beside our stand-ins into a folder of its own, transpiled, executed.
import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { skips } from "./skips.ts";
import { test_module } from "./tests.ts";

const here = path.dirname(fileURLToPath(import.meta.url));
const cli = path.join(here, "../../dist/cli.js");

type Told = readonly [id: string, why: string];

export interface Tally {
  readonly passed: readonly string[];
  readonly failed: readonly Told[];
  readonly errors: readonly Told[];
  readonly skipped: readonly Told[];
  /** Why the tests could not be run at all, or not to their end. */
  readonly trouble: string | null;
}

/** `folder`: CPython's `Lib/test`. The copies live as long as the run, unless they are kept for a look. */
export async function run_module(module: string, folder: string, keeps: boolean): Promise<Tally> {
  const { file, dotted } = test_module(module);
  const source = path.join(folder, file);
  if (!existsSync(source)) return in_trouble(`there is no ${source}`);
  const work = mkdtempSync(path.join(tmpdir(), "pyasync2ts-cpython-"));
  try {
    cpSync(path.join(here, "stand-ins"), work, { recursive: true });
    copyFileSync(source, path.join(work, "test", file));
    copy_needed(source, folder, path.join(work, "test"));
    for (const shared of SHARED) {
      const beside = path.join(path.dirname(source), shared);
      if (existsSync(beside))
        copyFileSync(beside, path.join(work, "test", path.dirname(file), shared));
    }
    writeFileSync(path.join(work, "main.py"), main_program(dotted));
    return read_output(await execute(path.join(work, "main.py")), dotted);
  } finally {
    if (keeps) console.log(`kept ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
}

/** The modules of `test` that tests take from there, and those that these take; what has a stand-in stays that. */
function copy_needed(source: string, folder: string, to: string): void {
  for (const name of needed(readFileSync(source, "utf8"))) {
    const [from, copy] = [path.join(folder, `${name}.py`), path.join(to, `${name}.py`)];
    if (existsSync(copy) || existsSync(path.join(to, name)) || !existsSync(from)) continue;
    copyFileSync(from, copy);
    copy_needed(from, folder, to);
  }
}

/** `from test import list_tests, seq_tests`, `from test.test_grammar import …`, `import test.string_tests`. */
function needed(text: string): readonly string[] {
  const lists = [...text.matchAll(/^from test import (.+)$/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(" ")[0] ?? ""),
  );
  const modules = [...text.matchAll(/^(?:from|import) test\.(\w+)/gm)].map(([, name = ""]) => name);
  return [...new Set([...lists, ...modules])];
}

/** What is transpiled: the tests, and the one that tells of them. */
function main_program(dotted: string): string {
  const own = skips.map(
    ({ test, reason }) => `    ${JSON.stringify(`test.${test}`)}: ${JSON.stringify(reason)},`,
  );
  const dot = dotted.lastIndexOf(".");
  return [
    `from ${dotted.slice(0, dot)} import ${dotted.slice(dot + 1)} as tests`,
    "from telling import tell",
    "",
    "SKIPS = {",
    ...own,
    "}",
    "",
    "tell(tests, SKIPS)",
    "",
  ].join("\n");
}

/** What is no test and stands beside some. */
const SHARED = ["functional.py"];

interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

const LIMIT = 240_000;

async function execute(main: string): Promise<Output> {
  const child = spawn(process.execPath, [cli, "run", "--keep-going", "--no-pretty", main], {
    cwd: path.dirname(main),
    timeout: LIMIT,
  });
  const read = (stream: NodeJS.ReadableStream): (() => string) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      // A thread or a server that a test has left behind holds the process.
      if (chunk.includes(DONE)) setTimeout(() => child.kill("SIGKILL"), GRACE);
    });
    return () => Buffer.concat(chunks).toString("utf8");
  };
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)];
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { stdout: stdout(), stderr: stderr(), status };
}

/** A line per test: kind, id and why, between tabs; `done` at the end. */
function read_output({ stdout, stderr, status }: Output, dotted: string): Tally {
  const lines = stdout.split("\n").filter((line) => line.startsWith(MARK));
  const told = lines.map((line) => line.slice(MARK.length).split("\t"));
  const of_kind = (kind: string): Told[] =>
    told
      .filter(([each]) => each === kind)
      .map(([, id = "", why = ""]) => [id.replace(`${dotted}.`, ""), why]);
  const is_done = told.some(([kind]) => kind === "done");
  return {
    passed: of_kind("passed").map(([id]) => id),
    failed: of_kind("failed"),
    errors: of_kind("error"),
    skipped: of_kind("skipped"),
    trouble: is_done ? null : `ended before its end, status ${status}\n${stderr.slice(-4000)}`,
  };
}

const MARK = "@@test\t";
const DONE = `${MARK}done\t`;
/** Milliseconds for what is written to be read. */
const GRACE = 1000;

function in_trouble(trouble: string): Tally {
  return { passed: [], failed: [], errors: [], skipped: [], trouble };
}
