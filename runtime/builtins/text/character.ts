// chr() and ord().
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/hierarchy.ts";
import type { int } from "../int.ts";
import { plain } from "../primitive.ts";
import { require_index } from "../sequences/index-value.ts";
import { type_name } from "../type-name.ts";
import { text_length } from "./code-points.ts";

/** `chr(code)`. ValueError beyond Unicode; TypeError when the code is no integer. */
export function chr(code: int): string {
  const index = require_index(code);
  if (index < 0 || index > 0x10ffff) throw new ValueError("chr() arg not in range(0x110000)");
  return String.fromCodePoint(Number(index));
}

/** `ord(character)`, a byte too. TypeError when it is not exactly one. */
export function ord(character: unknown): int {
  const text: Dynamic = plain(character);
  if (typeof text === "string") {
    const code = text.codePointAt(0);
    if (code !== undefined && text.length === (code > 0xffff ? 2 : 1)) return code;
    throw wrong_length(text_length(text));
  }
  if (typeof text !== "object" || text === null || typeof text.__bytes__ !== "function") {
    throw new TypeError(`ord() expected string of length 1, but ${type_name(character)} found`);
  }
  const bytes: Uint8Array = text.__bytes__();
  if (bytes.length !== 1) throw wrong_length(bytes.length);
  return bytes[0] ?? 0;
}

function wrong_length(length: number): TypeError {
  return new TypeError(`ord() expected a character, but string of length ${length} found`);
}
