// Bytes-like values: what bytes, bytearray and the platform's own byte arrays have in common.
import { TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { as_index } from "../sequences/index-value.ts";
import { latin_text } from "../text/latin.ts";
import { type_name } from "../type-name.ts";

/** Anything that keeps bytes: `view` shows them as they lie in memory. */
export interface ByteHolder {
  view(): Uint8Array;
}

/** The bytes of a bytes-like value; `null` for anything else. */
export function bytes_of(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== "object" || value === null || !("view" in value)) return null;
  const view: unknown = typeof value.view === "function" ? value.view() : null;
  return view instanceof Uint8Array ? view : null;
}

/** The same where nothing else will do. TypeError otherwise. */
export function require_bytes(
  value: unknown,
  message = (type: string) => `a bytes-like object is required, not '${type}'`,
): Uint8Array {
  const bytes = bytes_of(value);
  if (bytes === null) throw new TypeError(message(type_name(value)));
  return bytes;
}

/** An int that fits a byte. TypeError, ValueError. */
export function require_byte(value: unknown, kind = "byte"): number {
  const index = as_index(value);
  if (index === null) {
    throw new TypeError(`'${type_name(value)}' object cannot be interpreted as an integer`);
  }
  if (index < 0 || index > 255) throw new ValueError(`${kind} must be in range(0, 256)`);
  return Number(index);
}

const SPECIAL = /[\x1c-\x1f\x80-\xff]/g; // oxlint-disable-line no-control-regex -- the bytes meant

/**
 * Bytes as text for the string methods. Bytes that are letters or white space in Latin-1 alone become private
 * characters; the low byte of each character is the byte.
 */
export function method_text(bytes: Uint8Array): string {
  return latin_text(bytes).replace(SPECIAL, (found) =>
    String.fromCharCode(0xe000 + found.charCodeAt(0)),
  );
}

/** `b'…'` as repr shows it. */
/** `is_mutable`: bytearrays escape each `'`, whichever quotes stand around. */
export function bytes_repr(bytes: Uint8Array, is_mutable = false): string {
  const text = latin_text(bytes);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(NOT_PRINTABLE, (found) => {
    if (found === "'") return quote === "'" || is_mutable ? "\\'" : "'";
    return ESCAPES[found] ?? `\\x${found.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return `b${quote}${escaped}${quote}`;
}

const NOT_PRINTABLE = /[^ -&(-[\]-~]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};
