// Bytes → text: byte-order mark, PEP 263's coding line, and CPython's words for what can't be decoded.
import { label_of } from "./encoding-labels.ts";
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
  const plain = single_byte(name, content);
  return plain ?? by_label(name, content);
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
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    const at = first_undecodable(bytes, "utf-8");
    const line = line_at(bytes, at);
    const byte = hexadecimal(bytes[at] ?? 0);
    if (is_declared)
      return refuse(`(unicode error) 'utf-8' codec can't decode byte 0x${byte} on line ${line}`);
    return refuse(
      `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`,
    );
  }
}

function single_byte(name: string, bytes: Uint8Array): string | null {
  const folded = name.toLowerCase().replaceAll("_", "-");
  const is_ascii = folded === "ascii" || folded === "us-ascii" || folded === "646";
  if (!is_ascii && !/^(?:iso-?8859-1|latin-?1?|l1|cp819|8859|iso-ir-100|ibm819)$/.test(folded))
    return null;
  const high = bytes.findIndex((byte) => byte > 127);
  if (is_ascii && high >= 0)
    refuse(
      `'ascii' codec can't decode byte 0x${hexadecimal(bytes[high] ?? 0)} in position ${high}: ordinal not in range(128)`,
    );
  return high < 0 ? new TextDecoder().decode(bytes) : latin_1(bytes);
}

function latin_1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function by_label(name: string, bytes: Uint8Array): string {
  const folded = name.toLowerCase().replaceAll("_", "-");
  const decoder = decoder_of(label_of(name));
  if (decoder === null) return refuse(`unknown encoding: ${name}`);
  const is_multibyte = multibyte.has(decoder.encoding);
  try {
    const text = decoder.decode(bytes);
    if (is_multibyte && stand_in.test(text)) throw new RangeError("stand-in for an illegal byte");
    return text;
  } catch {
    const at = first_undecodable(bytes, decoder.encoding);
    return refuse(
      `'${folded.replaceAll("-", "_")}' codec can't decode byte 0x${hexadecimal(bytes[at] ?? 0)} in position ${at}: illegal multibyte sequence`,
    );
  }
}

// some engines' decoders give these for bytes that are illegal by themselves
const stand_in = /[\u0080-\u009f\ue000-\uf8ff]/;
const multibyte = new Set(["gbk", "gb18030", "big5", "shift_jis", "euc-kr", "euc-jp"]);

function decoder_of(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

/** Where decoding fails: found byte by byte, since TextDecoder does not tell. */
function first_undecodable(bytes: Uint8Array, label: string): number {
  const decoder = new TextDecoder(label, { fatal: true });
  let pending = 0;
  for (let at = 0; at < bytes.length; at++) {
    try {
      const text = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      if (label !== "utf-8" && stand_in.test(text)) return pending;
      if (text !== "") pending = at + 1;
    } catch {
      return pending;
    }
  }
  return pending;
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
