// Characters and slices of strings, counted in code points.
import { IndexError, TypeError } from "../exceptions/index.ts";
import { type_name } from "../type-name.ts";
import { as_index } from "./index-value.ts";
import { resolve_slice, Slice } from "./slice.ts";

const SURROGATE = /[\ud800-\udfff]/;

/** `s[key]` for an index or a slice. */
export function text_get(text: string, key: unknown): string {
  // Text without surrogates has one unit per code point: the usual case needs no array.
  const characters = SURROGATE.test(text) ? Array.from(text) : text;
  if (key instanceof Slice) return text_slice(characters, key);
  const index = as_index(key);
  if (index === null)
    throw new TypeError(`string indices must be integers, not '${type_name(key)}'`);
  if (typeof index === "bigint")
    throw new IndexError(`cannot fit '${type_name(key)}' into an index-sized integer`);
  const character = characters[index < 0 ? index + characters.length : index];
  if (character === undefined) throw new IndexError("string index out of range");
  return character;
}

/** How many code points. */
export function text_length(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (let index = 0; index < text.length; index++, count++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00)
      index++;
  }
  return count;
}

function text_slice(characters: string | readonly string[], key: Slice): string {
  const { start, step, count } = resolve_slice(key, characters.length);
  if (step === 1) {
    const part = characters.slice(start, start + count);
    return typeof part === "string" ? part : part.join("");
  }
  let part = "";
  for (let taken = 0, index = start; taken < count; taken++, index += step)
    part += characters[index] ?? "";
  return part;
}
