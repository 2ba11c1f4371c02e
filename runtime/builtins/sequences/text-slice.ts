// Characters and slices of strings, counted in code points.
import { IndexError, TypeError } from "../exceptions/index.ts";
import { characters as wide_characters, is_flat } from "../text/code-points.ts";
import { type_name } from "../type-name.ts";
import { as_index, fits_index } from "./index-value.ts";
import { resolve_slice, Slice } from "./slice.ts";

/** `s[key]` for an index or a slice. */
export function text_get(text: string, key: unknown): string {
  const is_plain = is_flat(text);
  if (is_plain && typeof key === "number" && key >= 0 && key < text.length && Number.isInteger(key))
    return text.charAt(key);
  // Text without surrogates has one unit per code point: the usual case needs no array.
  const characters = is_plain ? text : wide_characters(text);
  if (key instanceof Slice) return text_slice(characters, key);
  const index = as_index(key);
  if (index === null)
    throw new TypeError(`string indices must be integers, not '${type_name(key)}'`);
  if (typeof index === "bigint" && !fits_index(index))
    throw new IndexError(`cannot fit '${type_name(key)}' into an index-sized integer`);
  const place = Number(index);
  const character = characters[place < 0 ? place + characters.length : place];
  if (character === undefined) throw new IndexError("string index out of range");
  return character;
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
