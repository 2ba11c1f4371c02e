// String literals: how their text is written, in one piece or around comments.
import type { Constant } from "../ast/expressions.ts";
import { escaped_string, repr_bytes, repr_string } from "../ast/repr.ts";
import type { Comment } from "../ast/trivia.ts";
import type { Printer } from "./printer.ts";

/** A str or bytes, with the comments that stood between its adjacent pieces. */
export function print_string(node: Constant, printer: Printer): void {
  const { value } = node;
  if (value.type !== "str" && value.type !== "bytes") return;
  const dangling = printer.comments.dangling(node);
  const [first, ...rest] = pieces(node, value.value, dangling);
  printer.out.write(literal(node, first?.text ?? "", dangling.length === 0));
  for (const { text, above } of rest) {
    printer.write_all(above);
    printer.out.write(literal(node, text, false, true));
  }
}

/** A str that spans lines, in triple quotes. */
export function print_docstring(node: Constant, printer: Printer): void {
  if (node.value.type === "str") printer.out.write(triple_quoted(node.value.value));
}

function literal(node: Constant, text: string, is_whole: boolean, is_rest = false): string {
  const { value, kind } = node;
  if (value.type === "bytes") return repr_bytes(text);
  const prefix = kind === "u" && !is_rest ? "u" : "";
  const pairs = value.type === "str" ? value.split_pairs : undefined;
  if (pairs === undefined && spans_lines(text)) return prefix + triple_quoted(text);
  return prefix + repr_string(text, is_whole || !is_rest ? pairs : []);
}

export function spans_lines(text: string): boolean {
  const at = text.indexOf("\n");
  return at >= 0 && at < text.length - 1;
}

export function triple_quoted(text: string): string {
  return `"""${triple_body(text)}"""`;
}

/** Line ends as they are, all else escaped as far as it must be. */
export function triple_body(text: string): string {
  const lines = text.split("\n").map((line) => escaped_string(line, "'").replaceAll("\\'", "'"));
  return lines.join("\n").replace(/"""|"$/g, (quotes) => quotes.replaceAll('"', '\\"'));
}

export interface Piece {
  readonly text: string;
  /** The comments that stand before the piece. */
  readonly above: readonly Comment[];
}

/**
 * A literal's text in pieces, with the comments between them. Where the author cut it the tree doesn't say: it
 * is cut behind the word that is as far along the text as the comment is along the source.
 */
export function pieces(
  node: Constant,
  text: string,
  comments: readonly Comment[],
): readonly Piece[] {
  const found: { text: string; above: Comment[] }[] = [];
  let from = 0;
  let above: Comment[] = [];
  const is_whole = node.value.type === "str" && node.value.split_pairs !== undefined;
  for (const comment of comments) {
    if (!comment.own_line || found.length === 0) {
      const share = (comment.start - node.start) / Math.max(1, node.end - node.start);
      const stop = is_whole ? text.length : cut(text, from, Math.round(text.length * share));
      found.push({ text: text.slice(from, stop), above });
      above = [];
      from = stop;
    }
    above.push(comment);
  }
  found.push({ text: text.slice(from), above });
  return found;
}

/** The nearest end of a word, at `from` or behind it. */
function cut(text: string, from: number, at: number): number {
  for (let distance = 0; distance < 40; distance++)
    for (const place of [at + distance, at - distance])
      if (place > from && place <= text.length && /\s/.test(text.charAt(place - 1))) return place;
  return Math.max(from, text.length);
}
