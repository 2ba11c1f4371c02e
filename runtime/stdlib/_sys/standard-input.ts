// sys.stdin: standard input as a text stream.
import { repr } from "../../builtins/representation.ts";
import { is_stdin_terminal, read_stdin, read_stdin_line } from "../../platform/input.ts";

export class StandardInput implements Iterable<string> {
  static readonly __name__: string = "TextIOWrapper";
  static readonly __module__: string = "_io";

  readonly name = "<stdin>";
  readonly mode = "r";
  readonly encoding = "utf-8";
  readonly closed = false;

  /** A line with its end; empty at the end of the input. */
  readline(): string {
    return text(read_stdin_line());
  }

  /** So many bytes' worth of text, or all that is left. */
  read(size: number | null = -1): string {
    return text(read_stdin(size === null || size < 0 ? Infinity : Number(size)));
  }

  readlines(): string[] {
    return [...this];
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  isatty(): boolean {
    return is_stdin_terminal();
  }

  fileno(): number {
    return 0;
  }

  __repr__(): string {
    return `<_io.TextIOWrapper name=${repr(this.name)} mode='r' encoding='utf-8'>`;
  }
}

function text(bytes: Uint8Array): string {
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return decoded.replace(/\r\n?/g, "\n");
}
