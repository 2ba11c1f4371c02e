// Text as a float.
import { ValueError } from "../exceptions/hierarchy.ts";
import { quote } from "../text/quote.ts";
import { strip_left, strip_right } from "../text/whitespace.ts";
import { ascii_digits } from "./decimal-digit.ts";

const DECIMAL =
  /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const SIMPLE = /^-?[0-9]+(?:\.[0-9]+)?$/;
const SPECIAL = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** The double that `float(text)` reads; `shown` is how the error shows the text. ValueError when it is no number. */
export function parse_float(text: string, shown: string = quote(text)): number {
  if (SIMPLE.test(text)) return Number(text);
  const value = read_float(strip_right(strip_left(ascii_digits(text))));
  if (value === null) throw new ValueError(`could not convert string to float: ${shown}`);
  return value;
}

/** The double that a text without surrounding space stands for; `null` when it stands for none. */
export function read_float(text: string): number | null {
  if (DECIMAL.test(text)) return Number(text.replaceAll("_", ""));
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  if (special[2] === undefined) return Number.NaN;
  return special[1] === "-" ? -Infinity : Infinity;
}
