// The encodings of Python's texts by name, and the errors for names of none.
import type { TextEncoding } from "../../../encodings/decode.ts";
import { find_encoding } from "../../../encodings/encoding.ts";
import { LookupError } from "../../exceptions/hierarchy.ts";
import { text_argument } from "../receiver.ts";

/** The codec of that name. LookupError when there is none; `use`: the function of codecs that takes the others. */
export function find_codec(name: string, use: "encode" | "decode" | "open"): TextEncoding {
  const encoding = find_encoding(name);
  if (encoding === null) throw new LookupError(`unknown encoding: ${name}`);
  if (encoding.kind === "no text") {
    throw new LookupError(
      `'${name}' is not a text encoding; use codecs.${use}() to handle arbitrary codecs`,
    );
  }
  if (encoding.kind === "unsupported")
    throw new LookupError(`pyasync2ts has no encoding ${name} yet; utf-8 can write all texts`);
  return encoding;
}

/** TypeError for an encoding or an error handler that is not named by a string; `undefined` is left out. */
export function check_codec(encoding: unknown, errors: unknown, name: string): void {
  if (encoding !== undefined)
    text_argument(encoding, (type) => `${name}() argument 'encoding' must be str, not ${type}`);
  if (errors !== undefined)
    text_argument(errors, (type) => `${name}() argument 'errors' must be str, not ${type}`);
}
