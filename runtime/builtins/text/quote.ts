// repr and ascii of strings: which quotes, which characters are escaped and how.

const PLAIN = /^[ -&(-[\]-~]*$/;
const SPECIAL = /[\\\p{C}\p{Z}]/gu;
const SPECIAL_OR_NOT_ASCII = /[\\\p{C}\p{Z}\u0080-\u{10ffff}]/gu;

/** `repr(text)`. */
export function quote(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quoted(text, SPECIAL);
}

/** `ascii(text)`. */
export function quote_ascii(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quoted(text, SPECIAL_OR_NOT_ASCII);
}

/** A character as `\n`, `\x1b`, `\u2028` or `\U000e0001`. */
export function escape_character(character: string): string {
  switch (character) {
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return escape_code(character.codePointAt(0) ?? 0);
  }
}

/** A code point as the shortest of `\xNN`, `\uNNNN`, `\UNNNNNNNN`. */
export function escape_code(code: number): string {
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function quoted(text: string, special: RegExp): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(special, (found) => (found === " " ? " " : escape_character(found)));
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}
