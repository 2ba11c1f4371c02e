// Encodings with one byte for each character, by tables that the platform's decoder gives.
import { decoding_replacement } from "./errors.ts";

/** The character of each byte; `undefined` where the encoding has none. */
export type Charmap = readonly (string | undefined)[];

export const CHARMAP_NAME = "charmap";
export const UNDEFINED = "character maps to <undefined>";

/** `label`: the platform's name of the encoding, `name`: Python's. */
export function charmap(label: string, name: string): Charmap {
  let table = tables.get(name);
  if (table === undefined) {
    table = made_charmap(label, name);
    tables.set(name, table);
  }
  return table;
}

/** The platform's label of an encoding like those. */
export function is_charmap(label: string): boolean {
  return /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-cyrillic)/.test(label);
}

export function decode_charmap(bytes: Uint8Array, table: Charmap, errors: string): string {
  let text = "";
  bytes.forEach((byte, at) => {
    text += table[byte] ?? decoding_replacement(errors, CHARMAP_NAME, bytes, at, at + 1, UNDEFINED);
  });
  return text;
}

const tables = new Map<string, Charmap>();

/** 0x80 to 0x9f of windows-1252, whose decoder some versions of Node have wrong. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function made_charmap(label: string, name: string): Charmap {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  const keeps_controls = /^(?:iso|koi8|latin|l\d)/.test(name);
  return Array.from({ length: 256 }, (_, byte) => {
    const is_control = byte >= 0x80 && byte < 0xa0;
    if (is_control && keeps_controls && !label.startsWith("koi8")) return String.fromCharCode(byte);
    const character =
      label === "windows-1252"
        ? is_control
          ? WESTERN.charAt(byte - 0x80)
          : String.fromCharCode(byte)
        : decoder.decode(Uint8Array.of(byte));
    // What the web keeps as a control character, Python leaves undefined.
    const is_undefined =
      character === "\ufffd" || (is_control && /^[\u0080-\u009f]$/.test(character));
    return is_undefined ? undefined : character;
  });
}
