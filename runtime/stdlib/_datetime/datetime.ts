// datetime.datetime: a moment, with a time zone or without.
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { type Dynamic, hash, NotImplemented } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { wall_time } from "../../platform/program-clock.ts";
import {
  local_moment,
  local_offset,
  utc_moment,
  zone_name,
  type Moment,
} from "../_time/calendar.ts";
import { date } from "./date.ts";
import { offset_seconds, parse_moment } from "./strptime.ts";
import { check_clock, clock_numbers, clock_text, time, type ClockParts } from "./time.ts";
import { floor_div, timedelta } from "./timedelta.ts";
import { offset_text, timezone, type tzinfo } from "./timezone.ts";

const DAY = 86_400_000_000n;
const EPOCH_ORDINAL = 719163;

export class datetime extends date implements ClockParts {
  static override readonly __name__: string = "datetime";
  static override readonly __full_name__: string = "datetime.datetime";

  readonly hour: int;
  readonly minute: int;
  readonly second: int;
  readonly microsecond: int;
  readonly tzinfo: tzinfo | null;
  readonly fold: int;

  /** ValueError for a moment that does not exist. */
  constructor(
    year: int,
    month: int,
    day: int,
    hour: int = 0,
    minute: int = 0,
    second: int = 0,
    microsecond: int = 0,
    tzinfo: tzinfo | null = null,
    { fold = 0 }: { fold?: int } = {},
  ) {
    super(year, month, day);
    check_clock({ hour, minute, second, microsecond });
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  /** Now, here; in the zone given. */
  static now(tz: tzinfo | null = null): datetime {
    return this.fromtimestamp(wall_time(), tz);
  }

  static override today(): datetime {
    return this.now();
  }

  static utcnow(): datetime {
    return this.utcfromtimestamp(wall_time());
  }

  static override fromtimestamp(timestamp: number, tz: tzinfo | null = null): datetime {
    if (tz === null) return of_moment(local_moment(rounded(timestamp)), null);
    return of_moment(utc_moment(rounded(timestamp)), timezone.utc).astimezone(tz);
  }

  static utcfromtimestamp(timestamp: number): datetime {
    return of_moment(utc_moment(rounded(timestamp)), null);
  }

  static combine(date: date, time: time, tzinfo: tzinfo | null = time.tzinfo): datetime {
    const { hour, minute, second, microsecond } = time;
    return new datetime(date.year, date.month, date.day, hour, minute, second, microsecond, tzinfo);
  }

  /** ValueError for text that is no such format. */
  static override fromisoformat(date_string: string): datetime {
    const match =
      /^(\d{4}-?\d\d-?\d\d)(?:[^\d]((?:\d\d)(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?)([+-]\d\d:?\d\d(?::?\d\d)?|Z)?)?$/.exec(
        date_string,
      );
    if (match === null) throw new ValueError(`Invalid isoformat string: ${repr(date_string)}`);
    const day = date.fromisoformat(match[1] ?? "");
    const clock = match[2] === undefined ? new time() : time.fromisoformat(match[2]);
    return datetime.combine(
      day,
      clock,
      match[3] === undefined ? null : zone_of(offset_seconds(match[3])),
    );
  }

  /** ValueError when the text does not fit the format. */
  static strptime(date_string: string, format: string): datetime {
    const { year, month, day, hour, minute, second, microsecond, offset } = parse_moment(
      date_string,
      format,
    );
    const zone = offset === null ? null : zone_of(offset);
    return new datetime(year, month, day, hour, minute, second, microsecond, zone);
  }

  override replace(
    year: int = this.year,
    month: int = this.month,
    day: int = this.day,
    hour: int = this.hour,
    minute: int = this.minute,
    second: int = this.second,
    microsecond: int = this.microsecond,
    tzinfo: tzinfo | null = this.tzinfo,
    { fold = this.fold }: { fold?: int } = {},
  ): datetime {
    return new datetime(year, month, day, hour, minute, second, microsecond, tzinfo, { fold });
  }

  date(): date {
    return new date(this.year, this.month, this.day);
  }

  time(): time {
    return new time(this.hour, this.minute, this.second, this.microsecond);
  }

  timetz(): time {
    return new time(this.hour, this.minute, this.second, this.microsecond, this.tzinfo);
  }

  utcoffset(): timedelta | null {
    return this.tzinfo === null ? null : this.tzinfo.utcoffset(this);
  }

  dst(): timedelta | null {
    return this.tzinfo === null ? null : this.tzinfo.dst(this);
  }

  tzname(): string | null {
    return this.tzinfo === null ? null : this.tzinfo.tzname(this);
  }

  /** Seconds since 1970; a moment without zone is one of here. */
  timestamp(): float {
    const offset = this.utcoffset();
    const { year, month, day, hour, minute, second } = this;
    const seconds =
      offset === null
        ? new Date(year, month - 1, day, hour, minute, second).getTime() / 1000
        : Number(
            floor_div(
              this.#microseconds() - offset._total_microseconds() - BigInt(EPOCH_ORDINAL) * DAY,
              1_000_000n,
            ),
          );
    return as_float(seconds + this.microsecond / 1e6);
  }

  /** The same moment in another zone, in that of here without one. */
  astimezone(tz: tzinfo | null = null): datetime {
    const offset = this.utcoffset();
    const seconds = Math.floor(Number(this.timestamp()));
    const target = tz ?? new timezone(new timedelta(0, local_offset(seconds)), zone_name(seconds));
    const own = offset ?? new timedelta(0, local_offset(seconds));
    const utc = of_microseconds(this.#microseconds() - own._total_microseconds(), target);
    const shift = target.utcoffset(utc) ?? new timedelta(0);
    return of_microseconds(utc.#microseconds() + shift._total_microseconds(), target);
  }

  override isoformat(sep: string = "T", timespec: string = "auto"): string {
    const offset = this.utcoffset();
    return `${super.isoformat()}${sep}${clock_text(this, timespec)}${offset === null ? "" : offset_text(offset)}`;
  }

  override __add__(other: Dynamic): Dynamic {
    if (!(other instanceof timedelta)) return NotImplemented;
    return of_microseconds(this.#microseconds() + other._total_microseconds(), this.tzinfo);
  }

  override __sub__(other: Dynamic): Dynamic {
    if (other instanceof timedelta) {
      return of_microseconds(this.#microseconds() - other._total_microseconds(), this.tzinfo);
    }
    if (!(other instanceof datetime)) return NotImplemented;
    return timedelta.of_microseconds(this.#compared(other, "subtract"));
  }

  override __eq__(other: Dynamic): Dynamic {
    if (!(other instanceof datetime)) return NotImplemented;
    if ((this.utcoffset() === null) !== (other.utcoffset() === null)) return false;
    return this.#compared(other) === 0n;
  }

  override __lt__(other: Dynamic): Dynamic {
    return other instanceof datetime ? this.#compared(other) < 0n : NotImplemented;
  }

  override __le__(other: Dynamic): Dynamic {
    return other instanceof datetime ? this.#compared(other) <= 0n : NotImplemented;
  }

  override __gt__(other: Dynamic): Dynamic {
    return other instanceof datetime ? this.#compared(other) > 0n : NotImplemented;
  }

  override __ge__(other: Dynamic): Dynamic {
    return other instanceof datetime ? this.#compared(other) >= 0n : NotImplemented;
  }

  override __hash__(): int {
    const offset = this.utcoffset()?._total_microseconds() ?? 0n;
    return hash(String(this.#microseconds() - offset));
  }

  override __str__(): string {
    return this.isoformat(" ");
  }

  override __repr__(): string {
    const zone = this.tzinfo === null ? "" : `, tzinfo=${repr(this.tzinfo)}`;
    return `datetime.datetime(${this.year}, ${this.month}, ${this.day}, ${clock_numbers(this)}${zone})`;
  }

  override _moment(): Moment {
    const { hour, minute, second, microsecond } = this;
    const offset = this.utcoffset();
    const seconds = offset === null ? null : Number(offset._total_microseconds()) / 1e6;
    return {
      ...super._moment(),
      hour,
      minute,
      second,
      microsecond,
      zone: this.tzname(),
      offset: seconds,
    };
  }

  /** Since the day before 0001-01-01, by the calendar. */
  #microseconds(): bigint {
    const seconds = (this.hour * 60 + this.minute) * 60 + this.second;
    return BigInt(this.toordinal()) * DAY + BigInt(seconds * 1e6 + this.microsecond);
  }

  #compared(other: datetime, action = "compare"): bigint {
    const [own, others] = [this.utcoffset(), other.utcoffset()];
    if ((own === null) !== (others === null)) {
      throw new TypeError(`can't ${action} offset-naive and offset-aware datetimes`);
    }
    const shift = (own?._total_microseconds() ?? 0n) - (others?._total_microseconds() ?? 0n);
    return this.#microseconds() - other.#microseconds() - shift;
  }
}

function of_microseconds(microseconds: bigint, zone: tzinfo | null): datetime {
  const ordinal = Number(floor_div(microseconds, DAY));
  const day = date.fromordinal(ordinal);
  const rest = Number(microseconds - BigInt(ordinal) * DAY);
  const seconds = Math.floor(rest / 1e6);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return new datetime(day.year, day.month, day.day, hour, minute, seconds % 60, rest % 1e6, zone);
}

function of_moment(moment: Moment, zone: tzinfo | null): datetime {
  const { year, month, day, hour, minute, second, microsecond } = moment;
  return new datetime(year, month, day, hour, minute, second, microsecond, zone);
}

/** To whole microseconds, so that a float's last bits don't cut one off. */
function rounded(timestamp: number): number {
  const seconds = Math.floor(Number(timestamp));
  return seconds + Math.round((Number(timestamp) - seconds) * 1e6) / 1e6 + 1e-7;
}

function zone_of(seconds: number): timezone {
  return seconds === 0 ? timezone.utc : new timezone(new timedelta(0, seconds));
}
