// sys.stdin: the text file over the process's own input; input() reads its lines.
import { line_separator } from "../../platform/files.ts";
import { Descriptor } from "./descriptor.ts";
import { parse_mode } from "./mode.ts";
import type { Newline } from "./newlines.ts";
import { TextFile } from "./text-file.ts";

let standard: TextFile | null = null;

/** The one reader of standard input: whoever reads a line takes it away from all others. */
export function standard_input(): TextFile {
  standard ??= new TextFile(
    new Descriptor(0, parse_mode("r"), { closes: false, has_positions: false }),
    "<stdin>",
    "r",
    { encoding: "utf-8", errors: "strict", newline: newline() },
  );
  return standard;
}

/** As CPython opens it: line ends are translated on Windows alone. */
function newline(): Newline {
  return line_separator() === "\n" ? "\n" : null;
}
