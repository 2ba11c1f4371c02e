// A CPython that says what it makes of files: see judge.py.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Type, message, line and offset (from 1; 0 where CPython gives none). */
export type Refusal = readonly [type: string, message: string, line: number, offset: number];

export interface Verdict {
  readonly refused?: Refusal;
  readonly too_deep?: boolean;
  readonly length?: number;
  readonly hash?: string;
  /** What the compiler says to a text that has a tree. */
  readonly fails?: Refusal;
}

export class Judge {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  /** Whether the trees say where the parts of f-strings stand. */
  has_places = true;
  version = "";

  private constructor(python: string) {
    const script = path.join(import.meta.dirname, "judge.py");
    this.#process = spawn(python, ["-I", script], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  static async start(python: string): Promise<Judge> {
    const judge = new Judge(python);
    const { version, has_places } = JSON.parse(await judge.#answer()) as {
      version: readonly number[];
      has_places: boolean;
    };
    judge.version = version.join(".");
    judge.has_places = has_places;
    return judge;
  }

  async ask(file: string): Promise<Verdict> {
    this.#process.stdin.write(`${JSON.stringify(file)}\n`);
    return JSON.parse(await this.#answer()) as Verdict;
  }

  end(): void {
    this.#process.stdin.end();
  }

  async #answer(): Promise<string> {
    const answer = await this.#answers.next();
    if (answer.done === true) throw new Error("the Python that judges ended early");
    return answer.value;
  }
}
