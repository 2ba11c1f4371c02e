// input(): a line from standard input, after what was printed.
import { read_stdin_line } from "../platform/input.ts";
import { EOFError } from "./exceptions/index.ts";
import { text_of } from "./representation.ts";
import { standard_streams } from "./standard-streams.ts";

/** `input(prompt)`: the line without its end. EOFError when there is nothing more to read. */
export function input(prompt: unknown = ""): string {
  const { stdout } = standard_streams();
  stdout.write(text_of(prompt));
  stdout.flush();
  const line = read_stdin_line();
  if (line.length === 0) throw new EOFError("EOF when reading a line");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(line).replace(/\r?\n$/, "");
}
