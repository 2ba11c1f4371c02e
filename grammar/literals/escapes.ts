// Escape sequences of string and bytes literals.
import { Failure } from "../failure.ts";

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Where a literal stands, for errors: the span of its token. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Gives the character that Unicode calls by this name; null when there is none. */
export type NamedCharacter = (name: string) => string | null;

/** The text of a string literal's body, with `\n` for every line end. */
export function string_text(body: string, place: Place, named: NamedCharacter): string {
  if (!body.includes("\\")) return body;
  return body.replace(escape, (written: string, sequence: string, at: number) => {
    const first = sequence.charAt(0);
    const known = simple[first];
    if (known !== undefined && sequence.length === 1) return known;
    if (first >= "0" && first <= "7") return String.fromCharCode(Number.parseInt(sequence, 8));
    if (first === "x" || first === "u" || first === "U")
      return hexadecimal(first, sequence.slice(1), at, body, place);
    if (first === "N") return by_name(sequence, at, place, named, body);
    return written;
  });
}

/** Where escapes write a high and a low surrogate side by side: offsets in the resulting text. */
export function split_surrogates(body: string): readonly number[] {
  const found: number[] = [];
  let length = 0;
  let at = 0;
  let was_high = -1;
  for (const match of body.matchAll(escape)) {
    const piece = string_text(match[0], { start: 0, end: 0 }, () => "?");
    length += match.index - at;
    const unit = piece.length === 1 ? piece.charCodeAt(0) : 0;
    if (unit >= 0xdc00 && unit < 0xe000 && was_high === length - 1) found.push(length - 1);
    was_high = unit >= 0xd800 && unit < 0xdc00 ? length : -2;
    length += piece.length;
    at = match.index + match[0].length;
  }
  return found;
}

const escape =
  /\\([0-7]{1,3}|x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N\{[^{}]*\}?|[\s\S])/g;
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function hexadecimal(
  kind: string,
  written: string,
  at: number,
  body: string,
  place: Place,
): string {
  const bytes = byte_length(body.slice(0, at));
  const wanted = digits[kind] ?? 2;
  if (written.length < wanted) {
    const shape = kind === "x" ? "\\xXX" : kind === "u" ? "\\uXXXX" : "\\UXXXXXXXX";
    unicode_error(bytes, bytes + written.length + 1, `truncated ${shape} escape`, place);
  }
  const code = Number.parseInt(written, 16);
  if (code > 0x10ffff) unicode_error(bytes, bytes + 9, "illegal Unicode character", place);
  return String.fromCodePoint(code);
}

function by_name(
  sequence: string,
  at: number,
  place: Place,
  named: NamedCharacter,
  body: string,
): string {
  const bytes = byte_length(body.slice(0, at));
  if (!sequence.endsWith("}") || sequence.length === 3)
    unicode_error(
      bytes,
      bytes + sequence.length - (sequence.endsWith("}") ? 1 : 0),
      "malformed \\N character escape",
      place,
    );
  const found = named(sequence.slice(2, -1));
  if (found !== null) return found;
  return unicode_error(bytes, bytes + sequence.length, "unknown Unicode character name", place);
}

// CPython decodes the UTF-8 form in which every character beyond ASCII is written \UXXXXXXXX
function byte_length(text: string): number {
  let length = 0;
  for (const character of text) length += character.charCodeAt(0) < 128 ? 1 : 10;
  return length;
}

function unicode_error(from: number, to: number, reason: string, place: Place): never {
  const message = `(unicode error) 'unicodeescape' codec can't decode bytes in position ${from}-${to}: ${reason}`;
  throw new Failure(message, place.start, place.end);
}

const byte_escape = /\\([0-7]{1,3}|x[0-9a-fA-F]{0,2}|[\s\S])/g;

/** The bytes of a bytes literal's body, one UTF-16 unit each. */
export function bytes_text(body: string, place: Place): string {
  if (!body.includes("\\")) return body;
  return body.replace(byte_escape, (written: string, sequence: string, at: number) => {
    const first = sequence.charAt(0);
    const known = simple[first];
    if (known !== undefined && sequence.length === 1) return known;
    if (first >= "0" && first <= "7")
      return String.fromCharCode(Number.parseInt(sequence, 8) & 255);
    if (first !== "x") return written;
    if (sequence.length === 3) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    const message = `(value error) invalid \\x escape at position ${at}`;
    throw new Failure(message, place.start, place.end);
  });
}
