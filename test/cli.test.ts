// The command as users meet it: files in, files out, exit statuses, clear errors and never a JavaScript stack.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, pyasync2ts } from "./support/command-line.ts";

const hello =
  'import asyncio\n\n\nasync def main():\n    print("hello")\n\n\nasyncio.run(main())\n';
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file in a folder of its own. */
function given(name: string, content: string | Uint8Array): string {
  const own = mkdtempSync(path.join(folder, "case-"));
  writeFileSync(path.join(own, name), content);
  return path.join(own, name);
}

function expect_no_stack(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at .*\.(m?js|ts)|node:internal/m);
}

test("run: __file__ is the Python file", () => {
  const file = given("where.py", "print(__file__)\n");
  expect(pyasync2ts(["run", file])).toEqual({ status: 0, stdout: `${file}\n`, stderr: "" });
});

test("a reader who has heard enough is no error", async () => {
  const child = spawn(process.execPath, [cli, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [status] = await once(child, "close");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

describe("pyasync2ts FILE", () => {
  test("writes the TypeScript beside the file", () => {
    const file = given("app.py", hello);
    const result = pyasync2ts([file]);
    expect(result).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(file.replace(".py", ".ts"), "utf8")).toContain("await asyncio.run(main);");
  });

  test("-o FILE and -o - say where to write; - reads standard input", () => {
    const file = given("app.py", hello);
    const elsewhere = path.join(path.dirname(file), "other.mts");
    expect(pyasync2ts([file, "-o", elsewhere]).status).toBe(0);
    const printed = pyasync2ts([file, "-o", "-"]);
    expect(printed.stdout).toBe(readFileSync(elsewhere, "utf8"));
    expect(pyasync2ts(["-"], { input: hello }).stdout).toBe(printed.stdout);
    expect(existsSync(file.replace(".py", ".ts"))).toBe(false);
  });

  test("several files: one with errors does not keep the others from being written", () => {
    const good = given("good.py", hello);
    const bad = given("bad.py", "x = = 1\n");
    const result = pyasync2ts([bad, good]);
    expect(result.status).toBe(1);
    expect(existsSync(good.replace(".py", ".ts"))).toBe(true);
    expect(existsSync(bad.replace(".py", ".ts"))).toBe(false);
  });

  test("a file that a person has edited is not overwritten without --force", () => {
    const file = given("app.py", hello);
    const output = file.replace(".py", ".ts");
    expect(pyasync2ts([file]).status).toBe(0);
    expect(pyasync2ts([file]).status).toBe(0);
    writeFileSync(output, "// mine\n");
    const refused = pyasync2ts([file]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(output, "utf8")).toBe("// mine\n");
    expect(pyasync2ts([file, "--force"]).status).toBe(0);
    expect(readFileSync(output, "utf8")).toContain("hello");
  });

  test("leaves no temporary files behind", () => {
    const file = given("app.py", hello);
    pyasync2ts([file]);
    expect(readdirSync(path.dirname(file)).sort()).toEqual([
      ".pyasync2ts.json",
      "app.py",
      "app.ts",
    ]);
  });
});

describe("input that is wrong or unusual", () => {
  test("a syntax error: CPython's message, position and code frame; no output", () => {
    const file = given("bad.py", "x = 1\nif x\n    pass\n");
    const result = pyasync2ts([file]);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe("");
    expect(result.stderr).toContain(`${file}:2:5 - error PA0001: SyntaxError: expected ':'`);
    expect(result.stderr).toContain("2 | if x\n");
    expect(existsSync(file.replace(".py", ".ts"))).toBe(false);
    expect_no_stack(result.stderr);
    expect(pyasync2ts(["--no-pretty", file]).stderr.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(pyasync2ts(["--json", file]).stderr)).toMatchObject([
      { code: "PA0001", line: 2, column: 5, severity: "error" },
    ]);
  });

  test("what only older Pythons accepted: CPython's message, and what to write instead", () => {
    const legacy: readonly (readonly [string, string, string])[] = [
      ["print 'x'\n", "Did you mean print(...)?", "Python 2: write `print(…)`"],
      ["exec code in names\n", "Did you mean exec(...)?", "write `exec(code, names)`"],
      ["try:\n    a\nexcept E, e:\n    b\n", "must be parenthesized", "write `except E as e`"],
      ["x = `a`\n", "invalid syntax", "write `repr(x)`"],
      ["a <> b\n", "invalid syntax", "write `!=`"],
      ["x = 0777\n", "leading zeros", "`0o777`"],
      ["x = ur'a'\n", "invalid syntax", "every string is Unicode"],
      ["raise E, 'x'\n", "invalid syntax", 'write `raise E("…")`'],
      ["x = 10L\n", "invalid decimal literal", "leave the `L` out"],
      ["def f(a, (b, c)): pass\n", "cannot be parenthesized", "take one parameter"],
      ["async = 1\n", "invalid syntax", "Python 3.6 or older"],
      ["f(a, async=True)\n", "invalid syntax", "Python 3.6 or older"],
      ["t = asyncio.async(f())\n", "invalid syntax", "Python 3.6 or older"],
      ["def f():\n    await = 3\n", "invalid syntax", "Python 3.6 or older"],
      ["if 1:\n\ta\n        b\n", "inconsistent use of tabs", "use spaces only"],
    ];
    const files = legacy.map(([text], index) => given(`legacy${index}.py`, text));
    const result = pyasync2ts(files);
    expect(result.status).toBe(1);
    const told = result.stderr.split(/^(?=\S+legacy\d+\.py:)/m);
    expect(told).toHaveLength(legacy.length);
    legacy.forEach(([, message, hint], index) => {
      expect(told[index]).toContain(message);
      expect(told[index]).toContain(hint);
    });
    // not every slip with these words is an old program
    const slips = ["async x = 1\n", "raise E 'x'\n", "x = a > < b\n", "def f(:\n    await\n"];
    const { stderr } = pyasync2ts(slips.map((text) => given("slip.py", text)));
    expect(stderr).not.toContain("hint");
  });

  test("a SyntaxWarning is told, and the program runs all the same", () => {
    const file = given("warned.py", 'print("\\d", 1 is 1)\n');
    const result = pyasync2ts(["run", "--no-pretty", file]);
    expect(result.status).toBe(0);
    expect(result.stdout).toBe("\\d True\n");
    expect(result.stderr).toContain(
      ":1:8 - warning PA0004: SyntaxWarning: invalid escape sequence '\\d'",
    );
    expect(result.stderr).toContain(`"is" with 'int' literal. Did you mean "=="?`);
  });

  test("the mark stands under the place: tabs, wide characters, accents", () => {
    const file = given("wide.py", "if 1:\n\tx = '漢字é́' y\n\tprint(漢 字)\n");
    expect(pyasync2ts([file]).stderr).toContain("\tx = '漢字é́' y\n    | \t            ^\n");
    const second = given("wide.py", "print(漢 字)\n");
    expect(pyasync2ts([second]).stderr).toContain("print(漢 字)\n    |       ^^^^^\n");
  });

  test.each([
    ["a missing file", () => path.join(folder, "nowhere.py"), "there is no such file"],
    ["a folder", () => folder, "it is a folder"],
  ])("%s: a clear error", (_, file, message) => {
    for (const command of [[file()], ["run", file()]]) {
      const result = pyasync2ts(command);
      expect(result.status).toBe(1);
      expect(result.stderr).toContain(message);
      expect(result.stderr.trim().split("\n")).toHaveLength(1);
    }
  });

  test("an empty file is an empty program", () => {
    const file = given("empty.py", "");
    expect(pyasync2ts([file])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(pyasync2ts(["run", file])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("GBK with a coding line, CRLF line ends, a byte-order mark", () => {
    const gbk = Buffer.concat([
      Buffer.from("# -*- coding: gbk -*-\nprint('"),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), // 你好
      Buffer.from("')\n"),
    ]);
    expect(pyasync2ts(["run", given("gbk.py", gbk)])).toEqual({
      status: 0,
      stdout: "你好\n",
      stderr: "",
    });
    const crlf = given("crlf.py", hello.replaceAll("\n", "\r\n"));
    expect(pyasync2ts(["run", crlf])).toEqual({ status: 0, stdout: "hello\n", stderr: "" });
    expect(pyasync2ts([crlf, "-o", "-"]).stdout).not.toContain("\r");
    const marked = given("bom.py", `\ufeff${hello}`);
    expect(pyasync2ts(["run", marked])).toEqual({ status: 0, stdout: "hello\n", stderr: "" });
  });

  test("bytes that are not UTF-8: a clear error", () => {
    const result = pyasync2ts([
      given("latin.py", Buffer.from([0x78, 0x3d, 0x27, 0xe9, 0x27, 0x0a])),
    ]);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("SyntaxError");
    expect_no_stack(result.stderr);
  });

  test("a construct without translation: position, reason and way out", () => {
    const result = pyasync2ts([given("exec.py", "import numpy as np\nprint(np.zeros(3))\n")]);
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("PA1001");
    expect(result.stderr).toContain("hint");
    expect_no_stack(result.stderr);
  });

  test("wrong usage exits with 2", () => {
    expect(pyasync2ts([]).status).toBe(2);
    expect(pyasync2ts(["--nonsense", "x.py"]).status).toBe(2);
    expect(pyasync2ts(["run"]).status).toBe(2);
    expect(pyasync2ts(["-o", "x.ts", "a.py", "b.py"]).status).toBe(2);
  });

  test("--help and --version", () => {
    expect(pyasync2ts(["--help"])).toMatchObject({ status: 0, stderr: "" });
    expect(pyasync2ts(["--help"]).stdout).toContain("Examples:");
    expect(pyasync2ts(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("pyasync2ts run FILE", () => {
  test("chains of a thousand links get a larger stack", () => {
    const chain = (link: (index: number) => string): string =>
      Array.from({ length: 900 }, (_, index) => link(index)).join("");
    const file = given(
      "long.py",
      `class B:\n    def add(self, x):\n        self.x = x\n        return self\n\na = 1\n` +
        `print(a${chain(() => " + a")})\nprint(B()${chain((i) => `.add(${i})`)}.x)\n` +
        `if a == 0:\n    print(0)\n${chain((i) => `elif a + 800 == ${i}:\n    print(${i})\n`)}`,
    );
    const result = pyasync2ts(["run", file]);
    expect(result).toEqual({ status: 0, stdout: "901\n899\n801\n", stderr: "" });
    expect(pyasync2ts(["check", file])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(pyasync2ts([file, "-o", "-"]).stdout).toContain("else if");
  });

  test("what a killed program leaves behind is cleared away by the next", async () => {
    const own = path.dirname(given("empty.txt", ""));
    const env = { ...process.env, TMPDIR: own, TEMP: own, TMP: own };
    const file = given("waits.py", "import time\nprint('ready', flush=True)\ntime.sleep(100)\n");
    const child = spawn(process.execPath, [cli, "run", file], { env });
    child.stdout.once("data", () => child.kill("SIGKILL"));
    await once(child, "close");
    const left = () => readdirSync(own).filter((name) => name.startsWith("pyasync2ts-"));
    expect(left()).toHaveLength(1);
    expect(pyasync2ts(["run", given("hello.py", hello)], { env }).status).toBe(0);
    expect(left()).toEqual([]);
  });

  test("hands over arguments and standard input", () => {
    const file = given("args.py", "import sys\nprint(sys.argv[1:], input())\nprint(input('? '))\n");
    const result = pyasync2ts(["run", file, "-v", "--json", "x y"], { input: "one\ntwo\n" });
    expect(result).toEqual({
      status: 0,
      stdout: "['-v', '--json', 'x y'] one\n? two\n",
      stderr: "",
    });
  });

  test("reads the program from standard input", () => {
    expect(pyasync2ts(["run", "-"], { input: "print(6 * 7)\n" })).toEqual({
      status: 0,
      stdout: "42\n",
      stderr: "",
    });
  });

  test.each([
    ["import sys\nsys.exit(3)\n", 3, ""],
    ["raise SystemExit\n", 0, ""],
    ["raise SystemExit('no way')\n", 1, "no way\n"],
    ["print('on the way')\nraise SystemExit(4)\n", 4, ""],
  ])("exits as the program does: %j", (program, status, stderr) => {
    const result = pyasync2ts(["run", given("exit.py", program)]);
    expect(result.status).toBe(status);
    expect(result.stderr).toBe(stderr);
  });

  test("an uncaught exception: a Python traceback with the .py lines, status 1", () => {
    const file = given("fails.py", "def f(x):\n    return 1 // x\n\n\nprint('before')\nf(0)\n");
    const result = pyasync2ts(["run", file]);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe("before\n");
    expect(result.stderr).toContain("Traceback (most recent call last):\n");
    expect(result.stderr).toContain(`  File "${file}", line 6, in <module>\n`);
    expect(result.stderr).toContain(`  File "${file}", line 2, in f\n`);
    expect(result.stderr).toMatch(/\nZeroDivisionError: integer division or modulo by zero\n$/);
    expect_no_stack(result.stderr);
  });

  test("runs the modules that stand beside the program", () => {
    const file = given(
      "main.py",
      "import greet\nfrom greet import name as who\ngreet.hello(who)\n",
    );
    writeFileSync(
      path.join(path.dirname(file), "greet.py"),
      "name = 'you'\n\n\ndef hello(x):\n    print('hello', x)\n",
    );
    expect(pyasync2ts(["run", file])).toEqual({ status: 0, stdout: "hello you\n", stderr: "" });
  });

  test("Ctrl-C ends the program as it ends Python's, and leaves nothing behind", async () => {
    const own = path.join(folder, "tmp");
    mkdirSync(own, { recursive: true });
    const file = given(
      "forever.py",
      "import asyncio\nasync def main():\n    try:\n        print('ready', flush=True)\n        await asyncio.sleep(100)\n    finally:\n        print('cleaned up')\nasyncio.run(main())\n",
    );
    const child = spawn(process.execPath, [cli, "run", file], {
      env: { ...process.env, TMPDIR: own },
    });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout === "ready\n") child.kill("SIGINT");
    });
    const [code, signal] = (await once(child, "close")) as [number | null, string | null];
    expect(stdout).toBe("ready\ncleaned up\n");
    expect(code ?? signal).toSatisfy((end) => end === 130 || end === "SIGINT");
    expect(readdirSync(own)).toEqual([]);
  });
});

describe("pyasync2ts check FILE", () => {
  test("says what is wrong, writes nothing, and ends with 1", () => {
    const file = given("checked.py", "print(1\n");
    const result = pyasync2ts(["check", "--no-pretty", file]);
    expect(result.stderr).toContain("checked.py:1:6");
    expect(result.status).toBe(1);
    expect(existsSync(file.replace(/py$/, "ts"))).toBe(false);
  });

  test("--stats counts each operator, call, subscript and truth test once, by its form", () => {
    const file = given(
      "counted.py",
      [
        "import json",
        "def total(xs, d):",
        "    n = 0",
        "    for i in range(len(xs)):", // two calls, both native
        "        n += d['a']", // both native: the item is 2
        "    return -n if xs else n % 3", // `-`: a helper, for 0 has no sign; the test and `%`: native
        "print(total([1], {'a': 2}))", // two calls
        "unknown = json.loads('[1]')", // a call
        "print(unknown + 1, unknown[0])", // a call, two dynamic
        "if unknown:", // dynamic
        "    pass",
      ].join("\n"),
    );
    const { stdout, stderr, status } = pyasync2ts(["check", "--stats", file]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const rows = stdout.split("\n").map((line) => line.trim().split(/ {2,}/).slice(0, 5));
    expect(rows.slice(1, 6)).toEqual([
      ["call", "6", "0", "0", "6"],
      ["operator", "2", "1", "1", "4"],
      ["subscript", "1", "0", "1", "2"],
      ["truth test", "1", "0", "1", "2"],
      ["all", "10", "1", "3", "14"],
    ]);
  });
});
