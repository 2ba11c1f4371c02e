// Moments as dates and times of day: what time and datetime both stand on.

/** A date and a time of day, as strftime needs them. */
export interface Moment {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** 0 is Monday. */
  readonly weekday: number;
  /** 1 is the first of January. */
  readonly yearday: number;
  /** 1 in summer time, 0 otherwise, -1 when unknown. */
  readonly isdst: number;
  /** The zone's name; `null` for a moment without zone. */
  readonly zone: string | null;
  /** Seconds east of Greenwich; `null` for a moment without zone. */
  readonly offset: number | null;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function is_leap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function days_in_month(year: number, month: number): number {
  if (month === 2) return is_leap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of the year, 1 for the first of January. */
export function day_of_year(year: number, month: number, day: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day + (month > 2 && is_leap(year) ? 1 : 0);
}

/** Days since 1970-01-01. */
export function epoch_days(year: number, month: number, day: number): number {
  const years = year - 1;
  const before =
    years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return before + day_of_year(year, month, day) - 719163;
}

/** The date of a day counted from 1970-01-01. */
export function date_of_days(days: number): readonly [year: number, month: number, day: number] {
  const date = new Date(days * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** 0 is Monday. */
export function weekday_of_days(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Greenwich's date and time, so many seconds after 1970. */
export function utc_moment(seconds: number): Moment {
  return moment_at(seconds, 0, "GMT", 0);
}

/** The date and time here, so many seconds after 1970. */
export function local_moment(seconds: number): Moment {
  const offset = local_offset(seconds);
  const isdst = offset !== standard_offset(new Date(seconds * 1000).getFullYear()) ? 1 : 0;
  return moment_at(seconds, offset, zone_name(seconds), isdst);
}

/** Seconds east of Greenwich here at that moment. */
export function local_offset(seconds: number): number {
  return new Date(seconds * 1000).getTimezoneOffset() * -60;
}

/** The offset outside of summer time: the smaller one of the year's two. */
export function standard_offset(year: number): number {
  const [january, july] = [0, 6].map((month) => new Date(year, month, 1).getTimezoneOffset() * -60);
  return Math.min(january ?? 0, july ?? 0);
}

/** The zone's abbreviation here at that moment. */
export function zone_name(seconds: number): string {
  const date = new Date(seconds * 1000);
  const names = ["en-US", "en-GB", "en-AU", "en-IN"].map((locale) => zone_part(date, locale));
  const letters = names.find((name) => /^[A-Z]{3,5}$/.test(name));
  return letters ?? numeric_zone(local_offset(seconds));
}

function zone_part(date: Date, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "short" }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** Zones without letters go by their hours in the zone database: `+03`. */
function numeric_zone(offset: number): string {
  const minutes = Math.abs(offset) / 60;
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  const rest = minutes % 60 === 0 ? "" : String(minutes % 60).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${hours}${rest}`;
}

function moment_at(seconds: number, offset: number, zone: string, isdst: number): Moment {
  const whole = Math.floor(seconds);
  const shifted = whole + offset;
  const days = Math.floor(shifted / 86400);
  const rest = shifted - days * 86400;
  const [year, month, day] = date_of_days(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    microsecond: Math.floor((seconds - whole) * 1e6),
    weekday: weekday_of_days(days),
    yearday: day_of_year(year, month, day),
    isdst,
    zone,
    offset,
  };
}
