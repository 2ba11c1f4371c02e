// strftime: a moment by a format, as the C locale of Linux does it.
import type { Moment } from "./calendar.ts";

export const DAY_NAMES = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The format with its directives filled in; what is no directive stays as it is. */
export function format_moment(format: string, moment: Moment): string {
  return format.replace(/%([_0^#-]?)([EO]?)(:?)([a-zA-Z%+])/g, (whole, flag, _, colon, letter) => {
    const text =
      colon === ":" && letter === "z" ? offset_text(moment, ":") : directive(letter, moment);
    return text === null ? whole : flagged(text, flag);
  });
}

function directive(letter: string, moment: Moment): string | null {
  const simple = DIRECTIVES[letter];
  if (simple !== undefined) return simple(moment);
  const composite = COMPOSITES[letter];
  return composite === undefined ? null : format_moment(composite, moment);
}

const COMPOSITES: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  F: "%Y-%m-%d",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
};

const DIRECTIVES: Readonly<Record<string, (moment: Moment) => string>> = {
  a: ({ weekday }) => day_name(weekday).slice(0, 3),
  A: ({ weekday }) => day_name(weekday),
  b: ({ month }) => month_name(month).slice(0, 3),
  B: ({ month }) => month_name(month),
  C: ({ year }) => pad(Math.floor(year / 100)),
  d: ({ day }) => pad(day),
  e: ({ day }) => String(day).padStart(2, " "),
  f: ({ microsecond }) => pad(microsecond, 6),
  g: (moment) => pad(iso_week(moment)[0] % 100),
  G: (moment) => String(iso_week(moment)[0]),
  h: ({ month }) => month_name(month).slice(0, 3),
  H: ({ hour }) => pad(hour),
  I: ({ hour }) => pad(hour % 12 || 12),
  j: ({ yearday }) => pad(yearday, 3),
  k: ({ hour }) => String(hour).padStart(2, " "),
  l: ({ hour }) => String(hour % 12 || 12).padStart(2, " "),
  m: ({ month }) => pad(month),
  M: ({ minute }) => pad(minute),
  n: () => "\n",
  p: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  P: ({ hour }) => (hour < 12 ? "am" : "pm"),
  s: (moment) => String(epoch_seconds(moment)),
  S: ({ second }) => pad(second),
  t: () => "\t",
  u: ({ weekday }) => String(weekday + 1),
  U: ({ yearday, weekday }) => pad(Math.floor((yearday + 6 - ((weekday + 1) % 7)) / 7)),
  V: (moment) => pad(iso_week(moment)[1]),
  w: ({ weekday }) => String((weekday + 1) % 7),
  W: ({ yearday, weekday }) => pad(Math.floor((yearday + 6 - weekday) / 7)),
  y: ({ year }) => pad(((year % 100) + 100) % 100),
  Y: ({ year }) => String(year),
  z: (moment) => offset_text(moment, ""),
  Z: ({ zone }) => zone ?? "",
  "%": () => "%",
};

/** The year and week of ISO 8601: week 1 holds the year's first Thursday. */
export function iso_week({
  year,
  yearday,
  weekday,
}: Moment): readonly [year: number, week: number] {
  const week = Math.floor((yearday - 1 - weekday + 10) / 7);
  if (week < 1) return [year - 1, weeks_in_year(year - 1)];
  return week > weeks_in_year(year) ? [year + 1, 1] : [year, week];
}

export function weeks_in_year(year: number): number {
  const last_day = (of: number): number =>
    (of + Math.floor(of / 4) - Math.floor(of / 100) + Math.floor(of / 400)) % 7;
  return last_day(year) === 4 || last_day(year - 1) === 3 ? 53 : 52;
}

function epoch_seconds(moment: Moment): number {
  const { year, month, day, hour, minute, second, offset } = moment;
  if (offset === null) {
    return Math.floor(new Date(year, month - 1, day, hour, minute, second).getTime() / 1000);
  }
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset;
}

function offset_text({ offset }: Moment, separator: string): string {
  if (offset === null) return "";
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? "" : separator + pad(Math.floor(size % 60));
  const minutes = pad(Math.floor(size / 60) % 60);
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 3600))}${separator}${minutes}${seconds}`;
}

function flagged(text: string, flag: string): string {
  if (flag === "-") return text.replace(/^[0 ]+(?=.)/, "");
  if (flag === "_") return text.replace(/^0+(?=.)/, (zeros) => " ".repeat(zeros.length));
  if (flag === "0") return text.replace(/^ +/, (blanks) => "0".repeat(blanks.length));
  if (flag === "^") return text.toUpperCase();
  if (flag === "#") return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
  return text;
}

function day_name(weekday: number): string {
  return DAY_NAMES[weekday] ?? "?";
}

function month_name(month: number): string {
  return MONTH_NAMES[month - 1] ?? "?";
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
