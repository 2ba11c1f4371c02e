// The README's migration, step by step: its commands are run in a copy of examples/shop, and print what it says.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./support/command-line.ts";
import { repository } from "./support/fixture.ts";
import { find_python } from "./support/python.ts";

interface Step {
  readonly name: string;
  /** What is added to pyproject.toml, or run. */
  readonly kind: "toml" | "command";
  readonly text: string;
  readonly prints: string;
}

const steps = find_steps(readFileSync(path.join(repository, "README.md"), "utf8"));
let scratch = "";
let project = "";

beforeAll(() => {
  // Inside of the package, so that the output finds it by its name.
  scratch = mkdtempSync(path.join(repository, "dist", "docs-"));
  project = path.join(scratch, "shop");
  cpSync(path.join(repository, "examples/shop"), project, { recursive: true });
  rmSync(path.join(project, "ts"), { recursive: true, force: true });
  const bin = path.join(scratch, "bin");
  mkdirSync(bin);
  put(path.join(bin, "pyasync2ts"), `exec "${process.execPath}" "${cli}" "$@"`);
  put(path.join(bin, "npx"), `exec "${repository}/node_modules/.bin/$1" $2 $3 $4`);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("there are steps", () => {
  expect(steps.length).toBeGreaterThan(8);
});

const has_python = find_python("3.13") !== null;

test.skipIf(process.platform === "win32").for(steps)(
  "$name",
  { timeout: 120_000 },
  (step, { skip }) => {
    const { kind, text, prints } = step;
    if (kind === "toml") return appendFileSync(path.join(project, "pyproject.toml"), `\n${text}`);
    if (!has_python && /--record|verify/.test(text)) return skip("needs a CPython 3.13");
    const { stdout } = spawnSync("sh", ["-c", `(${text}) 2>&1`], {
      cwd: project,
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${path.join(scratch, "bin")}${path.delimiter}${process.env["PATH"] ?? ""}`,
        NO_COLOR: "1",
        CI: "",
      },
    });
    expect(without_figures(stdout)).toBe(without_figures(prints));
  },
);

test("what was recorded is what lies in the example", () => {
  const recorded = (root: string) => readFileSync(path.join(root, "src/main.stdout"), "utf8");
  expect(recorded(project)).toBe(recorded(path.join(repository, "examples/shop")));
});

function put(file: string, line: string): void {
  writeFileSync(file, `#!/bin/sh\n${line}\n`);
  chmodSync(file, 0o755);
}

/** Times and shares of native code change from day to day. */
function without_figures(text: string): string {
  return text.replaceAll(/\d+\.\d+ (?=s\b|%)/g, "… ").trimEnd();
}

function find_steps(readme: string): readonly Step[] {
  const [, section = ""] = readme.split(/^## A migration, step by step$/m);
  const [own = ""] = section.split(/^## /m);
  return [...own.matchAll(/^```(toml|console)\n(.*?)^```$/gms)].flatMap(
    ([, kind, text = ""]): readonly Step[] =>
      kind === "toml"
        ? [{ name: "pyproject.toml", kind: "toml", text, prints: "" }]
        : text
            .split(/^\$ /m)
            .slice(1)
            .map((part): Step => {
              const end = part.indexOf("\n");
              const command = part.slice(0, end);
              return {
                name: command,
                kind: "command",
                text: command,
                prints: part.slice(end + 1),
              };
            }),
  );
}
