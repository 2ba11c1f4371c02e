// center, ljust, rjust, zfill, expandtabs.
import { TypeError } from "../../exceptions/hierarchy.ts";
import type { int } from "../../int.ts";
import { require_position } from "../../sequences/index-value.ts";
import { text_length } from "../code-points.ts";
import { type_name } from "../../type-name.ts";
import { receiver, text_argument } from "../receiver.ts";

export function center(text: string, width: int, fillchar = " "): string {
  const whole = receiver(text, "center");
  const missing = require_position(width) - text_length(whole);
  const fill = fill_of(fillchar);
  if (missing <= 0) return whole;
  // CPython puts the odd one to the left only where the width is odd too.
  const left = Math.floor(missing / 2) + (missing & require_position(width) & 1);
  return fill.repeat(left) + whole + fill.repeat(missing - left);
}

export function ljust(text: string, width: int, fillchar = " "): string {
  const whole = receiver(text, "ljust");
  const missing = require_position(width) - text_length(whole);
  const fill = fill_of(fillchar);
  return missing > 0 ? whole + fill.repeat(missing) : whole;
}

export function rjust(text: string, width: int, fillchar = " "): string {
  const whole = receiver(text, "rjust");
  const missing = require_position(width) - text_length(whole);
  const fill = fill_of(fillchar);
  return missing > 0 ? fill.repeat(missing) + whole : whole;
}

/** Zeros in front, behind a sign. */
export function zfill(text: string, width: int): string {
  const whole = receiver(text, "zfill");
  const missing = require_position(width) - text_length(whole);
  if (missing <= 0) return whole;
  const sign = whole.startsWith("+") || whole.startsWith("-") ? whole.charAt(0) : "";
  return sign + "0".repeat(missing) + whole.slice(sign.length);
}

export function expandtabs(text: string, tabsize: int = 8): string {
  const size = require_position(tabsize);
  let result = "";
  let column = 0;
  for (const character of receiver(text, "expandtabs")) {
    if (character === "\t") {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += " ".repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === "\n" || character === "\r" ? 0 : column + 1;
    }
  }
  return result;
}

function fill_of(fillchar: unknown): string {
  const fill = text_argument(
    fillchar,
    () => `The fill character must be a unicode character, not ${type_name(fillchar)}`,
  );
  if (text_length(fill) !== 1)
    throw new TypeError("The fill character must be exactly one character long");
  return fill;
}
