// str: the callable, and Python's methods as functions of the string.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { bytes_of } from "../bytes/like.ts";
import { is_keywords } from "../keywords.ts";
import { keep_primitive, plain } from "../primitive.ts";
import { text_of } from "../representation.ts";
import { type_name } from "../type-name.ts";
import { decode } from "./codecs/decode.ts";
import { encode } from "./methods/encode.ts";
import { format, format_map } from "./methods/format.ts";
import * as methods from "./methods/index.ts";

/** `str(value)`, or the text of bytes in an encoding. TypeError, UnicodeDecodeError. */
function make(value?: unknown, encoding?: string | null, errors?: string): string;
function make(this: Dynamic, ...given: readonly Dynamic[]): string {
  const result = converted(given);
  if (new.target !== undefined) keep_primitive(this, result); // the instance of a subclass
  return result;
}

function converted(given: readonly Dynamic[]): string {
  const last = given.at(-1);
  const options: Dynamic = is_keywords(last) ? last : {};
  const positional = is_keywords(last) ? given.slice(0, -1) : given;
  const value: Dynamic = positional.length > 0 ? positional[0] : options.object;
  const encoding: Dynamic = positional[1] ?? options.encoding;
  const errors: Dynamic = positional[2] ?? options.errors;
  if (encoding == null && errors == null) {
    return positional.length === 0 && options.object === undefined ? "" : text_of(value);
  }
  if (encoding != null && typeof encoding !== "string") {
    throw new TypeError(`str() argument 'encoding' must be str, not ${type_name(encoding)}`);
  }
  if (typeof plain(value) === "string") throw new TypeError("decoding str is not supported");
  const bytes = bytes_of(value);
  if (bytes === null) {
    throw new TypeError(`decoding to str: need a bytes-like object, ${type_name(value)} found`);
  }
  return decode(bytes, encoding ?? "utf-8", errors ?? "strict");
}

const str_methods = { ...methods, encode, format, format_map } as const;

/** `str(x)`, and `str.split(s, ",")` for `s.split(",")`. */
export const str: typeof make &
  typeof str_methods & {
    /** For subclasses: their instances stand for the value. */
    new (...args: readonly Dynamic[]): Dynamic;
    readonly __name__: string;
    readonly __is_type__: true;
  } = /* @__PURE__ */ Object.assign(make, {
  ...str_methods,
  __name__: "str",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
