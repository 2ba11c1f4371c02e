// Comments, JSDoc and blank lines around statements, members, elements and properties.
import type { Attached } from "../target/nodes.ts";
import type { Writer } from "./writer.ts";

/** The comments and JSDoc above a node, each on a line of its own. */
export function print_leading(node: Attached, out: Writer): void {
  for (const line of node.leading ?? []) {
    if (line !== null) out.write(line_comment(line));
    out.newline();
  }
  if (node.doc !== undefined) print_doc(node.doc, out);
}

/** The comment behind a node; the caller ends the line. */
export function print_trailing(node: Attached, out: Writer): void {
  if (node.trailing !== undefined) out.write(` ${line_comment(node.trailing)}`);
}

export function has_comments(node: Attached): boolean {
  return (node.leading?.length ?? 0) > 0 || node.trailing !== undefined || node.doc !== undefined;
}

/** A docstring as JSDoc. */
export function print_doc(doc: string, out: Writer): void {
  const lines = doc
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trimEnd());
  if (lines.length === 1) {
    out.write(`/** ${visible(lines[0] ?? "")} */`);
    out.newline();
    return;
  }
  out.write("/**");
  out.newline();
  for (const line of lines) {
    out.write(line === "" ? " *" : ` * ${visible(line)}`);
    out.newline();
  }
  out.write(" */");
  out.newline();
}

function line_comment(text: string): string {
  return `// ${visible(text)}`.trimEnd();
}

/** JavaScript ends a line at characters that Python does not. */
function visible(text: string): string {
  return text.replaceAll("\r", " ").replaceAll("\u2028", " ").replaceAll("\u2029", " ");
}
