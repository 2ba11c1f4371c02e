// str.encode.
import { Bytes } from "../../bytes/bytes.ts";
import { encode as to_bytes } from "../codecs/encode.ts";
import { receiver } from "../receiver.ts";

/** The text as bytes. LookupError for unknown encodings, UnicodeEncodeError. */
export function encode(text: string, encoding?: string, errors?: string): Bytes {
  return new Bytes(to_bytes(receiver(text, "encode"), encoding ?? "utf-8", errors ?? "strict"));
}
