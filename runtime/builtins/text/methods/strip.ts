// strip, lstrip, rstrip, removeprefix, removesuffix.
import { characters } from "../code-points.ts";
import { receiver, text_argument } from "../receiver.ts";
import { strip_left, strip_right } from "../whitespace.ts";

/** Without white space, or the characters of `chars`, at both ends. */
export function strip(text: string, chars: string | null | undefined = undefined): string {
  const whole = receiver(text, "strip");
  if (chars == null) return strip_right(strip_left(whole));
  const set = set_of(chars, "strip");
  if (!(set instanceof Uint8Array)) return strip_end(strip_start(whole, set), set);
  return strip_both(whole, set);
}

/** Without them in front. */
export function lstrip(text: string, chars: string | null | undefined = undefined): string {
  const whole = receiver(text, "lstrip");
  return chars == null ? strip_left(whole) : strip_start(whole, set_of(chars, "lstrip"));
}

/** Without them behind. */
export function rstrip(text: string, chars: string | null | undefined = undefined): string {
  const whole = receiver(text, "rstrip");
  return chars == null ? strip_right(whole) : strip_end(whole, set_of(chars, "rstrip"));
}

/** Without the prefix, where there is one. */
export function removeprefix(text: string, prefix: string): string {
  const whole = receiver(text, "removeprefix");
  const part = text_argument(prefix, (type) => `removeprefix() argument must be str, not ${type}`);
  return whole.startsWith(part) ? whole.slice(part.length) : whole;
}

/** Without the suffix, where there is one. */
export function removesuffix(text: string, suffix: string): string {
  const whole = receiver(text, "removesuffix");
  const part = text_argument(suffix, (type) => `removesuffix() argument must be str, not ${type}`);
  return part !== "" && whole.endsWith(part) ? whole.slice(0, -part.length) : whole;
}

/** Characters to strip: a table of those below 256, where they are the only ones. */
type Characters = Uint8Array | ReadonlySet<string>;

let last_text = "";
let last_table: Uint8Array | null = null;

function set_of(chars: unknown, name: string): Characters {
  const text = text_argument(chars, () => `${name} arg must be None or str`);
  if (last_table !== null && text === last_text) return last_table;
  const table = table_of(text);
  if (table === null) return new Set(characters(text));
  last_text = text;
  last_table = table;
  return table;
}

function table_of(text: string): Uint8Array | null {
  const table = new Uint8Array(256);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 255) return null;
    table[unit] = 1;
  }
  return table;
}

function strip_both(text: string, chars: Uint8Array): string {
  let start = 0;
  let end = text.length;
  while (start < end && chars[text.charCodeAt(start)] === 1) start++;
  while (end > start && chars[text.charCodeAt(end - 1)] === 1) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function strip_start(text: string, chars: Characters): string {
  let start = 0;
  if (chars instanceof Uint8Array) {
    while (start < text.length && chars[text.charCodeAt(start)] === 1) start++;
    return start === 0 ? text : text.slice(start);
  }
  for (const character of text) {
    if (!chars.has(character)) break;
    start += character.length;
  }
  return text.slice(start);
}

function strip_end(text: string, chars: Characters): string {
  let end = text.length;
  if (chars instanceof Uint8Array) {
    while (end > 0 && chars[text.charCodeAt(end - 1)] === 1) end--;
    return end === text.length ? text : text.slice(0, end);
  }
  while (end > 0) {
    const is_pair = end > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
    const start = end - (is_pair ? 2 : 1);
    if (!chars.has(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}
