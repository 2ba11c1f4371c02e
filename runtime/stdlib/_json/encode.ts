// Writing JSON.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { Float, is_float } from "../../builtins/float.ts";
import { Dict, lt } from "../../builtins/index.ts";
import { float_repr } from "../../builtins/numbers/float-repr.ts";
import { plain } from "../../builtins/primitive.ts";
import { repr } from "../../builtins/representation.ts";
import { bare_type_name } from "../../builtins/type-name.ts";

export interface EncodeOptions {
  readonly skipkeys: boolean;
  readonly ensure_ascii: boolean;
  readonly check_circular: boolean;
  readonly allow_nan: boolean;
  /** What one level is indented by; `null` for everything on one line. */
  readonly indent: string | null;
  readonly item_separator: string;
  readonly key_separator: string;
  readonly sort_keys: boolean;
  readonly default: ((value: Dynamic) => Dynamic) | null;
}

/** The JSON text of a value. TypeError for what has none; ValueError for circles. */
export function encode(value: unknown, options: EncodeOptions): string {
  return new Encoder(options).text(value, "\n");
}

/** The same in the pieces in which CPython gives it. */
export function chunks(value: unknown, options: EncodeOptions): IterableIterator<string> {
  return new Encoder(options).chunks(value, "\n");
}

// oxlint-disable-next-line no-control-regex -- they are what JSON forbids
const SPECIAL = /["\\\u0000-\u001f]/g;
// oxlint-disable-next-line no-control-regex -- they are what JSON forbids
const SPECIAL_OR_NOT_ASCII = /["\\\u0000-\u001f\u007f-\uffff]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\b": "\\b",
};

class Encoder {
  readonly #options: EncodeOptions;
  readonly #open = new Set<unknown>();

  constructor(options: EncodeOptions) {
    this.#options = options;
  }

  /** `newline` begins a line at the level of the value. */
  text(value: unknown, newline: string): string {
    const primitive = this.#primitive(plain(value));
    if (primitive !== null) return primitive;
    if (Array.isArray(value)) return this.#inside(value, () => this.#array(value, newline));
    if (value instanceof Dict) return this.#inside(value, () => this.#object(value, newline));
    if (this.#options.default === null) {
      throw new TypeError(`Object of type ${bare_type_name(value)} is not JSON serializable`);
    }
    const replacement: unknown = this.#options.default(value);
    return this.#inside(value, () => this.text(replacement, newline));
  }

  *chunks(value: unknown, newline: string): IterableIterator<string> {
    const primitive = this.#primitive(plain(value));
    if (primitive !== null) yield primitive;
    else if (Array.isArray(value))
      yield* this.#chunks_inside(value, this.#array_chunks(value, newline));
    else if (value instanceof Dict)
      yield* this.#chunks_inside(value, this.#object_chunks(value, newline));
    else {
      if (this.#options.default === null)
        throw new TypeError(`Object of type ${bare_type_name(value)} is not JSON serializable`);
      const replacement: unknown = this.#options.default(value);
      yield* this.#chunks_inside(value, this.chunks(replacement, newline));
    }
  }

  *#array_chunks(items: readonly unknown[], newline: string): IterableIterator<string> {
    if (items.length === 0) return void (yield "[]");
    const inner = this.#indented(newline);
    const is_wrapped = this.#options.indent !== null;
    let before = `[${is_wrapped ? inner : ""}`;
    for (const item of items) {
      const primitive = this.#primitive(plain(item));
      if (primitive !== null) yield before + primitive;
      else {
        yield before;
        yield* this.chunks(item, inner);
      }
      before = this.#options.item_separator + (is_wrapped ? inner : "");
    }
    if (is_wrapped) yield newline;
    yield "]";
  }

  *#object_chunks(dict: Dict<Dynamic, Dynamic>, newline: string): IterableIterator<string> {
    if (dict.size === 0) return void (yield "{}");
    yield "{";
    const { indent, item_separator, key_separator } = this.#options;
    const inner = this.#indented(newline);
    if (indent !== null) yield inner;
    let is_first = true;
    for (const [key, value] of this.#sorted(dict)) {
      const name = this.#key(key);
      if (name === null) continue;
      if (!is_first) yield item_separator + (indent === null ? "" : inner);
      is_first = false;
      yield this.#string(name);
      yield key_separator;
      yield* this.chunks(value, inner);
    }
    if (indent !== null) yield newline;
    yield "}";
  }

  #sorted(dict: Dict<Dynamic, Dynamic>): readonly (readonly [Dynamic, Dynamic])[] {
    const entries = [...dict.entries()];
    if (this.#options.sort_keys) entries.sort(([a], [b]) => (lt(a, b) ? -1 : lt(b, a) ? 1 : 0));
    return entries;
  }

  *#chunks_inside(container: unknown, body: Iterable<string>): IterableIterator<string> {
    if (!this.#options.check_circular) return yield* body;
    if (this.#open.has(container)) throw new ValueError("Circular reference detected");
    this.#open.add(container);
    yield* body;
    this.#open.delete(container);
  }

  #primitive(value: unknown): string | null {
    if (value == null) return "null";
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "boolean") return String(value);
    if (is_float(value)) return this.#float(Number(value));
    if (typeof value === "number" || typeof value === "bigint") return repr(value);
    return value instanceof Float ? this.#float(value.valueOf()) : null;
  }

  #float(value: number): string {
    if (Number.isFinite(value)) return float_repr(value);
    if (!this.#options.allow_nan) {
      throw new ValueError(
        `Out of range float values are not JSON compliant: ${float_repr(value)}`,
      );
    }
    return Number.isNaN(value) ? "NaN" : String(value);
  }

  #string(text: string): string {
    const special = this.#options.ensure_ascii ? SPECIAL_OR_NOT_ASCII : SPECIAL;
    return `"${text.replace(special, escape)}"`;
  }

  #array(items: readonly unknown[], newline: string): string {
    if (items.length === 0) return "[]";
    const inner = this.#indented(newline);
    return this.#wrapped(
      "[",
      "]",
      newline,
      items.map((item) => this.text(item, inner)),
    );
  }

  #object(dict: Dict<Dynamic, Dynamic>, newline: string): string {
    if (dict.size === 0) return "{}";
    const inner = this.#indented(newline);
    const members: string[] = [];
    for (const [key, value] of this.#sorted(dict)) {
      const name = this.#key(key);
      if (name === null) continue;
      members.push(this.#string(name) + this.#options.key_separator + this.text(value, inner));
    }
    return members.length === 0 ? "{}" : this.#wrapped("{", "}", newline, members);
  }

  #key(key: unknown): string | null {
    const name = plain(key);
    if (typeof name === "string") return name;
    const text = this.#primitive(name);
    if (text !== null) return text;
    if (this.#options.skipkeys) return null;
    throw new TypeError(`keys must be str, int, float, bool or None, not ${bare_type_name(key)}`);
  }

  #wrapped(start: string, end: string, newline: string, parts: readonly string[]): string {
    const { indent, item_separator } = this.#options;
    if (indent === null) return start + parts.join(item_separator) + end;
    const inner = this.#indented(newline);
    return start + inner + parts.join(item_separator + inner) + newline + end;
  }

  #indented(newline: string): string {
    return newline + (this.#options.indent ?? "");
  }

  #inside(container: unknown, body: () => string): string {
    if (!this.#options.check_circular) return body();
    if (this.#open.has(container)) throw new ValueError("Circular reference detected");
    this.#open.add(container);
    const text = body();
    this.#open.delete(container);
    return text;
  }
}

function escape(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
