// Names beyond ASCII: which characters they may hold, and their NFKC form.
import { Failure } from "../failure.ts";

/**
 * The name from `start` to `stop` of the text in Python's NFKC form.
 * Fails with CPython's words when a character may not stand in a name.
 */
export function identifier(text: string, start: number, stop: number): string {
  const written = text.slice(start, stop);
  const is_name = /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(written);
  if (!is_name) refuse(written, start);
  return written.normalize("NFKC");
}

function refuse(written: string, start: number): never {
  let at = start;
  for (const character of written) {
    const is_good =
      at === start ? /[\p{XID_Start}_]/u.test(character) : /\p{XID_Continue}/u.test(character);
    if (!is_good) invalid_character(character, at);
    at += character.length;
  }
  throw new Failure("invalid syntax", start, at);
}

/** Fails as CPython does at a character that no token can hold. */
export function invalid_character(character: string, at: number): never {
  const code = character.codePointAt(0) ?? 0;
  const hexadecimal = code.toString(16).toUpperCase().padStart(4, "0");
  const printable = !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(character);
  const message = printable
    ? `invalid character '${character}' (U+${hexadecimal})`
    : `invalid non-printable character U+${hexadecimal}`;
  throw new Failure(message, at, at);
}
