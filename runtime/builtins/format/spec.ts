// The format mini-language: "[[fill]align][sign][z][#][0][width][grouping][.precision][type]".
import { ascii_digits } from "../numbers/decimal-digit.ts";
import { ValueError } from "../exceptions/hierarchy.ts";

export interface FormatSpec {
  readonly fill: string;
  /** `null` where none is given: strings then go left, numbers right. */
  readonly align: "<" | ">" | "=" | "^" | null;
  readonly sign: "+" | "-" | " " | null;
  readonly coerces_negative_zero: boolean;
  readonly is_alternate: boolean;
  readonly has_zero_padding: boolean;
  readonly width: number;
  readonly grouping: "," | "_" | null;
  readonly precision: number | null;
  /** The presentation type, or `""`. */
  readonly type: string;
}

/** Digits may be those of any script. */
const PATTERN =
  /^(?:([^])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\p{Nd}+)?([,_])?(?:(\.)(\p{Nd}+)?)?([^]*)$/u;
const MAX_NUMBER = 2 ** 63 - 1;
const MAX_REMEMBERED = 512;

const remembered = new Map<string, FormatSpec>();

/** Reads a format specification for a value of type `type_name`. ValueError when it is malformed. */
export function parse_spec(text: string, type_name: string): FormatSpec {
  let spec = remembered.get(text);
  if (spec === undefined) {
    spec = read_spec(text, type_name);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(text, spec);
  }
  if (spec.grouping !== null) check_grouping(spec.grouping, spec.type, type_name);
  return spec;
}

/** Which presentation types can be grouped: `_` in fours for binary ones, `,` and `_` for decimal ones. */
function check_grouping(grouping: string, given: string, type_name: string): void {
  const type = given === "" && type_name === "str" ? "s" : given;
  if ("deEfFgG%".includes(type) || (grouping === "_" && "boxX".includes(type))) return;
  throw new ValueError(`Cannot specify '${grouping}' with '${type}'.`);
}

function read_spec(text: string, type_name: string): FormatSpec {
  const match = PATTERN.exec(text) ?? [];
  const [, fill, align, sign, z, hash, zero, width, grouping = "", point, precision, type = ""] =
    match;
  if (point === undefined && /^(?:,_|_,)/.test(grouping + type))
    throw new ValueError("Cannot specify both ',' and '_'.");
  if (point !== undefined && precision === undefined) {
    throw new ValueError("Format specifier missing precision");
  }
  if (Array.from(type).length > 1) {
    throw new ValueError(`Invalid format specifier '${text}' for object of type '${type_name}'`);
  }
  return {
    fill: fill ?? (zero !== undefined ? "0" : " "),
    align: (align as FormatSpec["align"]) ?? null,
    sign: (sign as FormatSpec["sign"]) ?? null,
    coerces_negative_zero: z !== undefined,
    is_alternate: hash !== undefined,
    has_zero_padding: zero !== undefined && align === undefined,
    width: number_of(width) ?? 0,
    grouping: grouping === "" ? null : (grouping as "," | "_"),
    precision: number_of(precision),
    type,
  };
}

function number_of(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  const number = Number(ascii_digits(digits));
  if (number > MAX_NUMBER) throw new ValueError("Too many decimal digits in format string");
  return number;
}
