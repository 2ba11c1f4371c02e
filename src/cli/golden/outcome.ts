// Runs a program with its input and arguments, and collects what it does.
import { spawn } from "node:child_process";
import { constants } from "node:os";

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** As a shell tells it: 128 and the signal's number for a program that a signal ended. */
  readonly status: number;
  readonly is_timed_out: boolean;
  readonly seconds: number;
}

export interface ToRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly timeout: number;
}

/** Those that run: all are stopped when the command is interrupted. */
const running = new Set<() => void>();

export function stop_all(): void {
  for (const stop of running) stop();
}

export function run({ command, args, env, stdin, timeout }: ToRun): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, [...args], {
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let is_timed_out = false;
    const stop = (): void => void child.kill("SIGKILL");
    running.add(stop);
    const timer = setTimeout(() => {
      is_timed_out = true;
      stop();
    }, timeout * 1000);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on("error", () => {}); // a program that does not read its input closes it
    child.stdin.end(stdin);
    child.on("error", (error) => {
      clearTimeout(timer);
      running.delete(stop);
      reject(error);
    });
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      running.delete(stop);
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        status: status ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        is_timed_out,
        seconds: (performance.now() - start) / 1000,
      });
    });
  });
}
