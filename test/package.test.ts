// The package as users get it: packed, installed into an empty project, run on every Node there is, and its types resolved.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "./support/fixture.ts";
import { find_nodes } from "./support/nodes.ts";

const SLOW = { timeout: 240_000 };
let folder = "";
let project = "";
let tarball = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-package-"));
  project = path.join(folder, "project");
  mkdirSync(project);
  write("package.json", '{ "name": "project", "private": true, "type": "module" }');
  write("app.py", APP);
  write("use.ts", USE);
  // dist is built: `prepare` would build it again
  const packed = npm(
    ["pack", "--ignore-scripts", "--json", "--pack-destination", folder],
    repository,
  );
  const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }];
  tarball = path.join(folder, filename);
  const quiet = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  npm(["install", ...quiet, tarball], project);
}, SLOW.timeout);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const APP = `import asyncio
import json

async def main():
    done = await asyncio.gather(*(asyncio.sleep(0, n / 2) for n in range(3)))
    print(json.dumps({"done": done}), 2**64)

asyncio.run(main())
`;

/** What the README shows of the library, with its types. */
const USE = `import * as asyncio from "pyasync2ts/asyncio";
import { format, transpile, type Diagnostic } from "pyasync2ts";
import { Tuple, print } from "pyasync2ts/builtins";
import { Decimal } from "pyasync2ts/decimal";
import { ThreadPoolExecutor } from "pyasync2ts/concurrent.futures";

const { code, diagnostics } = transpile("print(1 / 2)\\n", { file: "half.py" });
const told: readonly Diagnostic[] = diagnostics;
if (code !== null) print((await format(code)).length > 0, told.length);
const queue = new asyncio.Queue<number>();
const total: number = await asyncio.run(async () => {
  queue.put_nowait(20);
  return (await queue.get()) + 1;
});
print(total, Tuple.of(1, 2), new Decimal("1.10"), typeof ThreadPoolExecutor);
`;

test("the tarball holds what it should, and nothing of this machine", () => {
  const files = spawnSync("tar", ["tzf", tarball], { encoding: "utf8" }).stdout.split("\n");
  for (const name of ["dist/cli.js", "dist/index.d.ts", "README.md", "LICENSE", "CHANGELOG.md"])
    expect(files).toContain(`package/${name}`);
  expect(files.filter((name) => /\.cache$|docs-|^package\/fixtures|\.py$/.test(name))).toEqual([
    "package/dist/virtual_time.py",
  ]);
});

test.each(find_nodes())("the command and the runtime work on Node $major", SLOW, ({ command }) => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const bin = path.join("node_modules", "pyasync2ts", "dist", "cli.js");
  expect(existsSync(path.join(project, "node_modules/.bin/pyasync2ts"))).toBe(true);
  const printed = '{"done": [0.0, 0.5, 1.0]} 18446744073709551616\n';
  expect(run(bin, "run", "app.py")).toEqual({ status: 0, stdout: printed, stderr: "" });
  expect(run(bin, "app.py", "--force")).toEqual({ status: 0, stdout: "", stderr: "" });
  const batch = ["app.py", "--out-dir", "out", "--runtime", "copy"];
  expect(run(bin, ...batch)).toMatchObject({ status: 0, stdout: "" });
  expect(run(bin, "check", "app.py")).toEqual({ status: 0, stdout: "", stderr: "" });
  write("use.mjs", transformSync(USE, { loader: "ts" }).code);
  expect(run("use.mjs")).toEqual({
    status: 0,
    stdout: "True 0\n21 (1, 2) 1.10 function\n",
    stderr: "",
  });
});

test.each([
  ["node16", "node16"],
  ["esnext", "bundler"],
])(
  "types resolve, and the output type-checks: module %s, resolution %s",
  SLOW,
  (module, resolution) => {
    const compilerOptions = {
      target: "es2022",
      module,
      moduleResolution: resolution,
      strict: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [path.join(repository, "node_modules/@types")],
    };
    const config = `tsconfig.${resolution}.json`;
    write(config, JSON.stringify({ compilerOptions, files: ["app.ts", "use.ts"] }));
    const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", config], {
      cwd: project,
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  },
);

const is_installed = (name: string): boolean =>
  existsSync(path.join(repository, "node_modules", name));

test.skipIf(!is_installed("publint"))("publint has nothing to say", SLOW, async () => {
  const { publint } = await installed<Publint>("publint");
  // its one suggestion, `sideEffects`, takes nothing off (`npm run size`) and makes esbuild warn of our own chunks
  const pack = { tarball: bytes_of_tarball() };
  const { messages } = await publint({ pack, level: "warning", strict: true });
  expect(messages).toEqual([]);
});

test.skipIf(!is_installed("@arethetypeswrong/core"))("the types are not wrong", SLOW, async () => {
  const { checkPackage, createPackageFromTarballData } =
    await installed<TypesWrong>("@arethetypeswrong/core");
  const result = await checkPackage(
    createPackageFromTarballData(new Uint8Array(bytes_of_tarball())),
  );
  // the package is for ES modules only: `require` and what TypeScript did before 4.7 do not count
  const wrong = (result.problems ?? [{ kind: "no types" }]).filter(
    ({ resolutionKind = "" }) => !/^node(?:10|16-cjs)$/.test(resolutionKind),
  );
  expect(wrong).toEqual([]);
});

interface Publint {
  publint(options: object): Promise<{ readonly messages: readonly object[] }>;
}

interface TypesWrong {
  createPackageFromTarballData(bytes: Uint8Array): object;
  checkPackage(pack: object): Promise<{
    readonly problems?: readonly { readonly kind: string; readonly resolutionKind?: string }[];
  }>;
}

/** A tool that a checkout may lack: its types are not asked for. */
async function installed<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

function bytes_of_tarball(): ArrayBuffer {
  return new Uint8Array(readFileSync(tarball)).buffer;
}

function write(name: string, text: string): void {
  writeFileSync(path.join(project, name), text);
}

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npm", [...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}
