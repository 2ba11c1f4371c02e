// Bytes to text.
import { content_of, decode_bytes } from "../../../encodings/decode.ts";
import { decoding_replacement } from "./errors.ts";
import { find_codec } from "./names.ts";

/** The text of bytes in an encoding. LookupError for unknown names, UnicodeDecodeError when `errors` is strict. */
export function decode(bytes: Uint8Array, encoding = "utf-8", errors = "strict"): string {
  if (bytes.length === 0) return ""; // as CPython, which does not even look for the codec
  const codec = find_codec(encoding, "decode");
  const content = content_of(bytes, codec);
  return decode_bytes(
    content,
    codec,
    (name, start, end, reason) => decoding_replacement(errors, name, content, start, end, reason),
    errors,
  );
}
