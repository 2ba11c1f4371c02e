// String literals without replacement fields: prefix and end.
import { Failure } from "../failure.ts";

/** Which prefixes a quote may have, in lower case. */
export function is_string_prefix(name: string): boolean {
  return /^(?:[bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF])$/.test(name);
}

/** The end of the string whose opening quote stands at `quote`; `start` is where its prefix begins. */
export function string_end(text: string, start: number, quote: number): number {
  const unit = text.charCodeAt(quote);
  const is_triple = text.charCodeAt(quote + 1) === unit && text.charCodeAt(quote + 2) === unit;
  return is_triple ? triple_end(text, start, quote, unit) : single_end(text, start, quote, unit);
}

function single_end(text: string, start: number, quote: number, unit: number): number {
  let has_escaped_quote = false;
  for (let at = quote + 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (next === unit) return at + 1;
    if (next === 92) {
      at++;
      if (text.charCodeAt(at) === unit) has_escaped_quote = true;
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (next === 10 || next === 13) return unterminated(text, start, at, has_escaped_quote);
  }
  const end = text.endsWith("\n") ? text.length - 1 : text.length;
  return unterminated(text, start, end, has_escaped_quote);
}

function triple_end(text: string, start: number, quote: number, unit: number): number {
  const mark = String.fromCharCode(unit).repeat(3);
  let at = quote + 3;
  for (;;) {
    const close = text.indexOf(mark, at);
    if (close < 0) return unterminated_triple(text, start);
    const backslash = text.indexOf("\\", at);
    if (backslash < 0 || backslash > close) return close + 3;
    at = backslash + 2;
  }
}

function unterminated(text: string, start: number, end: number, has_escaped_quote: boolean): never {
  const hint = has_escaped_quote ? "; perhaps you escaped the end quote?" : "";
  const message = `unterminated string literal (detected at line ${line_of(text, end)})${hint}`;
  throw new Failure(message, start, start);
}

function unterminated_triple(text: string, start: number): never {
  const line = last_line_of(text);
  const message = `unterminated triple-quoted string literal (detected at line ${line})`;
  throw new Failure(message, start, start);
}

/** The line of an offset, counted from the top: for errors only. */
export function line_of(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

/** Where the line of an offset begins. */
export function line_start(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charAt(start - 1) !== "\n" && text.charAt(start - 1) !== "\r") start--;
  return start;
}

/** The last line that holds text: where CPython notices the end of the file. */
export function last_line_of(text: string): number {
  return line_of(
    text,
    text.endsWith("\r\n") ? text.length - 2 : /[\r\n]$/.test(text) ? text.length - 1 : text.length,
  );
}
