// Bytes → text: byte-order mark, PEP 263's coding line, and CPython's words for what can't be decoded.
import { content_of, decode_bytes, type TextEncoding } from "../runtime/encodings/decode.ts";
import { decode_utf8 } from "../runtime/encodings/utf8.ts";
import { find_encoding } from "../runtime/encodings/encoding.ts";
import { Failure, type PythonSyntaxError } from "./failure.ts";

export interface Decoded {
  /** Without a byte-order mark. Empty when there are errors. */
  readonly text: string;
  readonly errors: readonly PythonSyntaxError[];
}

/** Decodes a source file as its first two lines ask, UTF-8 when they don't. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: decoded(bytes), errors: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { type, message, start, end } = error;
    return { text: "", errors: [{ type, message, start, end }] };
  }
}

function decoded(bytes: Uint8Array): string {
  const has_mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = has_mark ? bytes.subarray(3) : bytes;
  const declared = coding_cookie(content);
  const name = declared === null ? null : normal_name(declared);
  if (has_mark && name !== null && name !== "utf-8") refuse(`encoding problem: ${name} with BOM`);
  if (name === null || /^utf[-_]?8$/i.test(name)) return utf_8(content, declared !== null);
  return by_name(name, content);
}

/** The encoding that one of the first two lines names, if those are comments or empty. */
function coding_cookie(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  for (const line of head.split(/\r\n|\r|\n/, 2)) {
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (found?.[1] !== undefined) return found[1];
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return null;
  }
  return null;
}

function normal_name(name: string): string {
  const folded = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (folded === "utf-8" || folded.startsWith("utf-8-")) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(folded)) return "iso-8859-1";
  return name;
}

function utf_8(bytes: Uint8Array, is_declared: boolean): string {
  return decode_utf8(bytes, (_name, at) => {
    const line = line_at(bytes, at);
    const byte = hexadecimal(bytes[at] ?? 0);
    if (is_declared)
      return refuse(`(unicode error) 'utf-8' codec can't decode byte 0x${byte} on line ${line}`);
    return refuse(
      `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`,
    );
  });
}

function by_name(name: string, bytes: Uint8Array): string {
  const encoding = find_encoding(name);
  if (encoding === null) return refuse(`unknown encoding: ${name}`);
  if (encoding.kind === "no text") {
    return refuse(
      `'${name}' is not a text encoding; use codecs.decode() to handle arbitrary codecs`,
    );
  }
  if (encoding.kind === "unsupported")
    return refuse(`pyasync2ts can't read the encoding ${name} yet; save the file as utf-8`);
  try {
    return decode_strictly(bytes, encoding);
  } catch (error) {
    // CPython ends the last line, and makes all line ends alike, before it decodes
    if (error instanceof Failure) return decode_strictly(with_plain_lines(bytes), encoding);
    throw error;
  }
}

function decode_strictly(bytes: Uint8Array, encoding: TextEncoding): string {
  const content = content_of(bytes, encoding);
  return decode_bytes(content, encoding, (codec, start, end, reason) => {
    const what =
      end - start === 1
        ? `byte 0x${hexadecimal(content[start] ?? 0)} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    return refuse(`'${codec}' codec can't decode ${what}: ${reason}`);
  });
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

function with_plain_lines(bytes: Uint8Array): Uint8Array {
  const plain: number[] = [];
  bytes.forEach((byte, at) => {
    if (byte !== CARRIAGE_RETURN) plain.push(byte);
    else if (bytes[at + 1] !== LINE_FEED) plain.push(LINE_FEED);
  });
  if (plain.at(-1) !== LINE_FEED) plain.push(LINE_FEED);
  return Uint8Array.from(plain);
}

function line_at(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  return line;
}

function hexadecimal(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function refuse(message: string): never {
  throw new Failure(message, 0, 0);
}
