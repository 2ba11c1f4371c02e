// test, review and verify, by the real command: what passes, what fails and why, and what is written when.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pyasync2ts } from "./support/command-line.ts";
import { find_python } from "./support/python.ts";

const ENVIRONMENT = { ...process.env, NO_COLOR: "1", CI: "" };
const python = find_python("3.13");
const with_python = test.skipIf(python === null);

const WORKERS = `import asyncio


async def worker(name, delay):
    await asyncio.sleep(delay)
    print("worker", name)


async def main():
    await asyncio.gather(worker("a", 0.02), worker("b", 0))


asyncio.run(main())
`;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pyasync2ts-golden-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function given(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function command(
  args: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
) {
  return pyasync2ts(args, { cwd: folder, env: ENVIRONMENT, ...options });
}

function read(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

describe("pyasync2ts test", () => {
  test("programs that print what is recorded pass: output, status, arguments, input", () => {
    given({
      "a.py":
        'import sys\nprint(sys.argv[1:], input())\nprint("e", file=sys.stderr)\nsys.exit(3)\n',
      "a.args": "x y\nz\n",
      "a.stdin": "hello\n",
      "a.stdout": "['x y', 'z'] hello\n",
      "a.stderr": "e\n",
      "a.exit": "3\n",
      "inner/b.py": "import shared\nprint(shared.NAME)\n",
      "inner/b.stdout": "b\n",
      "inner/shared.py": 'NAME = "b"\n',
      "project/__main__.py": "from tool.names import NAME\nprint(NAME)\n",
      "project/__main__.stdout": "p\n",
      "project/tool/__init__.py": "",
      "project/tool/names.py": 'NAME = "p"\n',
    });
    expect(command(["test", "."])).toEqual({
      status: 0,
      stdout: "3 passed, 0 failed\n",
      stderr: "",
    });
  });

  test("a difference is shown with the line and the task that printed it", () => {
    given({ "w.py": WORKERS, "w.stdout": "worker b\nworker A\n" });
    const { status, stdout } = command(["test", "w.py"]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "failed w.py\n  stdout differs from line 2, printed by w.py:6 in worker, Task-2\n",
    );
    expect(stdout).toContain("  -worker A\n  +worker a\n");
    expect(stdout).toContain("  see it again: pyasync2ts verify w.py\n");
    expect(stdout).toContain("0 passed, 1 failed\n");
  });

  test("another exit status, another standard error, and a program that is refused fail", () => {
    given({
      "a.py": "raise SystemExit(2)\n",
      "a.stdout": "",
      "b.py": '# test: stderr\nimport sys\nprint("x", file=sys.stderr)\n',
      "b.stdout": "",
      "b.stderr": "y\n",
      "c.py": "import numpy\n",
      "c.stdout": "",
    });
    const { status, stdout } = command(["test", "."]);
    expect(status).toBe(1);
    expect(stdout).toContain("exit status 2 instead of 0");
    expect(stdout).toContain("stderr differs from line 1");
    expect(stdout).toContain("numpy");
    expect(stdout).toContain("0 passed, 3 failed\n");
  });

  test("what varies can be left out, and the order of lines left open", () => {
    given({
      "a.py":
        '# test: mask took (\\d+) ms\n# test: any-order ^got \nprint("took 17 ms")\nprint("got 2")\nprint("got 1")\nprint("end")\n',
      "a.stdout": "took 3 ms\ngot 1\ngot 2\nend\n",
      "b.py": '# test: any-order ^got \nprint("got 2")\nprint("end")\nprint("got 1")\n',
      "b.stdout": "got 1\ngot 2\nend\n",
    });
    const { stdout } = command(["test", "a.py", "b.py"]);
    expect(stdout).toContain("failed b.py");
    expect(stdout).toContain("1 passed, 1 failed\n");
  });

  test("missing, obsolete and unexpectedly passing cases and wrong headers fail; skipped ones don't", () => {
    given({
      "missing.py": "print(1)\n",
      "gone.stdout": "1\n",
      "better.py": "# test: xfail some day\nprint(1)\n",
      "better.stdout": "1\n",
      "worse.py": "# test: xfail some day\nprint(2)\n",
      "worse.stdout": "1\n",
      "left.py": "# test: skip too slow\nprint(1)\n",
      "wrong.py": "# test: tiemout 3\nprint(1)\n",
      "wrong.stdout": "1\n",
      "part.py": "# test: module\n",
    });
    const { status, stdout } = command(["test", "."]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "missing missing.py\n  nothing is recorded: pyasync2ts test --record missing.py\n",
    );
    expect(stdout).toContain("obsolete gone.stdout: its program is gone\n");
    expect(stdout).toContain("unexpected pass better.py");
    expect(stdout).toContain("wrong.py:1: unknown directive 'tiemout'");
    expect(stdout).toContain("0 passed, 4 failed, 1 failed as expected, 1 skipped\n");
  });

  test("a program that does not end is stopped", () => {
    given({ "a.py": "# test: timeout 0.7\nimport time\ntime.sleep(50)\n", "a.stdout": "" });
    expect(command(["test", "."]).stdout).toContain("stopped after 0.7 s");
  });

  test("days pass at once in virtual time", () => {
    given({
      "a.py":
        "# test: virtual\nimport asyncio, time\n\n\nasync def main():\n    await asyncio.sleep(86400)\n    print(time.time())\n\n\nasyncio.run(main())\n",
      "a.stdout": "946771200.0\n",
    });
    expect(command(["test", "a.py"]).stdout).toBe("1 passed, 0 failed\n");
  });

  test("--bless records what differs, and nothing where CI is set", () => {
    given({ "a.py": "print(1)\nraise SystemExit(4)\n", "a.stdout": "2\n" });
    const refused = command(["test", "--bless", "a.py"], { env: { ...ENVIRONMENT, CI: "1" } });
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("nothing is written where CI is set");
    expect(read("a.stdout")).toBe("2\n");
    expect(command(["test", "--bless", "a.py"])).toMatchObject({
      status: 0,
      stdout: "1 passed, 0 failed\n",
    });
    expect([read("a.stdout"), read("a.exit")]).toEqual(["1\n", "4\n"]);
  });

  test("--junit and --json say the same to machines", () => {
    given({ "a.py": 'print("<&>")\n', "a.stdout": "<>\n", "b.py": "# test: skip\n" });
    const { status, stdout } = command(["test", "--json", "--junit", "report.xml", "."]);
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as {
      cases: { name: string; kind: string; place?: object }[];
    };
    expect(report.cases.map(({ name, kind }) => [name, kind])).toEqual([
      ["a.py", "failed"],
      ["b.py", "skipped"],
    ]);
    expect(report.cases[0]?.place).toMatchObject({ source_line: 1, function: "<module>" });
    expect(read("report.xml")).toContain('tests="2" failures="1" skipped="1"');
    expect(read("report.xml")).toContain("+&lt;&amp;&gt;");
  });

  test.each([
    [["test", "nothing"], 1, "there is no file or folder 'nothing'"],
    [["test", "empty"], 1, "there is no case in empty"],
    [["test", "notes.txt"], 1, "'notes.txt' is no .py file"],
    [["test", "-j", "0", "empty"], 2, "It must be a whole number from 1."],
    [["test"], 2, "missing required argument 'cases'"],
    [["test", "--recrod", "empty"], 2, "unknown option '--recrod'"],
    [["review"], 2, "missing required argument 'cases'"],
    [["verify"], 2, "missing required argument 'file'"],
    [["verify", "--python", "no-such-python", "a.py"], 1, "can't run 'no-such-python'"],
  ])("%j is a clear error", (args, status, message) => {
    given({ "empty/.keep": "", "notes.txt": "", "a.py": "" });
    const result = command(args);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).toContain(message);
  });
});

describe("pyasync2ts review", () => {
  test("accepts, rejects and puts off, as it is told", () => {
    const cases = ["a", "b", "c", "d"];
    given(
      Object.fromEntries(
        cases.flatMap((name) => [
          [`${name}.py`, `print("${name} one two")\n`],
          [`${name}.stdout`, `${name} one 2\n`],
        ]),
      ),
    );
    const { status, stdout } = command(["review", "."], { input: "a\nr\nwhat\ns\n" });
    expect(status).toBe(1);
    expect(stdout).toContain("a.py (1 of 4)\nstdout: 1 of 2 lines differ\n  a one [-2-]{+two+}\n");
    expect(stdout).toContain("1 accepted, 1 rejected, 2 put off\n");
    expect(cases.map((name) => read(`${name}.stdout`))).toEqual([
      "a one two\n",
      "b one 2\n",
      "c one 2\n",
      "d one 2\n",
    ]);
  });
});

describe("with a CPython", () => {
  with_python("--record takes what CPython does, the same each time, and `test` agrees", () => {
    given({
      "w.py": WORKERS,
      "exit.py": '# test: stderr\nimport sys\nprint({"b", "a"} == {"a", "b"})\nsys.exit("bye")\n',
      "long.py":
        "# test: virtual\nimport time, datetime\ntime.sleep(10 * 86400)\nprint(datetime.date.today())\n",
      "random_.py": "import random\nprint(1)\nprint(random.random())\n",
    });
    const recorded = command(["test", "--record", "."]);
    expect(recorded).toMatchObject({ status: 1, stdout: "3 recorded, 1 not\n" });
    expect(recorded.stderr).toMatch(/^random_\.py: line 2 of CPython's stdout varies:\n/);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".py"))).toEqual([
      "exit.exit",
      "exit.stderr",
      "exit.stdout",
      "long.stdout",
      "w.stdout",
    ]);
    expect([read("exit.stderr"), read("long.stdout")]).toEqual(["bye\n", "2000-01-11\n"]);
    rmSync(path.join(folder, "random_.py"));
    expect(command(["test", "."])).toEqual({
      status: 0,
      stdout: "3 passed, 0 failed\n",
      stderr: "",
    });
    expect(existsSync(path.join(folder, "__pycache__"))).toBe(false);
  });

  with_python("verify runs both, and says where they part", () => {
    given({
      "w.py": WORKERS,
      "other.py": "import sys\nprint(len(sys.argv))\nprint(object())\n",
    });
    expect(command(["verify", "w.py"]).stdout).toMatch(
      /^the same: 2 lines, exit status 0 \(CPython /,
    );
    const { status, stdout } = command(["verify", "other.py", "x"]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "stdout differs from line 2, printed by other.py:3 in <module>, MainThread\n",
    );
  });

  test.skipIf(find_python("3.8") === null)("the configuration says which CPython", () => {
    const text = `import asyncio

async def one():
    return 1

async def main():
    done, _ = await asyncio.wait([one()])
    print([task.result() for task in done])

asyncio.run(main())
`;
    given({ "old.py": text, "pyasync2ts.config.json": '{ "python": "3.8" }' });
    expect(command(["verify", "old.py"]).stdout).toMatch(/^the same: 1 lines, exit status 0/);
    expect(command(["test", "--record", "old.py"]).status).toBe(0);
    expect(read("old.stdout")).toBe("[1]\n");
    expect(command(["test", "old.py"]).status).toBe(0);
    given({ "old.py": `# test: python 3.13\n${text}` });
    expect(command(["test", "--record", "old.py"]).status).toBe(0);
    expect(existsSync(path.join(folder, "old.exit"))).toBe(true);
  });
});
