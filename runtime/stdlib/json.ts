// Python's json.
import { bytes_of } from "../builtins/bytes/like.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { TypeError } from "../builtins/exceptions/index.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { decode } from "./_json/decode.ts";
import { JSONDecodeError } from "./_json/decode-error.ts";
import { encode } from "./_json/encode.ts";

export { JSONDecodeError };

export interface DumpOptions {
  skipkeys?: boolean;
  ensure_ascii?: boolean;
  check_circular?: boolean;
  allow_nan?: boolean;
  indent?: number | string | null;
  separators?: readonly [string, string] | null;
  default?: ((value: Dynamic) => Dynamic) | null;
  sort_keys?: boolean;
}

/** The JSON text of a value. TypeError for what has none; ValueError for circles. */
export function dumps(
  obj: unknown,
  {
    skipkeys = false,
    ensure_ascii = true,
    check_circular = true,
    allow_nan = true,
    indent = null,
    separators = null,
    default: default_ = null,
    sort_keys = false,
  }: DumpOptions = {},
): string {
  const [item_separator, key_separator] = separators ?? [indent === null ? ", " : ",", ": "];
  return encode(obj, {
    skipkeys,
    ensure_ascii,
    check_circular,
    allow_nan,
    indent: typeof indent === "number" ? " ".repeat(Math.max(0, indent)) : indent,
    item_separator,
    key_separator,
    sort_keys,
    default: default_,
  });
}

/** Writes the JSON text of a value to a file. */
export function dump(obj: unknown, fp: Dynamic, options: DumpOptions = {}): void {
  fp.write(dumps(obj, options));
}

export interface LoadOptions {
  object_hook?: ((object: Dynamic) => Dynamic) | null;
  parse_float?: ((text: string) => Dynamic) | null;
  parse_int?: ((text: string) => Dynamic) | null;
  parse_constant?: ((text: string) => Dynamic) | null;
  object_pairs_hook?: ((pairs: Dynamic) => Dynamic) | null;
}

/** The value of a JSON document in text or bytes. JSONDecodeError where it is none. */
export function loads(
  s: Dynamic,
  {
    object_hook = null,
    parse_float = null,
    parse_int = null,
    parse_constant = null,
    object_pairs_hook = null,
  }: LoadOptions = {},
): Dynamic {
  const hooks = { object_hook, parse_float, parse_int, parse_constant, object_pairs_hook };
  return decode(document_text(s), hooks);
}

/** The value of the JSON document that a file holds. */
export function load(fp: Dynamic, options: LoadOptions = {}): Dynamic {
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
