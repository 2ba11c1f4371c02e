// `pyasync2ts run --watch FILE`: the program in a process of its own, again whenever one of its files changes.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { statSync, watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { is_folder } from "./host.ts";

/** In the program's environment until it has told which files it read. */
const WATCHED = "PYASYNC2TS_WATCHED";

/** How long a program may take to end when it is asked to. */
const PATIENCE_MS = 3000;

/** What comes together in one saving. */
const QUIET_MS = 50;

export interface Watched {
  /** What messages call the program. */
  readonly shown: string;
  /** The command line behind `run`, without `--watch`. */
  readonly args: readonly string[];
  /** Files to wait for where the program can't even be read. */
  readonly files: readonly string[];
}

/** Runs until Ctrl-C. Gives the exit status: 130, or 143 after SIGTERM. */
export async function watch_command(watched: Watched, runtime_url: string): Promise<number> {
  return await new Watch(watched, fileURLToPath(new URL("cli.js", runtime_url))).run();
}

/** Tells the watching process which files the program depends on, those among them that there are not yet. */
export function tell_watcher(files: readonly string[]): void {
  if (process.env[WATCHED] === undefined) return;
  delete process.env[WATCHED];
  process.send?.(files);
  process.disconnect();
}

type Signal = "SIGINT" | "SIGTERM";

/** Running, or waiting for a change; a signal ends it in either state. */
class Watch {
  private readonly watched: Watched;
  private readonly cli: string;
  /** File → its state when the program was started. */
  private files: ReadonlyMap<string, string>;
  private watchers: readonly FSWatcher[] = [];
  private child: ChildProcess | null = null;
  private stopped_by: Signal | null = null;
  private wake: () => void = () => {};

  constructor(watched: Watched, cli: string) {
    this.watched = watched;
    this.cli = cli;
    this.files = states_of(watched.files);
  }

  async run(): Promise<number> {
    const stop = (signal: Signal): void => this.stop(signal);
    const { shown } = this.watched;
    process.on("SIGINT", stop).on("SIGTERM", stop);
    for (let changed: string | null = ""; changed !== null;) {
      if (changed !== "") say(`${seen(changed)} has changed: running ${shown} again`);
      changed = await this.once();
    }
    process.off("SIGINT", stop).off("SIGTERM", stop);
    return this.stopped_by === "SIGTERM" ? 143 : 130;
  }

  /** One run, to the change that makes the next one necessary; `null` when it is the last. */
  private async once(): Promise<string | null> {
    this.files = states_of([...this.files.keys()]);
    this.watch_folders();
    const ended = this.start();
    void ended.then((status) => {
      if (this.stopped_by === null && this.changed_file() === null)
        say(
          `${this.watched.shown} has ended with status ${status}: waiting for a change (Ctrl-C ends)`,
        );
    });
    let changed: string | null = null;
    while (this.stopped_by === null && changed === null) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        if (this.stopped_by !== null || this.changed_file() !== null) resolve();
      });
      if (this.stopped_by === null) await pause(QUIET_MS);
      changed = this.changed_file();
    }
    this.close_watchers();
    if (this.stopped_by === null) this.child?.kill("SIGTERM");
    const impatient = setTimeout(() => this.child?.kill("SIGKILL"), PATIENCE_MS);
    await ended;
    clearTimeout(impatient);
    return this.stopped_by === null ? changed : null;
  }

  /** The exit status, as a shell tells it. */
  private async start(): Promise<number> {
    const child = spawn(
      process.execPath,
      [...process.execArgv, this.cli, "run", ...this.watched.args],
      {
        stdio: ["inherit", "inherit", "inherit", "ipc"],
        env: { ...process.env, [WATCHED]: "1" },
      },
    );
    this.child = child;
    child.on("message", (files) => {
      this.files = new Map([...states_of(files as readonly string[]), ...this.files]);
      this.watch_folders();
      this.wake();
    });
    const [status, signal] = (await once(child, "exit")) as [number | null, string | null];
    this.child = null;
    return status ?? (signal === "SIGINT" ? 130 : 143);
  }

  private watch_folders(): void {
    this.close_watchers();
    const folders = [...this.files.keys()].map((file) => existing_folder(path.dirname(file)));
    this.watchers = [...new Set(folders)].map((folder) => watch(folder, () => this.wake()));
  }

  private close_watchers(): void {
    for (const watcher of this.watchers) watcher.close();
    this.watchers = [];
  }

  private changed_file(): string | null {
    for (const [file, state] of this.files) if (state_of(file) !== state) return file;
    return null;
  }

  /** On a terminal the program hears of Ctrl-C by itself. */
  private stop(signal: Signal): void {
    if (this.stopped_by !== null) this.child?.kill("SIGKILL");
    else if (signal === "SIGTERM" || process.stdin.isTTY !== true) this.child?.kill(signal);
    this.stopped_by ??= signal;
    this.wake();
  }
}

function states_of(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, state_of(file)]));
}

function state_of(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.mtimeMs} ${found.size}`;
}

function existing_folder(folder: string): string {
  let at = folder;
  while (!is_folder(at) && at !== path.dirname(at)) at = path.dirname(at);
  return at;
}

function seen(file: string): string {
  const relative = path.relative("", file);
  return relative.startsWith("..") ? file : relative;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function say(text: string): void {
  process.stderr.write(`pyasync2ts: ${text}\n`);
}
