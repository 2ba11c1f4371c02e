// int.to_bytes and int.from_bytes.
import { bytes as make_bytes } from "../bytes/bytes-type.ts";
import { Bytes } from "../bytes/bytes.ts";
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { as_int, type int } from "../int.ts";
import { is_keywords } from "../keywords.ts";
import { plain } from "../primitive.ts";
import { require_position } from "../sequences/index-value.ts";
import { text_argument } from "../text/receiver.ts";
import { truth } from "../truth.ts";
import { type_name } from "../type-name.ts";
import { integer_value } from "./kinds.ts";

export type ByteOrder = "big" | "little";

export interface IntBytesOptions {
  readonly signed?: boolean;
  readonly length?: int;
  readonly byteorder?: ByteOrder;
}

/** `value.to_bytes(length, byteorder, { signed })`. OverflowError when it does not fit. */
export function to_bytes(
  value: int,
  ...rest: readonly [] | readonly [int | IntBytesOptions, ...(ByteOrder | IntBytesOptions)[]]
): Bytes;
export function to_bytes(value: unknown, ...rest: readonly Dynamic[]): Bytes {
  const options: Dynamic = is_keywords(rest.at(-1)) ? rest.at(-1) : {};
  const positional = is_keywords(rest.at(-1)) ? rest.slice(0, -1) : rest;
  const length = require_position(given(positional[0], options.length, 1));
  const order = byte_order(given(positional[1], options.byteorder, "big"), "to_bytes");
  const integer = integer_value(value);
  if (integer === null) {
    throw new TypeError(
      `descriptor 'to_bytes' for 'int' objects doesn't apply to a '${type_name(value)}' object`,
    );
  }
  if (length < 0) throw new ValueError("length argument must be non-negative");
  return filled(BigInt(integer), length, order, truth(options.signed ?? false));
}

/** `int.from_bytes(bytes, byteorder, { signed })`. */
export function from_bytes(
  bytes: Iterable<int>,
  byteorder?: ByteOrder | IntBytesOptions,
  options?: IntBytesOptions,
): int;
export function from_bytes(
  bytes: Dynamic,
  second: Dynamic = undefined,
  more: Dynamic = undefined,
): int {
  const options: Dynamic = is_keywords(second) ? second : (more ?? {});
  const named = is_keywords(second) ? undefined : second;
  const order = byte_order(given(named, options.byteorder, "big"), "from_bytes");
  const data = [...byte_values(bytes)];
  if (order === "little") data.reverse();
  if (data.length === 0) return 0;
  const value = BigInt(`0x${data.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
  return as_int(truth(options.signed ?? false) ? BigInt.asIntN(data.length * 8, value) : value);
}

function byte_values(bytes: Dynamic): Uint8Array {
  const text = plain(bytes);
  if (typeof text === "string" || integer_value(bytes) !== null || bytes == null)
    throw new TypeError(`cannot convert '${type_name(bytes)}' object to bytes`);
  return make_bytes(bytes).view();
}

function filled(value: bigint, length: number, order: ByteOrder, is_signed: boolean): Bytes {
  if (value < 0n && !is_signed) throw new OverflowError("can't convert negative int to unsigned");
  const bits = length * 8;
  const fits = is_signed
    ? BigInt.asIntN(bits, value) === value
    : BigInt.asUintN(bits, value) === value;
  if (!fits) throw new OverflowError("int too big to convert");
  const bytes = new Bytes(length);
  const hex = BigInt.asUintN(bits, value)
    .toString(16)
    .padStart(length * 2, "0");
  for (let index = 0; index < length; index++) {
    const byte = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
    bytes[order === "big" ? index : length - 1 - index] = byte;
  }
  return bytes;
}

/** By its place, by its name, or by default: None is an argument like others. */
function given(positional: Dynamic, named: Dynamic, otherwise: Dynamic): Dynamic {
  return positional !== undefined ? positional : named !== undefined ? named : otherwise;
}

function byte_order(value: unknown, name: string): ByteOrder {
  const order = text_argument(
    value,
    (type) => `${name}() argument 'byteorder' must be str, not ${type}`,
  );
  if (order === "big" || order === "little") return order;
  throw new ValueError("byteorder must be either 'little' or 'big'");
}
