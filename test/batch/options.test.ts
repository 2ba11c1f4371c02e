// Every option, format and exit status through the real command, and what is wrong with inputs and outputs.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { repository } from "../support/fixture.ts";
import { find_python } from "../support/python.ts";
import { made_tree, type Tree } from "./tree.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function given(files: Tree): string {
  const folder = made_tree(files);
  folders.push(folder);
  return folder;
}

describe("the help", () => {
  const main = pyasync2ts(["--help"]).stdout;
  const listed = main.slice(main.indexOf("\nCommands:"), main.indexOf("\nExamples:"));
  const commands = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);

  test("lists the commands", () => {
    expect(commands.sort()).toEqual(
      ["check", "completion", "explain", "review", "run", "test", "verify"].sort(),
    );
    for (const status of ["0 done", "1 the input has errors", "2 wrong usage", "70 a mistake"])
      expect(main).toContain(status);
  });

  test("every option of every command is tried by a test", () => {
    const texts = readdirSync(path.join(repository, "test"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(path.join(repository, "test", file), "utf8"));
    const all = ["", ...commands].flatMap((command) => {
      const { stdout } = pyasync2ts([...(command === "" ? [] : [command]), "--help"]);
      return [...stdout.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].map(
        ([, short = "", long = ""]) => ({ command, short, long }),
      );
    });
    expect(all.length).toBeGreaterThan(50);
    const untried = all.filter(
      ({ short, long }) =>
        !texts.some((text) => text.includes(`"${long}"`) || text.includes(`"${short}"`)),
    );
    expect(untried).toEqual([]);
  });
});

describe("--format", () => {
  const cwd = given({ "bad.py": "x = 1\nif x\n    pass\n", "warned.py": 'print("\\d")\n' });
  const commands: readonly (readonly string[])[] = [
    ["bad.py"],
    ["run", "bad.py"],
    ["check", "bad.py"],
  ];
  const told = (command: readonly string[], ...options: readonly string[]) => {
    const { status, stdout, stderr } = pyasync2ts([...head(command), ...options, "bad.py"], {
      cwd,
    });
    expect(status).toBe(1);
    return { stdout, stderr, both: stdout + stderr };
  };
  const head = (command: readonly string[]) => command.slice(0, -1);

  test.each(commands)("of %s %s", (...command) => {
    expect(told(command).stderr).toContain("\n  2 | if x\n");
    const line = /bad\.py:2:5 - error PA0001: SyntaxError: expected ':'\n/;
    expect(told(command, "--format", "tsc").stderr).toMatch(line);
    expect(told(command, "--no-pretty").stderr).toMatch(line);
    expect(told(command, "--format", "github").stderr).toMatch(
      /^::error file=\S*bad\.py,line=2,col=5,title=PA0001::SyntaxError: expected ':'/,
    );
    const json = JSON.parse(told(command, "--format", "json").both);
    expect(Array.isArray(json) ? json : json.diagnostics).toMatchObject([
      { code: "PA0001", line: 2, column: 5 },
    ]);
    expect(JSON.parse(told(command, "--json").both)).toEqual(json);
    expect(JSON.parse(told(command, "--format", "sarif").both)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "PA0001", level: "error" }] }],
    });
  });

  test("what a program prints stays by itself on standard output", () => {
    const { stdout, stderr, status } = pyasync2ts(["run", "--format", "json", "warned.py"], {
      cwd,
    });
    expect({ stdout, status }).toEqual({ stdout: "\\d\n", status: 0 });
    expect(JSON.parse(stderr)).toMatchObject([{ code: "PA0004", severity: "warning" }]);
  });
});

describe("the exit status", () => {
  const cwd = given({
    "good.py": "print('good')\n",
    "bad.py": "x = = 1\n",
    "leaves.py": "import sys\nsys.exit(7)\n",
    "fails.py": "1 / 0\n",
  });
  const status = (...args: readonly string[]) => pyasync2ts(args, { cwd }).status;

  test("0, 1 and 2", () => {
    expect(status("good.py", "-o", "-")).toBe(0);
    expect(status("check", "good.py")).toBe(0);
    expect(status("bad.py")).toBe(1);
    expect(status("check", ".")).toBe(1);
    expect(status(".", "--out-dir", "out")).toBe(1);
    expect(status("good.py", "--nonsense")).toBe(2);
    expect(status("good.py", "bad.py", "-o", "x.ts")).toBe(2);
  });

  test("of run is the program's", () => {
    expect(status("run", "good.py")).toBe(0);
    expect(status("run", "leaves.py")).toBe(7);
    expect(status("run", "fails.py")).toBe(1);
    expect(status("run", "bad.py")).toBe(1);
  });

  test("70: a mistake of ours is told as such, and the other files are not lost", () => {
    // the built command with a worker that dies
    const dist = path.join(repository, "dist");
    const broken = given({});
    for (const name of readdirSync(dist))
      if (name !== "batch-worker.js") symlinkSync(path.join(dist, name), path.join(broken, name));
    writeFileSync(path.join(broken, "batch-worker.js"), 'throw new Error("boom");\n');
    writeFileSync(path.join(broken, "package.json"), '{ "type": "module" }');
    symlinkSync(path.join(repository, "node_modules"), path.join(broken, "node_modules"));
    const kept = ["--preserve-symlinks", "--preserve-symlinks-main"];
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [...kept, path.join(broken, "cli.js"), ...args], {
        cwd,
        encoding: "utf8",
      });
    for (const command of [
      ["check", "good.py"],
      ["good.py", "--out-dir", "other"],
    ]) {
      const { status: left, stderr } = run(...command);
      expect(left, stderr).toBe(70);
      expect(stderr).toContain("PA9001: internal error: boom");
      expect(stderr).toContain("this is our mistake: please report it");
    }
  });
});

describe("what is wrong with files", () => {
  const cwd = given({ "a.py": "print(1)\n", "empty/readme.txt": "", "src/b.py": "print(2)\n" });
  beforeAll(() => {
    symlinkSync("loop.py", path.join(cwd, "loop.py"));
    symlinkSync("again.py", path.join(cwd, "src/again.py"));
  });
  const long = `${"x".repeat(300)}.py`;

  const cases: readonly (readonly [readonly string[], string])[] = [
    [["loop.py"], "can't read 'loop.py': too many symbolic links"],
    [["run", "loop.py"], "can't read 'loop.py': too many symbolic links"],
    [["check", "loop.py"], "loop.py': too many symbolic links"],
    [["test", "loop.py"], "can't read 'loop.py': too many symbolic links"],
    [["verify", "loop.py"], "can't read 'loop.py': too many symbolic links"],
    [["a.py/b.py"], "can't read 'a.py/b.py': a part of its path is not a folder"],
    [["check", "a.py/b.py"], "can't read 'a.py/b.py': there is no such file or folder"],
    [["check", long], "its name is too long"],
    [["run", long], "its name is too long"],
    [["check", ""], "can't read '': there is no such file or folder"],
    [["check", "empty"], "no Python files in 'empty'"],
    [
      ["nowhere/*.py", "--out-dir", "out"],
      "can't read 'nowhere/*.py': there is no such file or folder",
    ],
    [["-", "--out-dir", "out"], "standard input has no place in a folder"],
    [["a.py", "-o", "empty"], "can't write 'empty': it is a folder"],
    [["a.py", "-o", "no/where.ts"], "can't write 'no/where.ts': there is no such file or folder"],
    [["a.py", "-o", "loop.py"], "can't read 'loop.py': too many symbolic links"],
    [["a.py", "--out-dir", "a.py"], "can't make folder 'a.py': it is there already, and no folder"],
    [["a.py", "--out-dir", "loop.py"], "can't make folder 'loop.py': too many symbolic links"],
    [["check", "a.py", "--html", "empty"], "can't write 'empty': it is a folder"],
    [["run", "--trace", "no/x", "a.py"], "can't write 'no/x': there is no such file or folder"],
    [["run", "-m", "nowhere"], "No module named nowhere"],
    [["test", "nowhere"], "there is no file or folder 'nowhere'"],
    [["test", "empty"], "there is no case in empty"],
    [["review", "nowhere"], "there is no file or folder 'nowhere'"],
    [["verify", "empty"], "there is no program in 'empty'"],
    [["verify", "--python", "/nowhere", "a.py"], "can't run '/nowhere'"],
  ];
  test.each(cases)("%j: one clear line", (args, words) => {
    const { status, stdout, stderr } = pyasync2ts(args, { cwd, input: "" });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("a file that can't be read keeps no other from being done", () => {
    const { status, stderr } = pyasync2ts(["src", "--out-dir", "done"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("again.py': too many symbolic links");
    expect(stderr).toContain("1 file: 1 written");
  });

  test.skipIf(process.getuid?.() === 0)("a folder that can't be read (not as root)", () => {
    const own = given({ "src/a.py": "print(1)\n", "src/hidden/b.py": "print(2)\n" });
    chmodSync(path.join(own, "src/hidden"), 0);
    const { status, stderr } = pyasync2ts(["src", "--out-dir", "out"], { cwd: own });
    chmodSync(path.join(own, "src/hidden"), 0o700);
    expect(status).toBe(1);
    expect(stderr).toContain("hidden': permission denied");
    expect(stderr).toContain("1 file: 1 written");
  });
});

test.each([
  [["--format", "xml", "a.py"], "Allowed choices are pretty, tsc, github, json, sarif"],
  [["--workers", "1000", "a.py"], "it is a number from 1 to 999"],
  [["test", "a.py", "-j", "0"], "It must be a whole number from 1"],
  [["test", "a.py", "--jobs", "many"], "It must be a whole number from 1"],
  [["a.py", "--map", "--inline-map"], "cannot be used with option '--map'"],
  [["a.py", "--map", "-o", "-"], "--map writes a file beside the output"],
  [["run", "--watch", "-"], "--watch needs a file"],
  [["--out-dir"], "argument missing"],
  [["completion"], "missing required argument 'shell'"],
  [["check"], "no files: name some"],
  [["-o", "x.ts"], "no files: name some"],
  [["explain", "PA1"], "there is no code 'PA1'"],
  [["a.py", "--out-dri", "x"], "Did you mean --out-dir?"],
])("wrong usage: %j", (args, words) => {
  const cwd = given({ "a.py": "print(1)\n" });
  const { status, stdout, stderr } = pyasync2ts(args, { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test("long names of options do what the short ones do", () => {
  const cwd = given({ "app.py": "print(__name__)\n" });
  expect(pyasync2ts(["app.py", "--output", "-"], { cwd }).stdout).toBe(
    pyasync2ts(["app.py", "-o", "-"], { cwd }).stdout,
  );
  expect(pyasync2ts(["run", "--module", "app"], { cwd }).stdout).toBe("__main__\n");
  pyasync2ts(["run", "--trace", "trace.jsonl", "app.py"], { cwd });
  const [first = ""] = readFileSync(path.join(cwd, "trace.jsonl"), "utf8").split("\n");
  expect(JSON.parse(first)).toMatchObject({ line: 1 });
});

const python = find_python("3.13");
test.skipIf(python === null)("verify --stderr compares what else is printed (needs 3.13)", () => {
  const cwd = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-verify-"));
  folders.push(cwd);
  writeFileSync(path.join(cwd, "a.py"), "import sys, os\nprint(os.getpid(), file=sys.stderr)\n");
  const verify = (...options: readonly string[]) =>
    pyasync2ts(["verify", ...options, "--python", python ?? "", "a.py"], { cwd });
  expect(verify().status).toBe(0);
  const { status, stdout } = verify("--stderr");
  expect({ status, first: stdout.split(" ")[0] }).toEqual({ status: 1, first: "different" });
});
