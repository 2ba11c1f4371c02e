// One of the two sides that run programs: a process that is asked one program at a time, renewed now and then.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { repository } from "../support/fixture.ts";

/** Gives the printed lines of a program; or, under CPython, a text that says why it can't be compared. */
export interface Side {
  printed(source: string): Promise<readonly string[] | string>;
  close(): void;
}

const PROGRAMS_PER_PROCESS = 400;
const TIME_LIMIT_MS = 60_000;

export function python_side(python: string): Side {
  return new ProcessSide(python, [path.join(import.meta.dirname, "judge.py")]);
}

export function our_side(): Side {
  const file = path.join(import.meta.dirname, "ours.ts");
  return new ProcessSide(process.execPath, [
    "--import",
    "tsx",
    file,
    path.join(repository, "dist"),
  ]);
}

class ProcessSide implements Side {
  readonly #command: string;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;
  #answers: AsyncIterator<string> | null = null;
  #left = 0;

  constructor(command: string, args: readonly string[]) {
    this.#command = command;
    this.#args = args;
  }

  async printed(source: string): Promise<readonly string[] | string> {
    if (this.#left-- <= 0) this.#renew();
    this.#child?.stdin?.write(`${JSON.stringify(source)}\n`);
    const answer = await this.#answer();
    if (answer !== null) return JSON.parse(answer) as readonly string[] | string;
    this.close();
    return ["no answer: the program hangs, or the process died of it"];
  }

  close(): void {
    this.#child?.kill("SIGKILL");
    this.#child = null;
    this.#left = 0;
  }

  async #answer(): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), TIME_LIMIT_MS);
    });
    const answer = await Promise.race([this.#answers?.next(), late]);
    clearTimeout(timer);
    return answer == null || answer.done === true ? null : answer.value;
  }

  #renew(): void {
    this.close();
    const child = spawn(this.#command, [...this.#args], {
      cwd: repository,
      env: { ...process.env, PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.on("error", () => {}); // a process that died is noticed by its missing answer
    this.#child = child;
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.#left = PROGRAMS_PER_PROCESS;
  }
}
