// Arguments of the string methods, checked as CPython does.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { plain } from "../primitive.ts";
import { as_index } from "../sequences/index-value.ts";
import { type_name } from "../type-name.ts";
import { text_length } from "./code-points.ts";

/** The string on which the method `name` is called. TypeError when it is none. */
export function receiver(text: unknown, name: string): string {
  if (typeof text === "string") return text;
  const inner = plain(text);
  if (typeof inner === "string") return inner;
  throw new TypeError(
    `descriptor '${name}' for 'str' objects doesn't apply to a '${type_name(text)}' object`,
  );
}

/** A string argument; `message` says what is wrong with a value of that type. TypeError. */
export function text_argument(value: unknown, message: (type: string) => string): string {
  if (typeof value === "string") return value;
  const inner = plain(value);
  if (typeof inner === "string") return inner;
  throw new TypeError(message(argument_type(value)));
}

/** How errors of CPython's own functions name the type of an argument. */
export function argument_type(value: unknown): string {
  return value == null ? "None" : type_name(value);
}

/** `start` or `end`. TypeError in the words for slices. */
function slice_position(value: Dynamic): number {
  const index = as_index(value);
  if (index !== null) return Number(index);
  throw new TypeError("slice indices must be integers or None or have an __index__ method");
}

/** TypeError for a `start` or `end` that is no position. */
export function check_bounds(start: Dynamic, end: Dynamic): void {
  if (start != null) slice_position(start);
  if (end != null) slice_position(end);
}

/** `start` and `end` as code point positions in the text: negative ones from its end, clamped to it. */
export function bounds(text: string, start: Dynamic, end: Dynamic): [start: number, end: number] {
  const length = text_length(text);
  const from = start == null ? 0 : slice_position(start);
  const to = end == null ? length : slice_position(end);
  return [
    from < 0 ? Math.max(0, from + length) : from,
    to < 0 ? Math.max(0, to + length) : Math.min(to, length),
  ];
}
