// `run --watch`: the program again at each change of one of its files, and an end that leaves nothing running.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, pyasync2ts } from "./support/command-line.ts";

let root = "";

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "pyasync2ts-watch-")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A command that is under way, and what it has said so far. */
class Running {
  readonly process: ChildProcess;
  text = "";
  private at = 0;
  private heard: () => void = () => {};

  constructor(args: readonly string[], cwd: string) {
    const env = { ...process.env, NO_COLOR: "1" };
    this.process = spawn(process.execPath, [cli, "run", ...args], { cwd, env });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.text += chunk.toString("utf8");
        this.heard();
      });
  }

  /** Waits for a text behind what was waited for before. */
  async until(wanted: string): Promise<void> {
    for (;;) {
      const found = this.text.indexOf(wanted, this.at);
      if (found >= 0) {
        this.at = found + wanted.length;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        this.heard = resolve;
        this.process.once("exit", () => reject(new Error(`it ended: ${this.text}`)));
      });
    }
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const ended = once(this.process, "close");
    this.process.kill(signal);
    const [status] = (await ended) as [number | null];
    return status;
  }
}

function folder_with(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(root, "case-"));
  for (const [name, text] of Object.entries(files)) write(path.join(folder, name), text);
  return folder;
}

/** As editors do: a new file in the place of the old one. */
function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

test("a change of the program, of what it imports, of what it could not import", async () => {
  const folder = folder_with({
    "app.py":
      "import sys\nfrom shop.stock import N\n\nprint('n is', N, sys.argv[1:])\nsys.exit(N)\n",
    "shop/__init__.py": "",
    "shop/stock.py": "N = 1\n",
    "other.py": "pass\n",
  });
  const running = new Running(["--watch", "app.py", "--flag", "a b"], folder);
  await running.until("n is 1 ['--flag', 'a b']\n");
  await running.until("app.py has ended with status 1: waiting for a change (Ctrl-C ends)\n");
  write(path.join(folder, "other.py"), "print('nobody imports it')\n");
  write(path.join(folder, "shop/stock.py"), "N = 2\n");
  await running.until("pyasync2ts: shop/stock.py has changed: running app.py again\nn is 2 ");
  await running.until("status 2: waiting");
  write(path.join(folder, "app.py"), "x = = 1\n");
  await running.until("app.py has changed: running app.py again\n");
  await running.until("SyntaxError: invalid syntax");
  await running.until("status 1: waiting");
  write(path.join(folder, "app.py"), "import later\n");
  await running.until("no counterpart for module 'later'");
  await running.until("status 1: waiting");
  write(path.join(folder, "later.py"), "print('here I am')\n");
  await running.until("later.py has changed: running app.py again\nhere I am\n");
  await running.until("status 0: waiting");
  expect(running.text.match(/has changed/g)).toHaveLength(4);
  expect(await running.stop("SIGINT")).toBe(130);
});

test("a program that runs is stopped for its successor, and by Ctrl-C with its clean-up", async () => {
  const server = (name: string): string => `import asyncio

async def main():
    print("${name} is up", flush=True)
    try:
        await asyncio.sleep(1000)
    finally:
        print("${name} cleans up", flush=True)

asyncio.run(main())
`;
  const folder = folder_with({ "shop/__init__.py": "", "shop/server.py": server("first") });
  const running = new Running(["--watch", "-m", "shop.server"], folder);
  await running.until("first is up\n");
  write(path.join(folder, "shop/server.py"), server("second"));
  await running.until("shop/server.py has changed: running shop.server again\nsecond is up\n");
  expect(running.text).not.toContain("has ended");
  expect(await running.stop("SIGINT")).toBe(130);
  expect(running.text).toContain("second cleans up\n");
  expect(running.text).toContain("KeyboardInterrupt");
});

test("SIGTERM ends both", async () => {
  const folder = folder_with({
    "app.py": "import time\nprint('up', flush=True)\ntime.sleep(100)\n",
  });
  const running = new Running(["--watch", "--virtual-time", "app.py"], folder);
  await running.until("status 0: waiting");
  expect(await running.stop("SIGTERM")).toBe(143);
});

test("a file that is not there yet; standard input can't be watched", async () => {
  const folder = folder_with({});
  const running = new Running(["--watch", "new.py"], folder);
  await running.until("there is no such file or folder");
  await running.until("status 1: waiting");
  write(path.join(folder, "new.py"), "print('now')\n");
  await running.until("new.py has changed: running new.py again\nnow\n");
  expect(await running.stop("SIGINT")).toBe(130);
  expect(pyasync2ts(["run", "--watch", "-"], { input: "" })).toEqual({
    status: 2,
    stdout: "",
    stderr: "pyasync2ts: --watch needs a file, not standard input (see pyasync2ts --help)\n",
  });
});
