// The configuration, explain, completion, help and statuses, through the real command.
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { repository } from "../support/fixture.ts";
import { made_tree, type Tree } from "./tree.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function given(files: Tree): string {
  const folder = made_tree({ "py/a.py": "print('a')\n", "py/b.py": "print('b')\n", ...files });
  folders.push(folder);
  return folder;
}

describe("the configuration", () => {
  const settings = { inputs: ["py"], output: "ts", exclude: ["b.py"] };
  test.each([
    ["pyasync2ts.config.json", JSON.stringify(settings)],
    ["pyasync2ts.config.js", `export default ${JSON.stringify(settings)};\n`],
    [
      "pyproject.toml",
      '[project]\nname = "x"\n\n[tool.pyasync2ts]\ninputs = ["py"]\noutput = "ts"\nexclude = ["b.py"]\n',
    ],
  ])("%s", (name, text) => {
    const folder = given({ [name]: text, "package.json": '{ "type": "module" }' });
    const result = pyasync2ts([], { cwd: folder });
    expect(result.stderr).toBe("1 file: 1 written\n");
    expect(existsSync(path.join(folder, "ts/a.ts"))).toBe(true);
    // from a folder inside, and with inputs of one's own
    const inner = path.join(folder, "py");
    expect(pyasync2ts([], { cwd: inner }).stderr).toBe("1 file: 0 written, 1 unchanged\n");
    expect(pyasync2ts(["a.py", "-o", "-"], { cwd: inner }).stdout).toContain('print("a")');
    expect(pyasync2ts(["--no-config"], { cwd: folder }).status).toBe(2);
  });

  test.each([
    ["pyasync2ts.config.json", '{ "input": [] }', "unknown key 'input': did you mean 'inputs'?"],
    ["pyasync2ts.config.json", '{ "keep_going": true }', "did you mean 'keepGoing'?"],
    ["pyasync2ts.config.json", '{ "colour": 1 }', "unknown key 'colour': there are inputs, output"],
    ["pyasync2ts.config.json", '{ "inputs": "py" }', "'inputs' is a list of texts"],
    ["pyasync2ts.config.json", "[]", "the configuration is no object"],
    ["pyasync2ts.config.json", "{", "can't read"],
    ["pyasync2ts.config.js", "export default {", "can't read"],
    ["pyproject.toml", "[tool.pyasync2ts", "can't read"],
  ])("%s with %j is told", (name, text, told) => {
    const result = pyasync2ts([], { cwd: given({ [name]: text }) });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain(told);
    expect(result.stderr).toContain(name);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});

describe("explain", () => {
  test("has a text for every code of the catalogue", () => {
    const rooms = ["grammar", "ignores", "link", "emit"].map((name) =>
      readFileSync(path.join(repository, `src/diagnostics/catalogue/${name}.ts`), "utf8"),
    );
    const codes = rooms.flatMap((text) => text.match(/PA\d{4}/g) ?? []);
    const { stdout } = pyasync2ts(["explain"]);
    for (const code of new Set(codes)) expect(stdout).toContain(`${code}  `);
  });

  test("one, and one that there is not", () => {
    const { stdout, status } = pyasync2ts(["explain", "pa1001"]);
    expect(stdout).toMatch(/^PA1001: No counterpart for a module\n\n[^]*Way out: /);
    expect(status).toBe(0);
    expect(pyasync2ts(["explain", "PA4711"])).toMatchObject({ status: 2, stdout: "" });
  });
});

test.each(["bash", "zsh", "fish"])("completion for %s names commands and options", (shell) => {
  const { stdout, status } = pyasync2ts(["completion", shell]);
  expect(status).toBe(0);
  for (const word of ["check", "explain", "out-dir", "virtual-time"])
    expect(stdout).toContain(word);
});

test("an unknown shell, option or command is wrong usage", () => {
  expect(pyasync2ts(["completion", "tcsh"]).status).toBe(2);
  expect(pyasync2ts(["--out-fir", "x", "y.py"]).stderr).toContain("Did you mean --out-dir?");
  expect(pyasync2ts(["check", "--nonsense"]).status).toBe(2);
});

test.each([[], ["check"], ["explain"], ["completion"]])(
  "--help of %s has examples",
  (...command) => {
    const { stdout, status } = pyasync2ts([...command, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}\$ pyasync2ts/);
  },
);

test("colours come with FORCE_COLOR and go with NO_COLOR", () => {
  const folder = given({ "py/bad.py": "x = = 1\n" });
  const told = (env: NodeJS.ProcessEnv) =>
    pyasync2ts(["check", "py/bad.py"], { cwd: folder, env: { ...process.env, ...env } }).stderr;
  expect(told({ FORCE_COLOR: "1", NO_COLOR: "" })).toContain("\u001b[31merror");
  expect(told({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain("\u001b[");
  expect(told({ FORCE_COLOR: "", NO_COLOR: "" })).not.toContain("\u001b[");
});
