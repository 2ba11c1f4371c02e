// Charsets by table: what each byte or pair of bytes reads as, and how each character is written.
import { unpack_cells, unpack_pairs } from "./cells.ts";
import { bytes_of_cell } from "./grid.ts";
import { MULTIBYTE } from "./multibyte.generated.ts";
import type { PackedCharset } from "./packed-charset.ts";
import { SINGLE_BYTE } from "./single-byte.generated.ts";

export interface Charset {
  readonly name: string;
  readonly is_single: boolean;
  /** What the bytes of a cell read as; `undefined` where that is nothing. */
  readonly read: (cell: number) => string | undefined;
  /** Bytes of a character, or of a sequence that has bytes of its own. */
  readonly write: (text: string) => readonly number[] | undefined;
  readonly is_illegal: (byte: number) => boolean;
  /** The texts of more than one character that have bytes of their own. */
  readonly sequences: readonly string[];
}

/** The charset of that name (a Python module's), if it is one by table. */
export function find_charset(name: string): Charset | null {
  let charset = charsets.get(name);
  if (charset === undefined) {
    charset = made(name);
    charsets.set(name, charset);
  }
  return charset;
}

const charsets = new Map<string, Charset | null>();

function packed(name: string): PackedCharset | null {
  if (Object.hasOwn(SINGLE_BYTE, name)) return SINGLE_BYTE[name] ?? null;
  return Object.hasOwn(MULTIBYTE, name) ? (MULTIBYTE[name] ?? null) : null;
}

function made(name: string): Charset | null {
  const source = packed(name);
  if (source === null) return null;
  const cells = cells_of(source);
  const sequences = new Map(source.sequences);
  let written: ReadonlyMap<string, readonly number[]> | null = null;
  const illegal = new Set(source.illegal);
  return {
    name,
    is_single: Object.hasOwn(SINGLE_BYTE, name),
    read: (cell) => {
      const code = cells[cell] ?? -1;
      return code < 0 ? sequences.get(cell) : String.fromCodePoint(code);
    },
    write: (text) => {
      written ??= written_as(source, cells);
      return written.get(text);
    },
    is_illegal: (byte) => illegal.has(byte),
    sequences: [...sequences.values()],
  };
}

function cells_of(source: PackedCharset): Int32Array {
  const base = source.base === undefined ? null : packed(source.base);
  const origin = base === null ? [] : [...cells_of(base)].filter((code) => code >= 0);
  return unpack_cells(source.cells, origin);
}

function written_as(
  source: PackedCharset,
  cells: Int32Array,
): ReadonlyMap<string, readonly number[]> {
  const written = new Map<string, readonly number[]>();
  cells.forEach((code, cell) => {
    if (code < 0) return;
    const text = String.fromCodePoint(code);
    if (!written.has(text)) written.set(text, bytes_of_cell(cell));
  });
  for (const [cell, text] of source.sequences ?? []) written.set(text, bytes_of_cell(cell));
  for (const [code, cell] of unpack_pairs(source.written ?? "")) {
    const text = String.fromCodePoint(code);
    if (cell === 0) written.delete(text);
    else written.set(text, bytes_of_cell(cell - 1));
  }
  return written;
}
