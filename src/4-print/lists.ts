// Bracketed lists: arguments, elements, properties, parameters, with the comments that stand among them.
import type { Attached } from "../target/nodes.ts";
import { has_comments, print_below, print_leading, print_trailing } from "./comments.ts";
import type { Writer } from "./writer.ts";

/**
 * Prints `open item, item close`: on one line, or a line each where comments stand among the items.
 * Prettier breaks the long ones.
 */
export function print_list<Item extends Attached>(
  items: readonly Item[],
  brackets: readonly [open: string, close: string],
  out: Writer,
  print: (item: Item) => void,
): void {
  const [open, close] = brackets;
  out.write(open);
  if (items.some(has_comments)) print_lines(items, out, print);
  else print_inline(items, out, print);
  out.write(close);
}

/** `open item, item close`, where no comments can stand. */
export function print_plain_list<Item>(
  items: readonly Item[],
  brackets: readonly [open: string, close: string],
  out: Writer,
  print: (item: Item) => void,
): void {
  out.write(brackets[0]);
  print_inline(items, out, print);
  out.write(brackets[1]);
}

function print_inline<Item>(
  items: readonly Item[],
  out: Writer,
  print: (item: Item) => void,
): void {
  items.forEach((item, index) => {
    if (index > 0) out.write(", ");
    print(item);
  });
}

function print_lines<Item extends Attached>(
  items: readonly Item[],
  out: Writer,
  print: (item: Item) => void,
): void {
  out.newline();
  out.indented(() => {
    for (const item of items) {
      if (item.blank_before === true) out.newline();
      print_leading(item, out);
      print(item);
      out.write(",");
      print_trailing(item, out);
      out.newline();
      print_below(item, out);
    }
  });
}
