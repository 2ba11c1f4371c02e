// Padding of formatted values to the width that a specification asks for.
import { MemoryError } from "../exceptions/hierarchy.ts";
import { text_length } from "../text/code-points.ts";
import type { FormatSpec } from "./spec.ts";

/** Text padded to the width, aligned as asked or as `standard`. */
export function pad_text(text: string, spec: FormatSpec, standard: "<" | ">"): string {
  return padded(text, spec.width - text_length(text), spec, standard);
}

function padded(text: string, missing: number, spec: FormatSpec, standard: "<" | ">"): string {
  if (missing <= 0) return text;
  const align = spec.align ?? standard;
  const left = align === "<" ? 0 : align === "^" ? Math.floor(missing / 2) : missing;
  return fill(spec, left) + text + fill(spec, missing - left);
}

/**
 * A number in its parts, padded: `sign` and `prefix` (`0x`) come before the padding where it belongs
 * behind them. `whole` is the part that is grouped in threes (or `group` digits), `rest` what follows.
 */
export function pad_number(
  sign: string,
  whole: string,
  rest: string,
  spec: FormatSpec,
  group: number,
): string {
  const is_inside = spec.align === "=" || spec.has_zero_padding;
  const room = spec.width - sign.length - rest.length;
  if (spec.grouping !== null) {
    const least = is_inside && spec.fill === "0" ? room : 0;
    whole = grouped(whole, spec.grouping, group, least);
  }
  if (!is_inside) return padded(sign + whole + rest, room - whole.length, spec, ">");
  return sign + fill(spec, room - whole.length) + whole + rest;
}

/** Digits in groups, filled with zeros to at least `width` characters. */
function grouped(digits: string, separator: string, size: number, width: number): string {
  if (!/^[0-9a-fA-F]+$/.test(digits)) return digits;
  let text = "";
  let count = 0;
  for (let index = digits.length - 1; index >= 0 || text.length < width; index--) {
    if (count === size) {
      text = separator + text;
      count = 0;
    }
    text = (index >= 0 ? digits.charAt(index) : "0") + text;
    count++;
  }
  return text;
}

function fill(spec: FormatSpec, count: number): string {
  if (count <= 0) return "";
  if (count > 2 ** 29) throw new MemoryError();
  // Cut out of a constant: `repeat` takes twice as long.
  if (count === 1) return spec.fill;
  return spec.fill === " " && count <= SPACES.length
    ? SPACES.slice(0, count)
    : spec.fill.repeat(count);
}

const SPACES = "                                ";
