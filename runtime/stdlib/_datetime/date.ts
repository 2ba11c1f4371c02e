// datetime.date: a day.
import { OverflowError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, hash, NotImplemented } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { wall_time } from "../../platform/program-clock.ts";
import {
  date_of_days,
  day_of_year,
  days_in_month,
  epoch_days,
  local_moment,
  weekday_of_days,
  type Moment,
} from "../_time/calendar.ts";
import { format_moment, iso_week } from "../_time/strftime.ts";
import { struct_time } from "../_time/struct-time.ts";
import { timedelta } from "./timedelta.ts";

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;
/** 1970-01-01 as CPython counts days. */
const EPOCH_ORDINAL = 719163;

export class date {
  static readonly __name__: string = "date";
  static readonly __full_name__: string = "datetime.date";
  static readonly __module__: string = "datetime";

  readonly year: int;
  readonly month: int;
  readonly day: int;

  /** ValueError for a day that does not exist. */
  constructor(year: int, month: int, day: int) {
    check_date(year, month, day);
    this.year = Number(year);
    this.month = Number(month);
    this.day = Number(day);
  }

  static today(): date {
    return this.fromtimestamp(wall_time());
  }

  static fromtimestamp(timestamp: number): date {
    const { year, month, day } = local_moment(Number(timestamp));
    return new date(year, month, day);
  }

  static fromordinal(ordinal: int): date {
    return new date(...date_of_days(checked_ordinal(Number(ordinal)) - EPOCH_ORDINAL));
  }

  static fromisoformat(date_string: string): date {
    const match = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(date_string);
    if (match === null) throw new ValueError(`Invalid isoformat string: ${repr(date_string)}`);
    return new date(Number(match[1]), Number(match[2]), Number(match[3]));
  }

  replace(year: int = this.year, month: int = this.month, day: int = this.day): date {
    return new date(year, month, day);
  }

  toordinal(): int {
    return epoch_days(this.year, this.month, this.day) + EPOCH_ORDINAL;
  }

  /** 0 is Monday. */
  weekday(): int {
    return weekday_of_days(this.toordinal() - EPOCH_ORDINAL);
  }

  /** 1 is Monday. */
  isoweekday(): int {
    return this.weekday() + 1;
  }

  /** `(year, week, weekday)` of ISO 8601. */
  isocalendar(): readonly [int, int, int] {
    const [year, week] = iso_week(this._moment());
    return Tuple.of(year, week, this.isoweekday());
  }

  isoformat(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }

  ctime(): string {
    return this.strftime("%a %b %e %H:%M:%S %Y");
  }

  strftime(format: string): string {
    return format_moment(format, this._moment());
  }

  timetuple(): struct_time {
    return struct_time.from_moment(this._moment());
  }

  __format__(spec: string): string {
    return spec === "" ? this.__str__() : this.strftime(spec);
  }

  __add__(other: Dynamic): Dynamic {
    if (!(other instanceof timedelta)) return NotImplemented;
    return date.fromordinal(this.toordinal() + other.days);
  }

  __radd__(other: Dynamic): Dynamic {
    return this.__add__(other);
  }

  __sub__(other: Dynamic): Dynamic {
    if (other instanceof timedelta) return date.fromordinal(this.toordinal() - other.days);
    return other instanceof date
      ? new timedelta(this.toordinal() - other.toordinal())
      : NotImplemented;
  }

  __eq__(other: Dynamic): Dynamic {
    return this._is_like(other) ? this.toordinal() === other.toordinal() : NotImplemented;
  }

  __lt__(other: Dynamic): Dynamic {
    return this._is_like(other) ? this.toordinal() < other.toordinal() : NotImplemented;
  }

  __le__(other: Dynamic): Dynamic {
    return this._is_like(other) ? this.toordinal() <= other.toordinal() : NotImplemented;
  }

  __gt__(other: Dynamic): Dynamic {
    return this._is_like(other) ? this.toordinal() > other.toordinal() : NotImplemented;
  }

  __ge__(other: Dynamic): Dynamic {
    return this._is_like(other) ? this.toordinal() >= other.toordinal() : NotImplemented;
  }

  __hash__(): int {
    return hash(this.isoformat());
  }

  __str__(): string {
    return this.isoformat();
  }

  __repr__(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }

  /** Days compare with days, moments with moments. */
  _is_like(other: unknown): other is date {
    return other instanceof date && "hour" in other === "hour" in this;
  }

  _moment(): Moment {
    const { year, month, day } = this;
    const time = { hour: 0, minute: 0, second: 0, microsecond: 0 };
    const yearday = day_of_year(year, month, day);
    const unknown = { isdst: -1, zone: null, offset: null };
    return { year, month, day, ...time, weekday: this.weekday(), yearday, ...unknown };
  }
}

export function check_date(year: unknown, month: unknown, day: unknown): void {
  for (const part of [year, month, day]) {
    if (typeof part !== "number" || !Number.isInteger(part)) {
      throw new TypeError("an integer is required (got something else)");
    }
  }
  const [y, m, d] = [year, month, day] as [number, number, number];
  if (y < MIN_YEAR || y > MAX_YEAR) throw new ValueError(`year ${y} is out of range`);
  if (m < 1 || m > 12) throw new ValueError("month must be in 1..12");
  if (d < 1 || d > days_in_month(y, m)) throw new ValueError("day is out of range for month");
}

export function checked_ordinal(ordinal: number): number {
  const last = epoch_days(MAX_YEAR, 12, 31) + EPOCH_ORDINAL;
  if (ordinal < 1 || ordinal > last) throw new OverflowError("date value out of range");
  return ordinal;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
