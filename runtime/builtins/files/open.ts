// open(): files by path or descriptor.
import { bytes_of } from "../bytes/like.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { plain } from "../primitive.ts";
import { as_index } from "../sequences/index-value.ts";
import { find_codec } from "../text/codecs/names.ts";
import { type_name } from "../type-name.ts";
import { BinaryFile } from "./binary-file.ts";
import { Descriptor } from "./descriptor.ts";
import { parse_mode, type Mode } from "./mode.ts";
import type { Newline } from "./newlines.ts";
import { TextFile } from "./text-file.ts";

export interface OpenOptions {
  readonly mode?: string;
  readonly buffering?: number;
  readonly encoding?: string | null;
  readonly errors?: string | null;
  readonly newline?: string | null;
  readonly closefd?: boolean;
  readonly opener?: Dynamic;
}

/** A path: text, bytes, an object with `__fspath__`; or the number of an open file. */
export type FilePath = string | number | { __fspath__(): string } | Dynamic;

type BinaryMode = `${string}b${string}`;

/**
 * `open(file, mode, buffering, encoding, errors, newline)`, the last ones by keyword too. OSError of the kind that fits
 * (FileNotFoundError …), ValueError for modes and options that don't go together.
 */
export function open(
  file: FilePath,
  mode: BinaryMode,
  ...options: readonly (OpenOptions | number | null | undefined)[]
): BinaryFile;
export function open(
  file: FilePath,
  mode?: string | OpenOptions,
  ...options: readonly (OpenOptions | number | string | null | undefined)[]
): TextFile;
export function open(file: FilePath, ...rest: readonly Dynamic[]): TextFile | BinaryFile {
  const options = gather(rest);
  const mode = parse_mode(options.mode ?? "r");
  check(mode, options);
  const descriptor = opened(file, mode, options.closefd ?? true);
  const name: Dynamic = typeof file === "number" ? file : path_of(file);
  if (mode.is_binary) return new BinaryFile(descriptor, name, shown_mode(mode));
  check_encoding(descriptor, options.encoding ?? "utf-8");
  return new TextFile(descriptor, name, mode.text, {
    encoding: options.encoding ?? "UTF-8",
    errors: options.errors ?? "strict",
    newline: (options.newline ?? null) as Newline,
  });
}

const NAMES = ["mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"] as const;

/** Positional and keyword options as one record. */
function gather(rest: readonly Dynamic[]): OpenOptions {
  const last: unknown = rest.at(-1);
  const positional = is_keywords(last) ? rest.slice(0, -1) : rest;
  const options: Record<string, Dynamic> = {};
  for (const [index, value] of positional.entries()) {
    const name = NAMES[index];
    if (name !== undefined && value !== undefined) options[name] = value;
  }
  return is_keywords(last) ? { ...options, ...last } : options;
}

function check(mode: Mode, options: OpenOptions): void {
  if (mode.is_binary) {
    for (const name of ["encoding", "errors", "newline"] as const)
      if (options[name] != null)
        throw new ValueError(
          `binary mode doesn't take ${name === "newline" ? "a" : "an"} ${name} argument`,
        );
  } else {
    if (options.buffering === 0) throw new ValueError("can't have unbuffered text I/O");
    if (options.newline != null && !["", "\n", "\r", "\r\n"].includes(options.newline))
      throw new ValueError(`illegal newline value: ${options.newline}`);
  }
}

/** CPython opens first: a file of an unknown encoding has been made or emptied all the same. */
function check_encoding(descriptor: Descriptor, encoding: string): void {
  try {
    find_codec(encoding, "open");
  } catch (error) {
    descriptor.close();
    throw error;
  }
}

function opened(file: FilePath, mode: Mode, closes: boolean): Descriptor {
  const number = typeof file === "string" ? null : as_index(file);
  if (number !== null)
    return new Descriptor(Number(number), mode, { closes, has_positions: false });
  if (!closes) throw new ValueError("Cannot use closefd=False with file name");
  const path = path_of(file);
  const bytes = bytes_of(path);
  if (bytes === null ? String(path).includes("\0") : bytes.includes(0))
    throw new ValueError("embedded null byte");
  return Descriptor.open(bytes ?? (path as string), mode, path);
}

/** `os.fspath(file)`. TypeError for what is no path. */
function path_of(file: Dynamic): unknown {
  const value = plain(file);
  if (typeof value === "string" || bytes_of(value) !== null) return value;
  if (typeof file?.__fspath__ === "function") return file.__fspath__() as string;
  throw new TypeError(`expected str, bytes or os.PathLike object, not ${type_name(file)}`);
}

/** CPython shows binary modes with the letters in its own order. */
function shown_mode({ action, is_readable, is_writable }: Mode): string {
  return `${action}b${is_readable && is_writable ? "+" : ""}`;
}
