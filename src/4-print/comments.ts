// Comments, JSDoc and blank lines around statements, members, elements and properties.
import type { Attached, CommentLine } from "../target/nodes.ts";
import type { Writer } from "./writer.ts";

/** The comments and JSDoc above a node, each on a line of its own. */
export function print_leading(node: Attached, out: Writer): void {
  print_lines(node.leading ?? [], out);
  if (node.doc !== undefined) print_doc(node.doc, out);
}

/** The comment behind a node; the caller ends the line. */
export function print_trailing(node: Attached, out: Writer): void {
  if (node.trailing !== undefined) out.write(` ${line_comment(node.trailing)}`);
}

/** The comments below a node, each on a line of its own; the node's line has ended. */
export function print_below(node: Attached, out: Writer): void {
  print_lines(node.below ?? [], out);
}

function print_lines(lines: readonly (CommentLine | null)[], out: Writer): void {
  for (const line of lines) {
    if (line !== null) out.write(line_comment(line));
    out.newline();
  }
}

export function has_comments(node: Attached): boolean {
  const lines = (node.leading?.length ?? 0) + (node.below?.length ?? 0);
  return lines > 0 || node.trailing !== undefined || node.doc !== undefined;
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

function line_comment({ text }: CommentLine): string {
  return `// ${visible(text)}`.trimEnd();
}

/** JavaScript ends a line at characters that Python does not. */
function visible(text: string): string {
  return text.replaceAll("\r", " ").replaceAll("\u2028", " ").replaceAll("\u2029", " ");
}
