// strptime: a moment read from text by a format.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { repr } from "../../builtins/representation.ts";
import { DAY_NAMES, MONTH_NAMES } from "../_time/strftime.ts";

export interface ParsedMoment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  microsecond: number;
  /** Seconds east of Greenwich. */
  offset: number | null;
  zone: string | null;
}

const short = (names: readonly string[]): readonly string[] =>
  names.map((name) => name.slice(0, 3));
const one_of = (names: readonly string[]): string => `(${names.join("|")})`;

const PATTERNS: Readonly<Record<string, string>> = {
  Y: String.raw`(\d{4})`,
  y: String.raw`(\d{2})`,
  m: String.raw`(1[0-2]|0[1-9]|[1-9])`,
  d: String.raw`(3[01]|[12]\d|0[1-9]|[1-9]| [1-9])`,
  H: String.raw`(2[0-3]|[01]\d|\d)`,
  I: String.raw`(1[0-2]|0[1-9]|[1-9])`,
  M: String.raw`([0-5]\d|\d)`,
  S: String.raw`(6[01]|[0-5]\d|\d)`,
  f: String.raw`(\d{1,6})`,
  j: String.raw`(36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])`,
  p: "(am|pm)",
  z: String.raw`([+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z)`,
  Z: "(utc|gmt)",
  a: one_of(short(DAY_NAMES)),
  A: one_of(DAY_NAMES),
  b: one_of(short(MONTH_NAMES)),
  B: one_of(MONTH_NAMES),
};

const COMPOSITES: Readonly<Record<string, string>> = {
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  R: "%H:%M",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  F: "%Y-%m-%d",
  c: "%a %b %d %H:%M:%S %Y",
};

/** ValueError when the text does not fit the format. */
export function parse_moment(text: string, format: string): ParsedMoment {
  const letters: string[] = [];
  const pattern = new RegExp(`^${translate(format, letters)}`, "i");
  const match = pattern.exec(text);
  if (match === null) {
    throw new ValueError(`time data ${repr(text)} does not match format ${repr(format)}`);
  }
  if (match[0].length !== text.length) {
    throw new ValueError(`unconverted data remains: ${text.slice(match[0].length)}`);
  }
  return assembled(new Map(letters.map((letter, at) => [letter, match[at + 1] ?? ""])));
}

function translate(format: string, letters: string[]): string {
  const spelled = format.replace(
    /%([TXRDxFc])/g,
    (_found, letter: string) => COMPOSITES[letter] ?? "",
  );
  return spelled.replace(/%(.)|\s+|[^%\s]/gs, (found: string, letter?: string) => {
    if (letter === "%") return "%";
    if (letter === undefined)
      return /\s/.test(found)
        ? String.raw`\s+`
        : found.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    const pattern = PATTERNS[letter];
    if (pattern === undefined) {
      throw new ValueError(`'${letter}' is a bad directive in format ${repr(format)}`);
    }
    letters.push(letter);
    return pattern;
  });
}

function assembled(found: ReadonlyMap<string, string>): ParsedMoment {
  const number = (letter: string, otherwise: number): number =>
    found.has(letter) ? Number(found.get(letter)) : otherwise;
  const year_of_century = number("y", 0);
  const parsed: ParsedMoment = {
    year: found.has("y")
      ? year_of_century + (year_of_century <= 68 ? 2000 : 1900)
      : number("Y", 1900),
    month: number("m", month_by_name(found) ?? 1),
    day: number("d", 1),
    hour: number("H", 0),
    minute: number("M", 0),
    second: number("S", 0),
    microsecond: Number((found.get("f") ?? "").padEnd(6, "0")),
    offset: null,
    zone: found.get("Z") ?? null,
  };
  if (found.has("I"))
    parsed.hour = (number("I", 0) % 12) + (/pm/i.test(found.get("p") ?? "") ? 12 : 0);
  if (found.has("j")) {
    const day = new Date(Date.UTC(parsed.year, 0, number("j", 1)));
    [parsed.month, parsed.day] = [day.getUTCMonth() + 1, day.getUTCDate()];
  }
  const offset = found.get("z");
  if (offset !== undefined) parsed.offset = offset_seconds(offset);
  return parsed;
}

function month_by_name(found: ReadonlyMap<string, string>): number | null {
  const name = (found.get("B") ?? found.get("b"))?.toLowerCase();
  if (name === undefined) return null;
  return MONTH_NAMES.findIndex((each) => each.toLowerCase().startsWith(name.slice(0, 3))) + 1;
}

/** Of `+05:30`, `-0800` or `Z`. */
export function offset_seconds(text: string): number {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?/.exec(text);
  if (match === null) return 0;
  const [, sign, hours, minutes, seconds = 0] = match;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
