// replace, translate, maketrans.
import type { Dynamic } from "../../dynamic.ts";
import { LookupError, TypeError, ValueError } from "../../exceptions/hierarchy.ts";
import type { int } from "../../int.ts";
import { Dict } from "../../mappings/dict.ts";
import { integer_value } from "../../numbers/kinds.ts";
import { plain } from "../../primitive.ts";
import { require_position } from "../../sequences/index-value.ts";
import { getitem } from "../../sequences/subscript.ts";
import { characters } from "../code-points.ts";
import { receiver, text_argument } from "../receiver.ts";

/** The text with `old` replaced by `replacement`, at most `count` times. */
export function replace(text: string, old: string, replacement: string, count: int = -1): string {
  const whole = receiver(text, "replace");
  const from = text_argument(old, (type) => `replace() argument 1 must be str, not ${type}`);
  const to = text_argument(replacement, (type) => `replace() argument 2 must be str, not ${type}`);
  const most = require_position(count);
  if (from === "") return between_all(whole, to, most);
  if (most < 0) return whole.replaceAll(from, () => to);
  let result = "";
  let start = 0;
  for (let left = most; left > 0; left--) {
    const at = whole.indexOf(from, start);
    if (at < 0) break;
    result += whole.slice(start, at) + to;
    start = at + from.length;
  }
  return result + whole.slice(start);
}

/** Each character by what the table has at its code point: text, a code point, or `null` to drop it. */
export function translate(text: string, table: unknown): string {
  const whole = receiver(text, "translate");
  if (table instanceof Dict && table.constructor === Dict) return translate_by(whole, table);
  let result = "";
  for (const character of whole) result += translated(character, entry(table, code_of(character)));
  return result;
}

/** A dict answers the same each time: what it says of a character is asked once, what stays is copied in stretches. */
function translate_by(text: string, table: Dict<unknown, Dynamic>): string {
  const known = new Map<number, string>();
  let result = "";
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) as number;
    const end = at + (code > 0xffff ? 2 : 1);
    let replacement = known.get(code);
    if (replacement === undefined) {
      const value: Dynamic = table.has(code) ? table.at(code) : undefined;
      replacement = translated(text.slice(at, end), value);
      known.set(code, replacement);
    }
    if (replacement.length !== end - at || !text.startsWith(replacement, at)) {
      result += text.slice(copied, at) + replacement;
      copied = end;
    }
    at = end;
  }
  return result + text.slice(copied);
}

/** A table for `translate`: of a dict, or of two strings of equal length and one of characters to drop. */
export function maketrans(
  x: unknown,
  y: string | undefined = undefined,
  z: string | undefined = undefined,
): Dict<int, Dynamic> {
  const table = new Dict<int, Dynamic>();
  if (y === undefined) {
    if (!(x instanceof Dict)) {
      throw new TypeError("if you give only one argument to maketrans it must be a dict");
    }
    for (const [key, value] of x.items()) table.set(key_of(key), value);
    return table;
  }
  const second = text_argument(y, (type) => `maketrans() argument 2 must be str, not ${type}`);
  const dropped =
    z === undefined
      ? ""
      : text_argument(z, (type) => `maketrans() argument 3 must be str, not ${type}`);
  const from = characters(
    text_argument(
      x,
      () => "first maketrans argument must be a string if there is a second argument",
    ),
  );
  const to = characters(second);
  if (from.length !== to.length) {
    throw new ValueError("the first two maketrans arguments must have equal length");
  }
  from.forEach((character, index) => table.set(code_of(character), code_of(to[index] ?? "")));
  for (const character of dropped) table.set(code_of(character), null);
  return table;
}

function between_all(text: string, inserted: string, most: number): string {
  const parts = characters(text);
  const times = most < 0 ? parts.length + 1 : Math.min(most, parts.length + 1);
  let result = "";
  for (let index = 0; index <= parts.length; index++) {
    if (index < times) result += inserted;
    result += parts[index] ?? "";
  }
  return result;
}

/** What stands for a character of which the table says `value`. */
function translated(character: string, value: Dynamic): string {
  if (value === undefined) return character;
  if (value === null) return "";
  const text = plain(value);
  if (typeof text === "string") return text;
  const code = integer_value(value);
  if (code === null) throw new TypeError("character mapping must return integer, None or str");
  if (code < 0 || code > 0x10ffff) {
    throw new ValueError("character mapping must be in range(0x110000)");
  }
  return String.fromCodePoint(Number(code));
}

/** What the table has for a code point; `undefined` when it has nothing. */
function entry(table: Dynamic, code: number): Dynamic {
  if (Array.isArray(table)) return table[code];
  if (typeof table === "string") return Array.from(table)[code];
  try {
    return getitem(table, code) ?? null;
  } catch (error) {
    if (error instanceof LookupError) return undefined;
    throw error;
  }
}

function key_of(key: unknown): int {
  const text = plain(key);
  if (typeof text === "string") {
    if (characters(text).length === 1) return code_of(text);
    throw new ValueError("string keys in translate table must be of length 1");
  }
  const code = integer_value(key);
  if (code === null) throw new TypeError("keys in translate table must be strings or integers");
  return code as int;
}

function code_of(character: string): number {
  return character.codePointAt(0) ?? 0;
}
