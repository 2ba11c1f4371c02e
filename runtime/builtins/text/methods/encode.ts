// str.encode.
import { Bytes } from "../../bytes/bytes.ts";
import { encode as to_bytes } from "../codecs/encode.ts";
import { check_codec } from "../codecs/names.ts";
import { receiver } from "../receiver.ts";

/** The text as bytes. LookupError for unknown encodings, UnicodeEncodeError. */
export function encode(
  text: string,
  encoding: string | undefined = undefined,
  errors: string | undefined = undefined,
): Bytes {
  const is_plain = (encoding === undefined || encoding === "utf-8") && errors === undefined;
  const ascii = is_plain ? short_ascii(text) : null;
  if (ascii !== null) return ascii;
  const whole = receiver(text, "encode");
  check_codec(encoding, errors, "encode");
  return new Bytes(to_bytes(whole, encoding ?? "utf-8", errors ?? "strict"));
}

const SHORT = 64;

/** A short text of ASCII alone: the same bytes in UTF-8. */
function short_ascii(text: unknown): Bytes | null {
  if (typeof text !== "string" || text.length > SHORT) return null;
  const bytes = new Bytes(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 128) return null;
    bytes[index] = unit;
  }
  return bytes;
}
