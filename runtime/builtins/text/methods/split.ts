// split, rsplit, splitlines, partition, rpartition, join.
import type { Dynamic } from "../../dynamic.ts";
import { TypeError, ValueError } from "../../exceptions/hierarchy.ts";
import type { int } from "../../int.ts";
import { iter } from "../../iteration/iter.ts";
import { plain } from "../../primitive.ts";
import { require_position } from "../../sequences/index-value.ts";
import { Tuple } from "../../tuple.ts";
import { type_name } from "../../type-name.ts";
import { receiver, text_argument } from "../receiver.ts";
import {
  is_space,
  is_space_unit,
  skip_space,
  skip_word,
  strip_left,
  strip_right,
} from "../whitespace.ts";

/** The parts between separators, or between runs of white space, split at most `maxsplit` times. */
export function split(
  text: string,
  sep: string | null | undefined = undefined,
  maxsplit: int = -1,
): string[] {
  const whole = receiver(text, "split");
  const most = require_position(maxsplit);
  if (sep == null) return split_space(strip_left(whole), most);
  const separator = separator_of(sep);
  if (most < 0) return whole.split(separator);
  return split_first(whole, separator, most);
}

/** `text.split()`, a word at a time: for loops that look at each while it is at hand, and keep none. */
export function words(text: string): IterableIterator<string> {
  return new Words(receiver(text, "split"));
}

/** The same from the right. */
export function rsplit(
  text: string,
  sep: string | null | undefined = undefined,
  maxsplit: int = -1,
): string[] {
  const whole = receiver(text, "rsplit");
  const most = require_position(maxsplit);
  if (sep == null) return rsplit_space(strip_right(whole), most);
  const separator = separator_of(sep);
  const parts: string[] = [];
  let end = whole.length;
  // From the end, where separators that overlap may be others than from the start.
  for (let left = most < 0 ? Infinity : most; left > 0 && end >= separator.length; left--) {
    const at = whole.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(whole.slice(at + separator.length, end));
    end = at;
  }
  parts.push(whole.slice(0, end));
  return parts.reverse();
}

const BREAKS = "\\n\\r\\v\\f\\x1c\\x1d\\x1e\\x85\\u2028\\u2029";
const LINE = new RegExp(`[^${BREAKS}]*(?:\\r\\n|[${BREAKS}]|$)`, "g");
const LINE_END = new RegExp(`(?:\\r\\n|[${BREAKS}])$`);
const OTHER_BREAK = new RegExp(`[${BREAKS.replace("\\n", "")}]`);

/** The lines, with their ends when `keepends`. */
export function splitlines(text: string, keepends = false): string[] {
  const whole = receiver(text, "splitlines");
  if (!keepends && !OTHER_BREAK.test(whole)) return newline_parts(whole);
  const lines = whole.match(LINE) ?? [];
  if (lines.at(-1) === "") lines.pop();
  return keepends ? [...lines] : lines.map((line) => line.replace(LINE_END, ""));
}

/** The lines of a text that has no other breaks than `\n`. */
function newline_parts(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** What stands before the first separator, the separator, and the rest. */
export function partition(text: string, sep: string): readonly [string, string, string] {
  const whole = receiver(text, "partition");
  const separator = separator_of(sep, "str");
  const at = whole.indexOf(separator);
  if (at < 0) return Tuple.of(whole, "", "");
  return Tuple.of(whole.slice(0, at), separator, whole.slice(at + separator.length));
}

/** What stands before the last separator, the separator, and the rest. */
export function rpartition(text: string, sep: string): readonly [string, string, string] {
  const whole = receiver(text, "rpartition");
  const separator = separator_of(sep, "str");
  const at = whole.lastIndexOf(separator);
  if (at < 0) return Tuple.of("", "", whole);
  return Tuple.of(whole.slice(0, at), separator, whole.slice(at + separator.length));
}

/** The items with the text between them. TypeError when one is no string. */
export function join(text: string, items: Iterable<string>): string {
  const separator = receiver(text, "join");
  const parts: Dynamic[] = Array.isArray(items) ? items : [...joinable(items)];
  for (let index = 0; index < parts.length; index++) {
    if (typeof parts[index] !== "string") return join_checked(separator, parts);
  }
  return parts.join(separator);
}

/** An iterator over the items that are joined. TypeError where there is none. */
export function joinable(items: Dynamic): Iterable<Dynamic> {
  try {
    return iter(items);
  } catch (error) {
    if (
      error instanceof TypeError &&
      error.args[0] === `'${type_name(items)}' object is not iterable`
    ) {
      throw new TypeError("can only join an iterable");
    }
    throw error;
  }
}

function join_checked(separator: string, parts: readonly unknown[]): string {
  const texts = parts.map((part, index) => {
    const inner = plain(part);
    if (typeof inner === "string") return inner;
    throw new TypeError(`sequence item ${index}: expected str instance, ${type_name(part)} found`);
  });
  return texts.join(separator);
}

function separator_of(sep: unknown, wanted = "str or None"): string {
  const separator = text_argument(sep, () => `must be ${wanted}, not ${type_name(sep)}`);
  if (separator === "") throw new ValueError("empty separator");
  return separator;
}

function split_first(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let left = most; left > 0; left--) {
    const at = text.indexOf(separator, start);
    if (at < 0) break;
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Of a text that does not begin with white space. */
function split_space(text: string, most: number): string[] {
  const parts: string[] = [];
  if (most < 0) return split_words(text);
  let start = 0;
  while (start < text.length) {
    const end = parts.length === most ? text.length : skip_word(text, start);
    parts.push(text.slice(start, end));
    start = skip_space(text, end);
  }
  return parts;
}

/** All of them, in one walk over the units. */
function split_words(text: string): string[] {
  const words: string[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    const start = at;
    while (at < length && !is_space_unit(text.charCodeAt(at))) at++;
    words.push(text.slice(start, at));
    at = skip_space(text, at);
  }
  return words;
}

class Words implements IterableIterator<string> {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<string, undefined> {
    const { text } = this;
    const start = skip_space(text, this.at);
    if (start === text.length) return { value: undefined, done: true };
    this.at = skip_word(text, start);
    return { value: text.slice(start, this.at), done: false };
  }
}

function rsplit_space(text: string, most: number): string[] {
  if (most < 0) return split_space(strip_left(text), -1);
  const parts: string[] = [];
  let rest = text;
  for (let left = most; left > 0 && rest !== ""; left--) {
    const head = rest.slice(0, rest.length - last_word(rest).length);
    parts.push(rest.slice(head.length));
    rest = strip_right(head);
  }
  if (rest !== "") parts.push(rest);
  return parts.reverse();
}

/** The run of characters other than white space at the end of a text that does not end with white space. */
function last_word(text: string): string {
  let start = text.length;
  while (start > 0 && !is_space(text.charAt(start - 1))) start--;
  return text.slice(start);
}
