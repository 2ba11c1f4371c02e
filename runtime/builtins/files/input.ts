// input(): a line from standard input, after what was printed.
import { EOFError } from "../exceptions/index.ts";
import { text_of } from "../representation.ts";
import { standard_streams } from "../standard-streams.ts";
import { standard_input } from "./standard-input.ts";

/** `input(prompt)`: the line without its end. EOFError when there is nothing more to read. */
export function input(prompt: unknown = ""): string {
  const { stdout } = standard_streams();
  stdout.write(text_of(prompt));
  stdout.flush();
  const line = standard_input().readline();
  if (line === "") throw new EOFError("EOF when reading a line");
  return line.endsWith("\n") ? line.slice(0, -1) : line;
}
