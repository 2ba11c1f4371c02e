// bytes and bytearray: the callables.
import type { Dynamic } from "../dynamic.ts";
import { MemoryError, OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { plain } from "../primitive.ts";
import { as_index } from "../sequences/index-value.ts";
import { encode } from "../text/codecs/encode.ts";
import { text_argument } from "../text/receiver.ts";
import { type_name } from "../type-name.ts";
import { ByteArray } from "./byte-array.ts";
import { Bytes } from "./bytes.ts";
import { bytes_of, require_byte, require_bytes } from "./like.ts";

type Source = string | int | Iterable<int> | null;

function make_bytes(
  source: Source | undefined = undefined,
  encoding: string | undefined = undefined,
  errors: string | undefined = undefined,
): Bytes {
  // `class Packet(bytes)`: the instance is of the class that is being made.
  if (new.target !== undefined)
    return Reflect.construct(Bytes, [read(source, encoding, errors, "bytes")], new.target) as Bytes;
  if (source instanceof Bytes && source.constructor === Bytes && encoding === undefined)
    return source;
  return new Bytes(read(source, encoding, errors, "bytes"));
}

function make_bytearray(
  source: Source | undefined = undefined,
  encoding: string | undefined = undefined,
  errors: string | undefined = undefined,
): ByteArray {
  if (new.target !== undefined) {
    const data = read(source, encoding, errors, "byte");
    return Reflect.construct(ByteArray, [data], new.target) as ByteArray;
  }
  return new ByteArray(read(source, encoding, errors, "byte"));
}

function read(source: Dynamic, encoding: Dynamic, errors: Dynamic, kind: string): Uint8Array {
  const text = plain(source);
  if (typeof text === "string") {
    if (encoding == null) throw new TypeError("string argument without an encoding");
    return encode(text, encoding, errors ?? "strict");
  }
  if (encoding != null) throw new TypeError("encoding without a string argument");
  if (source === undefined) return new Uint8Array(0);
  const bytes = bytes_of(source);
  if (bytes !== null) return bytes;
  if (typeof source?.__bytes__ === "function") {
    return require_bytes(
      source.__bytes__(),
      (type) => `__bytes__ returned non-bytes (type ${type})`,
    );
  }
  const count = as_index(source);
  if (count !== null) return zeros(count);
  const type = kind === "bytes" ? "bytes" : "bytearray";
  return Uint8Array.from([...values_of(source, type)].map((item) => require_byte(item, kind)));
}

function values_of(source: unknown, type: string): Iterable<Dynamic> {
  try {
    return iter(source);
  } catch (error) {
    const message = `'${type_name(source)}' object is not iterable`;
    if (!(error instanceof TypeError) || error.args[0] !== message) throw error;
    throw new TypeError(`cannot convert '${type_name(source)}' object to ${type}`);
  }
}

function zeros(count: number | bigint): Uint8Array {
  if (typeof count === "bigint" && BigInt.asIntN(64, count) !== count)
    throw new OverflowError("cannot fit 'int' into an index-sized integer");
  if (count < 0) throw new ValueError("negative count");
  if (count > 2 ** 32) throw new MemoryError();
  return new Uint8Array(Number(count));
}

const NOT_HEX = /[^0-9a-fA-F \t-\r]/;

/** The bytes of hexadecimal text. ValueError at what is no pair of digits. */
function read_hex(given: string): Uint8Array {
  const text = text_argument(given, (type) => `fromhex() argument must be str, not ${type}`);
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    if (/[ \t-\r]/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const pair = text.slice(at, at + 2);
    const wrong = NOT_HEX.test(pair.charAt(0)) ? at : /^[0-9a-fA-F]{2}$/.test(pair) ? -1 : at + 1;
    if (wrong >= 0) {
      throw new ValueError(`non-hexadecimal number found in fromhex() arg at position ${wrong}`);
    }
    bytes.push(Number.parseInt(pair, 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}

/** A table for `translate` from bytes to others. ValueError when their lengths differ. */
function maketrans(from: Uint8Array | Bytes, to: Uint8Array | Bytes): Bytes {
  const source = require_bytes(from);
  const target = require_bytes(to);
  if (source.length !== target.length) {
    throw new ValueError("maketrans arguments must have same length");
  }
  const table = new Bytes(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  source.forEach((byte, index) => (table[byte] = target[index] ?? 0));
  return table;
}

/** `bytes(source, encoding, errors)`. TypeError, ValueError, UnicodeEncodeError. */
export const bytes: typeof make_bytes & {
  new (...args: readonly Dynamic[]): Bytes;
  readonly __name__: string;
  readonly __is_type__: true;
  fromhex(text: string): Bytes;
  maketrans: typeof maketrans;
} = /* @__PURE__ */ Object.assign(make_bytes, {
  fromhex: (text: string) => new Bytes(read_hex(text)),
  maketrans,
  prototype: Bytes.prototype,
  __name__: "bytes",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;

/** `bytearray(source, encoding, errors)`. TypeError, ValueError, UnicodeEncodeError. */
export const bytearray: typeof make_bytearray & {
  new (...args: readonly Dynamic[]): ByteArray;
  readonly __name__: string;
  readonly __is_type__: true;
  fromhex(text: string): ByteArray;
  maketrans: typeof maketrans;
} = /* @__PURE__ */ Object.assign(make_bytearray, {
  fromhex: (text: string) => new ByteArray(read_hex(text)),
  maketrans,
  prototype: ByteArray.prototype,
  __name__: "bytearray",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
