// Where lines end, by the `newline` argument of open().

/** `null`: any end, read as `\n`; `""`: any end, kept; else this one alone. */
export type Newline = null | "" | "\n" | "\r" | "\r\n";

/** The place behind the first line end at or after `from`, or 0. */
export function line_end(text: string, from: number, newline: Newline): number {
  if (newline === null || newline === "\n") return text.indexOf("\n", from) + 1;
  if (newline !== "") {
    const found = text.indexOf(newline, from);
    return found < 0 ? 0 : found + newline.length;
  }
  const found = /\r\n?|\n/g;
  found.lastIndex = from;
  return found.test(text) ? found.lastIndex : 0;
}

/** How much of a text without a line end need not be searched again when more has come. */
export function starts_within_line(text: string, newline: Newline): number {
  return newline === "\r\n" ? Math.max(0, text.length - 1) : text.length;
}
