// sys.stdout and sys.stderr: the text streams over the process's own output, and which ones are in use.
import type { Dynamic } from "./dynamic.ts";
import { TypeError } from "./exceptions/hierarchy.ts";
import { UnicodeEncodeError } from "./exceptions/unicode-error.ts";
import { flush_stdout, is_terminal, write_stderr, write_stdout } from "../platform/output.ts";
import { type_name } from "./type-name.ts";

/** A standard stream as Python sees it. */
export class StandardOutput {
  static readonly __name__: string = "TextIOWrapper";
  static readonly __module__: string = "_io";

  readonly name: string;
  readonly mode = "w";
  readonly encoding = "utf-8";
  readonly errors: string;
  readonly closed = false;
  readonly #descriptor: 1 | 2;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = descriptor;
    this.name = descriptor === 1 ? "<stdout>" : "<stderr>";
    this.errors = descriptor === 1 ? "strict" : "backslashreplace";
  }

  /** Writes text and returns its length in code points. */
  write(text: string): number {
    if (typeof text !== "string") {
      throw new TypeError(`write() argument must be str, not ${type_name(text)}`);
    }
    if (this.#descriptor === 1) write_stdout(encodable(text));
    else write_stderr(text.replace(SURROGATE, escape_surrogate));
    return text.length;
  }

  writelines(lines: Iterable<string>): void {
    for (const line of lines) this.write(line);
  }

  flush(): void {
    flush_stdout();
  }

  isatty(): boolean {
    return is_terminal(this.#descriptor);
  }

  fileno(): number {
    return this.#descriptor;
  }

  readable(): boolean {
    return false;
  }

  writable(): boolean {
    return true;
  }

  __repr__(): string {
    return `<_io.TextIOWrapper name='${this.name}' mode='w' encoding='utf-8'>`;
  }
}

interface Streams {
  /** What `print` writes to; a program may put any object with `write` here. */
  stdout: Dynamic;
  stderr: Dynamic;
  readonly __stdout__: StandardOutput;
  readonly __stderr__: StandardOutput;
}

let streams: Streams | null = null;

/** The streams in use: `sys.stdout` and `sys.stderr` read and write these. */
export function standard_streams(): Streams {
  if (streams === null) {
    const stdout = new StandardOutput(1);
    const stderr = new StandardOutput(2);
    streams = { stdout, stderr, __stdout__: stdout, __stderr__: stderr };
  }
  return streams;
}

/** Under the `u` flag only a surrogate without its partner matches. */
const SURROGATE = /\p{Cs}/gu;

function encodable(text: string): string {
  const found = text.search(SURROGATE);
  if (found < 0) return text;
  const at = Array.from(text.slice(0, found)).length;
  throw new UnicodeEncodeError("utf-8", text, at, at + 1, "surrogates not allowed");
}

function escape_surrogate(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
