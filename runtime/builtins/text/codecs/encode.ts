// Text to bytes.
import { encode_escapes } from "../../../encodings/escapes.ts";
import { encode_multibyte } from "../../../encodings/write.ts";
import type { Charset } from "../../../encodings/charset.ts";
import { encode_shifting } from "../../../encodings/shifting.ts";
import { encode_utf7 } from "../../../encodings/utf7.ts";
import type { Unfit } from "../../../encodings/unfit.ts";
import { CHARMAP_NAME, UNDEFINED } from "../../../encodings/single-byte.ts";
import type { Wide } from "../../../encodings/wide.ts";
import { UnicodeEncodeError } from "../../exceptions/unicode-error.ts";
import { characters } from "../code-points.ts";
import { fill_latin } from "../latin.ts";
import { encoding_replacement } from "./errors.ts";
import { find_codec } from "./names.ts";

/** The bytes of text in an encoding. LookupError for unknown names, UnicodeEncodeError when `errors` is strict. */
export function encode(text: string, encoding = "utf-8", errors = "strict"): Uint8Array {
  const codec = find_codec(encoding, "encode");
  switch (codec.kind) {
    case "utf-8":
      return codec.has_signature
        ? with_signature(encode_utf8(text, errors))
        : encode_utf8(text, errors);
    case "narrow":
      return encode_narrow(text, codec.limit, codec.name, errors);
    case "wide":
      return encode_wide(text, codec, errors);
    case "utf-7":
      return utf8(encode_utf7(text));
    case "escapes":
      return latin(encode_escapes(characters(text), codec.is_raw));
    case "shifting":
      return encode_by(text, errors, codec.name, (all, unfit) =>
        encode_shifting(all, codec.name, unfit),
      );
    case "single byte":
      return encode_single_byte(text, codec.charset, errors);
    case "multibyte":
      return encode_by(text, errors, codec.name, (all, unfit) =>
        encode_multibyte(all, codec.charset, unfit),
      );
  }
}

/** Put before the bytes, not before the text: errors name places in the text. */
function with_signature(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + 3);
  all.set([0xef, 0xbb, 0xbf]);
  all.set(bytes, 3);
  return all;
}

function encode_by(
  text: string,
  errors: string,
  name: string,
  write: (all: readonly string[], unfit: Unfit) => readonly number[],
): Uint8Array {
  const all = characters(text);
  const bytes = write(all, (start, end, reason) =>
    encoding_replacement(errors, name, all, start, end, reason),
  );
  return Uint8Array.from(bytes);
}

const LONE_SURROGATES = /\p{Cs}/u;

let encoder: TextEncoder | null = null;

function utf8(text: string): Uint8Array {
  encoder ??= new TextEncoder();
  return encoder.encode(text);
}

function latin(text: string): Uint8Array {
  return fill_latin(new Uint8Array(text.length), text);
}

function encode_utf8(text: string, errors: string): Uint8Array {
  if (!LONE_SURROGATES.test(text)) return utf8(text);
  const fits = (character: string) => !LONE_SURROGATES.test(character);
  return encode_runs(text, errors, "utf-8", "surrogates not allowed", fits, (run) => [
    ...utf8(run),
  ]);
}

function encode_narrow(text: string, limit: number, name: string, errors: string): Uint8Array {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  const is_easy = limit === 256 ? /^[\x00-\xff]*$/.test(text) : /^[\x00-\x7f]*$/.test(text);
  if (is_easy) return fill_latin(new Uint8Array(text.length), text);
  const fits = (character: string) => (character.codePointAt(0) ?? 0) < limit;
  const reason = `ordinal not in range(${limit})`;
  return encode_runs(text, errors, name, reason, fits, (run) => [
    ...fill_latin(new Uint8Array(run.length), run),
  ]);
}

function encode_single_byte(text: string, charset: Charset, errors: string): Uint8Array {
  const fits = (character: string) => charset.write(character) !== undefined;
  const write = (run: string) =>
    Array.from(run).flatMap((character) => charset.write(character) ?? []);
  return encode_runs(text, errors, CHARMAP_NAME, UNDEFINED, fits, write);
}

/** Encodes runs of characters that fit by `write`, and asks the error handler about the others. */
function encode_runs(
  text: string,
  errors: string,
  name: string,
  reason: string,
  fits: (character: string) => boolean,
  write: (run: string) => readonly number[],
): Uint8Array {
  const all = characters(text);
  const bytes: number[] = [];
  let start = 0;
  while (start < all.length) {
    const is_good = fits(all[start] ?? "");
    let end = start + 1;
    while (end < all.length && fits(all[end] ?? "") === is_good) end++;
    if (is_good) append(bytes, write(all.slice(start, end).join("")));
    else {
      const replacement = encoding_replacement(errors, name, all, start, end, reason);
      if (typeof replacement !== "string") append(bytes, replacement);
      else if (Array.from(replacement).every(fits)) append(bytes, write(replacement));
      else throw new UnicodeEncodeError(name, text, start, end, reason);
    }
    start = end;
  }
  return Uint8Array.from(bytes);
}

function append(bytes: number[], more: readonly number[]): void {
  for (const byte of more) bytes.push(byte);
}

function encode_wide(text: string, codec: Wide, errors: string): Uint8Array {
  let units = codec.order === null ? "\ufeff" : "";
  const all = characters(text);
  all.forEach((character, index) => {
    if (!LONE_SURROGATES.test(character) || errors === "surrogatepass") units += character;
    else {
      const given = encoding_replacement(
        errors,
        codec.name,
        all,
        index,
        index + 1,
        "surrogates not allowed",
      );
      if (typeof given === "string") units += given;
    }
  });
  const codes =
    codec.bytes === 2
      ? Array.from({ length: units.length }, (_, index) => units.charCodeAt(index))
      : characters(units).map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * codec.bytes));
  const is_little = codec.order !== "big";
  codes.forEach((code, index) => {
    if (codec.bytes === 2) view.setUint16(index * 2, code, is_little);
    else view.setUint32(index * 4, code, is_little);
  });
  return new Uint8Array(view.buffer);
}
