// strip, lstrip, rstrip, removeprefix, removesuffix.
import { characters, is_flat } from "../code-points.ts";
import { receiver, text_argument } from "../receiver.ts";
import { strip_left, strip_right } from "../whitespace.ts";

/** Without white space, or the characters of `chars`, at both ends. */
export function strip(text: string, chars: string | null | undefined = undefined): string {
  const whole = receiver(text, "strip");
  if (chars == null) return strip_right(strip_left(whole));
  const set = set_of(chars, "strip");
  return strip_end(strip_start(whole, set), set);
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

/** Characters to strip: a few of one unit each are looked up in their text. */
type Characters = string | ReadonlySet<string>;

function set_of(chars: unknown, name: string): Characters {
  const text = text_argument(chars, (type) => `${name} arg must be None or str, not ${type}`);
  return text.length < 16 && is_flat(text) ? text : new Set(characters(text));
}

function strip_start(text: string, chars: Characters): string {
  let start = 0;
  if (typeof chars === "string") {
    while (start < text.length && chars.includes(text.charAt(start))) start++;
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
  if (typeof chars === "string") {
    while (end > 0 && chars.includes(text.charAt(end - 1))) end--;
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
