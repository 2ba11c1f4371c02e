// sys.stdin: the text file over the process's own input; input() reads its lines.
import { Descriptor } from "./descriptor.ts";
import { parse_mode } from "./mode.ts";
import { TextFile } from "./text-file.ts";

let standard: TextFile | null = null;

/** The one reader of standard input: whoever reads a line takes it away from all others. */
export function standard_input(): TextFile {
  standard ??= new TextFile(
    new Descriptor(0, parse_mode("r"), { closes: false, has_positions: false }),
    "<stdin>",
    "r",
    { encoding: "utf-8", errors: "strict", newline: null },
  );
  return standard;
}
