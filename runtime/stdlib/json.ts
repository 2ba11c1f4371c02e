// Python's json.
import { bytes_of } from "../builtins/bytes/like.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { TypeError } from "../builtins/exceptions/index.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { JSONDecodeError } from "./_json/decode-error.ts";
import { JSONDecoder, type LoadOptions } from "./_json/decoder.ts";
import { type EncoderOptions, JSONEncoder } from "./_json/encoder.ts";

export { JSONDecodeError, JSONDecoder, JSONEncoder };
export type { EncoderOptions, LoadOptions };

export interface DumpOptions extends EncoderOptions {
  cls?: Dynamic;
}

/** The JSON text of a value. TypeError for what has none; ValueError for circles. */
export function dumps(obj: unknown, { cls = null, ...options }: DumpOptions = {}): string {
  const encoder: JSONEncoder =
    cls === null ? new JSONEncoder(options) : call_with(cls, [], all_of(options));
  return encoder.encode(obj);
}

/** What CPython hands to a class of the program. */
function all_of(options: EncoderOptions): Readonly<Record<string, Dynamic>> {
  return {
    skipkeys: false,
    ensure_ascii: true,
    check_circular: true,
    allow_nan: true,
    indent: null,
    separators: null,
    default: null,
    sort_keys: false,
    ...options,
  };
}

/** Writes the JSON text of a value to a file. */
export function dump(obj: unknown, fp: Dynamic, options: DumpOptions = {}): void {
  fp.write(dumps(obj, options));
}

/** The value of a JSON document in text or bytes. JSONDecodeError where it is none. */
export function loads(
  s: Dynamic,
  { cls = null, ...options }: LoadOptions & { cls?: Dynamic } = {},
): Dynamic {
  const text = document_text(s);
  const decoder: JSONDecoder =
    cls === null ? new JSONDecoder(options) : call_with(cls, [], options);
  return decoder.decode(text);
}

/** The value of the JSON document that a file holds. */
export function load(fp: Dynamic, options: LoadOptions & { cls?: Dynamic } = {}): Dynamic {
  return loads(fp.read(), options);
}

function document_text(document: unknown): string {
  if (typeof document === "string") {
    if (!document.startsWith("\ufeff")) return document;
    throw new JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", document, 0);
  }
  const bytes = bytes_of(document);
  if (bytes !== null) return new TextDecoder("utf-8").decode(bytes);
  throw new TypeError(
    `the JSON object must be str, bytes or bytearray, not ${bare_type_name(document)}`,
  );
}
