// upper, lower, casefold, capitalize, title, swapcase.
import { receiver } from "../receiver.ts";

export function upper(text: string): string {
  return receiver(text, "upper").toUpperCase();
}

export function lower(text: string): string {
  return receiver(text, "lower").toLowerCase();
}

/** Lower case for comparing: what differs in case only becomes the same. */
export function casefold(text: string): string {
  const whole = receiver(text, "casefold");
  if (ASCII.test(whole)) return whole.toLowerCase();
  return Array.from(whole, fold).join("");
}

export function capitalize(text: string): string {
  const whole = receiver(text, "capitalize");
  const first = String.fromCodePoint(whole.codePointAt(0) ?? 0);
  return whole === ""
    ? ""
    : title_case(first) + whole.toLowerCase().slice(first.toLowerCase().length);
}

/** Each run of cased characters begins with a capital. */
export function title(text: string): string {
  let result = "";
  let is_inside = false;
  for (const { character, small } of lowered(receiver(text, "title"))) {
    result += is_inside ? small : title_case(character);
    is_inside = CASED.test(character);
  }
  return result;
}

export function swapcase(text: string): string {
  let result = "";
  for (const { character, small } of lowered(receiver(text, "swapcase"))) {
    if (UPPERCASE.test(character)) result += small;
    else result += LOWERCASE.test(character) ? character.toUpperCase() : character;
  }
  return result;
}

/**
 * The characters with their lower case, which for a sigma depends on what is around it. Where lower case has another
 * length (a few characters), each is lowered on its own.
 */
function* lowered(text: string): IterableIterator<{ character: string; small: string }> {
  const whole = text.toLowerCase();
  const is_even = whole.length === text.length;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    yield { character, small: is_even ? whole.slice(at, end) : character.toLowerCase() };
    at = end;
  }
}

const ASCII = /^[\x00-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII
const CASED = /^[\p{Lowercase}\p{Uppercase}\p{Lt}]$/u;
const UPPERCASE = /^\p{Uppercase}$/u;
const LOWERCASE = /^\p{Lowercase}$/u;

const GEORGIAN = /^[\u10d0-\u10ff]$/;

/** Digraphs whose title case is a character of its own, by their upper case. */
const DIGRAPHS: Readonly<Record<string, string>> = { Ǆ: "ǅ", Ǉ: "ǈ", Ǌ: "ǋ", Ǳ: "ǲ" };

function title_case(character: string): string {
  if (GEORGIAN.test(character)) return character; // its capitals are for whole words only
  const capital = character.toUpperCase();
  const digraph = DIGRAPHS[capital];
  if (digraph !== undefined) return digraph;
  if (capital.length <= character.length) return capital;
  const greek = greek_title(character.codePointAt(0) ?? 0);
  if (greek !== null) return greek;
  if (character === "ŉ") return "ʼN";
  const [first = "", ...rest] = Array.from(capital);
  return first + rest.map((part) => (/\p{M}/u.test(part) ? part : part.toLowerCase())).join("");
}

/** Greek letters with a iota below: the capital of the letter keeps it. */
function greek_title(code: number): string | null {
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  if (code === 0x1fbc || code === 0x1fcc || code === 0x1ffc) return String.fromCodePoint(code);
  const stacked: Readonly<Record<number, string>> = {
    0x1fb2: "Ὰ\u0345",
    0x1fb4: "Ά\u0345",
    0x1fb7: "Α\u0342\u0345",
    0x1fc2: "Ὴ\u0345",
    0x1fc4: "Ή\u0345",
    0x1fc7: "Η\u0342\u0345",
    0x1ff2: "Ὼ\u0345",
    0x1ff4: "Ώ\u0345",
    0x1ff7: "Ω\u0342\u0345",
  };
  return stacked[code] ?? null;
}

function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x131) return character;
  if (code >= 0x13f8 && code <= 0x13fd) return String.fromCodePoint(code - 8);
  if (code >= 0xab70 && code <= 0xabbf) return String.fromCodePoint(code - 0xab70 + 0x13a0);
  if (code >= 0x13a0 && code <= 0x13f5) return character;
  if (code === 0x1e9e) return "ss";
  if (code === 0x130) return "i\u0307";
  return Array.from(character.toUpperCase(), (capital) => capital.toLowerCase()).join("");
}
