// f-strings (PEP 701): text and fields, in several literals where comments stand between them.
import type { Constant, Expression, FormattedValue, JoinedStr } from "../ast/expressions.ts";
import { escaped_string } from "../ast/repr.ts";
import type { Comment } from "../ast/trivia.ts";
import { walk } from "../ast/walk.ts";
import { TEST } from "./precedence.ts";
import type { Printer } from "./printer.ts";
import { pieces, print_string, spans_lines, triple_body } from "./strings.ts";

export function print_joined(node: JoinedStr, printer: Printer): void {
  const literal = new Literal(quote_for(node), printer);
  for (const value of node.values) {
    literal.interrupt(printer.comments.leading(value));
    if (value.tag === "Constant") print_text(value, literal, printer);
    else print_field(value, literal.quote, printer);
    literal.interrupt(printer.comments.trailing(value));
  }
  literal.interrupt(printer.comments.dangling(node));
  literal.close();
}

/** The quotes of an f-string, closed and opened anew around comments. */
class Literal {
  readonly quote: string;
  readonly #printer: Printer;

  constructor(quote: string, printer: Printer) {
    this.quote = quote;
    this.#printer = printer;
    printer.out.write(`f${quote}`);
  }

  interrupt(comments: readonly Comment[]): void {
    if (comments.length > 0) this.around(() => this.#printer.write_all(comments));
  }

  around(other: () => void): void {
    this.close();
    other();
    this.#printer.out.write(`f${this.quote}`);
  }

  close(): void {
    this.#printer.out.write(this.quote);
  }
}

function print_text(node: Constant, literal: Literal, printer: Printer): void {
  if (node.value.type !== "str") return;
  const { value, split_pairs } = node.value;
  if (node.kind === "u") {
    literal.around(() => print_string(node, printer));
    return;
  }
  const dangling = printer.comments.dangling(node);
  const text = (part: string): string =>
    body(part, literal.quote, split_pairs).replace(/[{}]/g, "$&$&");
  if (dangling.length === 0) return printer.out.write(text(value));
  for (const { text: part, above } of pieces(node, value, dangling)) {
    literal.interrupt(above);
    printer.out.write(text(part));
  }
}

function print_field(node: Expression, quote: string, printer: Printer): void {
  if (node.tag !== "FormattedValue") return;
  const { out } = printer;
  out.open("{");
  const mark = out.mark();
  printer.expression(node.value, TEST);
  if (out.begins_with_brace(mark)) out.space_at(mark);
  if (node.conversion >= 0) out.write(`!${String.fromCharCode(node.conversion)}`);
  if (node.format_spec !== null) print_format(node, quote, printer);
  out.close("}");
}

/** In a format braces can't be doubled: they are escaped. */
function print_format({ format_spec }: FormattedValue, quote: string, printer: Printer): void {
  printer.out.write(":");
  for (const value of format_spec?.values ?? []) {
    if (value.tag !== "Constant") print_field(value, quote, printer);
    else if (value.value.type === "str")
      printer.out.write(
        escaped_string(value.value.value, quote_of(quote), value.value.split_pairs)
          .replaceAll("{", "\\x7b")
          .replaceAll("}", "\\x7d"),
      );
  }
}

function body(text: string, quote: string, split_pairs: readonly number[] | undefined): string {
  if (quote.length === 3) return triple_body(text);
  return escaped_string(text, quote_of(quote), split_pairs);
}

function quote_of(quotes: string): "'" | '"' {
  return quotes === "'" ? "'" : '"';
}

/** Quotes that what stands in the fields leaves free; triple ones for text that spans lines. */
function quote_for(node: JoinedStr): string {
  const texts = node.values.flatMap((value) =>
    value.tag === "Constant" && value.value.type === "str" ? [value.value] : [],
  );
  const is_plain = texts.every(({ split_pairs }) => split_pairs === undefined);
  if (is_plain && spans_lines(texts.map(({ value }) => value).join(" "))) return '"""';
  for (const each of walk(node))
    if (each !== node && (each.tag === "JoinedStr" || is_text(each as Expression, node)))
      return '"';
  return "'";
}

function is_text(node: Expression, within: JoinedStr): boolean {
  return node.tag === "Constant" && node.value.type === "str" && !within.values.includes(node);
}
