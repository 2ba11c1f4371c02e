// What tests print while their result buffers: kept, and shown with those that fail.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { set_stderr, set_stdout } from "../sys.ts";
import { standard_streams } from "../../builtins/standard-streams.ts";

/** States: given back ⇄ taken. */
export class OutputBuffer {
  readonly #stdout = new TextBuffer();
  readonly #stderr = new TextBuffer();
  #before: { readonly stdout: Dynamic; readonly stderr: Dynamic } | null = null;

  /** `sys.stdout` and `sys.stderr` are the buffers. */
  take(): void {
    if (this.#before !== null) return;
    const { stdout, stderr } = standard_streams();
    this.#before = { stdout, stderr };
    set_stdout(this.#stdout);
    set_stderr(this.#stderr);
  }

  /** They are the streams again; what was printed is forgotten, or shown. */
  give_back(is_shown: boolean): void {
    const before = this.#before;
    if (before === null) return;
    if (is_shown) {
      if (this.#stdout.text !== "") before.stdout.write(`\nStdout:\n${ended(this.#stdout.text)}`);
      if (this.#stderr.text !== "") before.stderr.write(`\nStderr:\n${ended(this.#stderr.text)}`);
    }
    set_stdout(before.stdout);
    set_stderr(before.stderr);
    this.#before = null;
    this.#stdout.text = "";
    this.#stderr.text = "";
  }

  /** What was printed so far, as it stands behind a traceback. */
  get text(): string {
    const out = this.#stdout.text === "" ? "" : `\nStdout:\n${ended(this.#stdout.text)}`;
    return out + (this.#stderr.text === "" ? "" : `\nStderr:\n${ended(this.#stderr.text)}`);
  }
}

class TextBuffer {
  static readonly __name__: string = "StringIO";
  static readonly __module__: string = "_io";
  text = "";

  write(text: string): number {
    this.text += text;
    return [...text].length;
  }

  flush(): void {}

  getvalue(): string {
    return this.text;
  }
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
