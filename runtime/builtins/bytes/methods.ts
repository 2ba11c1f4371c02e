// The methods that bytes and bytearray share: those of strings, on ASCII, and the comparisons.
import type { Dynamic } from "../dynamic.ts";
import { IndexError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import type { int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repetitions } from "../operators/concatenate.ts";
import { as_index, require_position } from "../sequences/index-value.ts";
import { len } from "../sequences/len.ts";
import { resolve_slice, Slice } from "../sequences/slice.ts";
import { decode } from "../text/codecs/decode.ts";
import { latin_text } from "../text/latin.ts";
import * as text from "../text/methods/index.ts";
import { joinable } from "../text/methods/split.ts";
import { percent_format } from "../text/percent-format.ts";
import { check_codec } from "../text/codecs/names.ts";
import { argument_type, check_bounds } from "../text/receiver.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { bytes_rules } from "./percent.ts";
import { bytes_of, method_text, require_byte, require_bytes, type ByteHolder } from "./like.ts";

type Constructor = new (...args: Dynamic[]) => object;
type Position = int | null;
/** What is looked for: bytes, or one byte as an int. */
type Part = ByteHolder | Uint8Array | int;

/** `Base` with Python's methods of bytes. `alike` makes an object of the same class from characters. */
export function with_bytes_methods<B extends Constructor>(Base: B) {
  abstract class ByteSequence extends Base implements ByteHolder {
    abstract view(): Uint8Array;
    /** Of the low bytes of the characters. */
    abstract alike(characters: string): this;
    /** The same as plain bytes. */
    abstract constant(characters: string): unknown;

    decode(
      encoding: string | undefined = undefined,
      errors: string | undefined = undefined,
    ): string {
      check_codec(encoding, errors, "decode");
      return decode(this.view(), encoding, errors);
    }

    hex(sep: string | ByteHolder | undefined = undefined, bytes_per_sep: int = 1): string {
      return hex_text(this.view(), sep, bytes_per_sep);
    }

    count(
      sub: Part,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): int {
      check_bounds(start, end);
      return text.count(shown(this), part_text(sub), start, end);
    }

    find(
      sub: Part,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): int {
      check_bounds(start, end);
      return text.find(shown(this), part_text(sub), start, end);
    }

    rfind(
      sub: Part,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): int {
      check_bounds(start, end);
      return text.rfind(shown(this), part_text(sub), start, end);
    }

    index(
      sub: Part,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): int {
      check_bounds(start, end);
      return found(text.find(shown(this), part_text(sub), start, end));
    }

    rindex(
      sub: Part,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): int {
      check_bounds(start, end);
      return found(text.rfind(shown(this), part_text(sub), start, end));
    }

    startswith(
      prefix: Dynamic,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): boolean {
      check_bounds(start, end);
      return text.startswith(shown(this), affixes(prefix, "startswith"), start, end);
    }

    endswith(
      suffix: Dynamic,
      start: Position | undefined = undefined,
      end: Position | undefined = undefined,
    ): boolean {
      check_bounds(start, end);
      return text.endswith(shown(this), affixes(suffix, "endswith"), start, end);
    }

    join(items: Iterable<Dynamic>): this {
      const parts = [...joinable(items)].map((item, index) =>
        latin_text(
          require_bytes(
            item,
            (type) => `sequence item ${index}: expected a bytes-like object, ${type} found`,
          ),
        ),
      );
      return this.alike(parts.join(latin_text(this.view())));
    }

    split(sep: ByteHolder | null | undefined = undefined, maxsplit: int = -1): this[] {
      const most = require_position(maxsplit);
      return all_alike(this, text.split(shown(this), sep == null ? null : text_of(sep), most));
    }

    rsplit(sep: ByteHolder | null | undefined = undefined, maxsplit: int = -1): this[] {
      const most = require_position(maxsplit);
      return all_alike(this, text.rsplit(shown(this), sep == null ? null : text_of(sep), most));
    }

    splitlines(keepends = false): this[] {
      const lines = latin_text(this.view()).match(/[^\n\r]*(?:\r\n|\n|\r|$)/g) ?? [];
      if (lines.at(-1) === "") lines.pop();
      return all_alike(
        this,
        keepends ? lines : lines.map((line) => line.replace(/(?:\r\n|\n|\r)$/, "")),
      );
    }

    partition(sep: ByteHolder): readonly [this, this, this] {
      return in_three(this, sep, text.partition(shown(this), text_of(sep)));
    }

    rpartition(sep: ByteHolder): readonly [this, this, this] {
      return in_three(this, sep, text.rpartition(shown(this), text_of(sep)));
    }

    strip(chars: ByteHolder | null | undefined = undefined): this {
      return this.alike(text.strip(shown(this), chars == null ? null : text_of(chars)));
    }

    lstrip(chars: ByteHolder | null | undefined = undefined): this {
      return this.alike(text.lstrip(shown(this), chars == null ? null : text_of(chars)));
    }

    rstrip(chars: ByteHolder | null | undefined = undefined): this {
      return this.alike(text.rstrip(shown(this), chars == null ? null : text_of(chars)));
    }

    removeprefix(prefix: ByteHolder): this {
      return this.alike(text.removeprefix(shown(this), text_of(prefix)));
    }

    removesuffix(suffix: ByteHolder): this {
      return this.alike(text.removesuffix(shown(this), text_of(suffix)));
    }

    replace(old: ByteHolder, replacement: ByteHolder, count: int = -1): this {
      return this.alike(text.replace(shown(this), text_of(old), text_of(replacement), count));
    }

    translate(table: ByteHolder | null, removed: ByteHolder | undefined = undefined): this {
      const map = table === null ? null : require_bytes(table);
      if (map !== null && map.length !== 256) {
        throw new ValueError("translation table must be 256 characters long");
      }
      const dropped = new Set(removed === undefined ? [] : require_bytes(removed));
      const kept = this.view().filter((byte) => !dropped.has(byte));
      return this.alike(latin_text(map === null ? kept : kept.map((byte) => map[byte] ?? 0)));
    }

    center(width: int, fill: ByteHolder | undefined = undefined): this {
      return this.alike(
        text.center(shown(this), require_position(width), fill_text(fill, "center")),
      );
    }

    ljust(width: int, fill: ByteHolder | undefined = undefined): this {
      return this.alike(text.ljust(shown(this), require_position(width), fill_text(fill, "ljust")));
    }

    rjust(width: int, fill: ByteHolder | undefined = undefined): this {
      return this.alike(text.rjust(shown(this), require_position(width), fill_text(fill, "rjust")));
    }

    zfill(width: int): this {
      return this.alike(text.zfill(shown(this), width));
    }

    expandtabs(tabsize: int = 8): this {
      return this.alike(text.expandtabs(shown(this), tabsize));
    }

    upper(): this {
      return this.alike(text.upper(shown(this)));
    }

    lower(): this {
      return this.alike(text.lower(shown(this)));
    }

    capitalize(): this {
      return this.alike(text.capitalize(shown(this)));
    }

    title(): this {
      return this.alike(text.title(shown(this)));
    }

    swapcase(): this {
      return this.alike(text.swapcase(shown(this)));
    }

    isalnum(): boolean {
      return text.isalnum(shown(this));
    }

    isalpha(): boolean {
      return text.isalpha(shown(this));
    }

    isascii(): boolean {
      return this.view().every((byte) => byte < 128);
    }

    isdigit(): boolean {
      return text.isdigit(shown(this));
    }

    islower(): boolean {
      return text.islower(shown(this));
    }

    isspace(): boolean {
      return text.isspace(shown(this));
    }

    istitle(): boolean {
      return text.istitle(shown(this));
    }

    isupper(): boolean {
      return text.isupper(shown(this));
    }

    __len__(): int {
      return this.view().length;
    }

    __bytes__(): Uint8Array {
      return this.view();
    }

    __getitem__(key: int): int;
    __getitem__(key: Slice): this;
    __getitem__(key: Dynamic): Dynamic;
    __getitem__(key: Dynamic): Dynamic {
      const bytes = this.view();
      if (key instanceof Slice) return this.alike(latin_text(sliced(bytes, key)));
      return bytes[byte_index(bytes.length, key, type_name(this))];
    }

    __contains__(part: unknown): boolean {
      if (as_index(part) !== null) return this.view().includes(require_byte(part));
      return shown(this).includes(text_of(part as ByteHolder));
    }

    __add__(other: unknown): this {
      const more = require_bytes(other, (type) => `can't concat ${type} to ${type_name(this)}`);
      return this.alike(latin_text(this.view()) + latin_text(more));
    }

    __mul__(times: unknown): this {
      return this.alike(latin_text(this.view()).repeat(repetitions(times)));
    }

    __rmul__(times: unknown): this {
      if (Array.isArray(times) || typeof times === "string")
        throw new TypeError(`can't multiply sequence by non-int of type '${type_name(this)}'`);
      return this.__mul__(times);
    }

    __mod__(values: unknown): this {
      return this.alike(
        percent_format(
          latin_text(this.view()),
          values,
          bytes_rules((name) => this.constant(name)),
        ),
      );
    }

    __eq__(other: unknown): Dynamic {
      const bytes = bytes_of(other);
      return bytes === null ? NotImplemented : compare(this.view(), bytes) === 0;
    }

    __lt__(other: unknown): Dynamic {
      const bytes = ordered_with(other);
      return bytes === null ? NotImplemented : compare(this.view(), bytes) < 0;
    }

    __le__(other: unknown): Dynamic {
      const bytes = ordered_with(other);
      return bytes === null ? NotImplemented : compare(this.view(), bytes) <= 0;
    }

    __gt__(other: unknown): Dynamic {
      const bytes = ordered_with(other);
      return bytes === null ? NotImplemented : compare(this.view(), bytes) > 0;
    }

    __ge__(other: unknown): Dynamic {
      const bytes = ordered_with(other);
      return bytes === null ? NotImplemented : compare(this.view(), bytes) >= 0;
    }
  }
  return ByteSequence;
}

/** The place of an index in bytes of that length. TypeError, IndexError. */
export function byte_index(length: number, key: unknown, type: string): number {
  const index = as_index(key);
  if (index === null) {
    const kind = type === "bytes" ? "byte" : type;
    throw new TypeError(`${kind} indices must be integers or slices, not ${type_name(key)}`);
  }
  const at = Number(index) + (index < 0 ? length : 0);
  if (at >= 0 && at < length) return at;
  throw new IndexError(type === "bytes" ? "index out of range" : `${type} index out of range`);
}

function sliced(bytes: Uint8Array, key: Slice): Uint8Array {
  const { start, step, count } = resolve_slice(key, bytes.length);
  if (step === 1) return bytes.subarray(start, start + count);
  return Uint8Array.from({ length: count }, (_, index) => bytes[start + index * step] ?? 0);
}

function all_alike<T>(model: { alike(characters: string): T }, parts: readonly string[]): T[] {
  return parts.map((part) => model.alike(part));
}

function shown(holder: ByteHolder): string {
  return method_text(holder.view());
}

function text_of(value: ByteHolder | Uint8Array): string {
  return method_text(require_bytes(value));
}

/** The separator of bytes is the very object that was given. */
function in_three<T extends { alike(characters: string): T }>(
  model: T,
  sep: Dynamic,
  [before, between, after]: readonly [string, string, string],
): readonly [T, T, T] {
  const is_kept = between !== "" && type_name(model) === "bytes";
  const middle: T = is_kept ? sep : model.alike(between);
  return Tuple.of(model.alike(before), middle, model.alike(after));
}

function fill_text(fill: unknown, name: string): string {
  if (fill === undefined) return " ";
  const is_bytes = fill instanceof Uint8Array || type_name(fill) === "bytearray";
  const bytes = is_bytes ? bytes_of(fill) : null;
  if (bytes?.length === 1) return method_text(bytes);
  throw new TypeError(
    `${name}() argument 2 must be a byte string of length 1, not ${argument_type(fill)}`,
  );
}

function part_text(part: unknown): string {
  if (as_index(part) !== null) return method_text(Uint8Array.of(require_byte(part)));
  return method_text(
    require_bytes(part, (type) => `argument should be integer or bytes-like object, not '${type}'`),
  );
}

function affixes(value: unknown, name: string): string | readonly string[] {
  const message = (type: string) =>
    `${name} first arg must be bytes or a tuple of bytes, not ${type}`;
  if (!(value instanceof Tuple)) return method_text(require_bytes(value, message));
  return Tuple.from_iterable(value.map((one) => text_of(one as ByteHolder)));
}

function found(at: number): number {
  if (at < 0) throw new ValueError("subsection not found");
  return at;
}

/** Memory is equal to bytes, but has no order. */
function ordered_with(other: unknown): Uint8Array | null {
  return type_name(other) === "memoryview" ? null : bytes_of(other);
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function hex_text(bytes: Uint8Array, sep: unknown, bytes_per_sep: int): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  if (sep === undefined) return digits.join("");
  const size = Math.abs(require_position(bytes_per_sep));
  if (len(sep) !== 1) throw new ValueError("sep must be length 1.");
  const is_text = typeof sep === "string";
  if (!is_text && type_name(sep) !== "bytes") throw new TypeError("sep must be str or bytes.");
  const separator = is_text ? sep : latin_text(require_bytes(sep));
  if (separator > "\x7f") throw new ValueError("sep must be ASCII.");
  if (size === 0) return digits.join("");
  const from_right = bytes_per_sep > 0 ? digits.length % size : 0;
  let result = "";
  digits.forEach((pair, index) => {
    if (index > 0 && (index - from_right) % size === 0) result += separator;
    result += pair;
  });
  return result;
}
