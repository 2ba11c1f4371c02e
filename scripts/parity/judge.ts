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

/** In which form its trees come. */
export interface Form {
  /** Whether they say where the parts of f-strings stand. */
  readonly has_places: boolean;
  /** Whether all else than ASCII is escaped. */
  readonly is_ascii: boolean;
}

export class Judge {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;
  form: Form = { has_places: true, is_ascii: false };
  version = "";

  private constructor(python: string) {
    const script = path.join(import.meta.dirname, "judge.py");
    this.#process = spawn(python, ["-I", script], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  static async start(python: string): Promise<Judge> {
    const judge = new Judge(python);
    const { version, ...form } = JSON.parse(await judge.#answer()) as Form & {
      readonly version: readonly number[];
    };
    judge.version = version.join(".");
    judge.form = form;
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
