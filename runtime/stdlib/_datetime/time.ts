// datetime.time: a time of day.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, hash, NotImplemented } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { format_moment } from "../_time/strftime.ts";
import type { timedelta } from "./timedelta.ts";
import { offset_text, type tzinfo } from "./timezone.ts";

export interface ClockParts {
  readonly hour: int;
  readonly minute: int;
  readonly second: int;
  readonly microsecond: int;
}

export class time implements ClockParts {
  static readonly __name__: string = "time";
  static readonly __full_name__: string = "datetime.time";
  static readonly __module__: string = "datetime";

  readonly hour: int;
  readonly minute: int;
  readonly second: int;
  readonly microsecond: int;
  readonly tzinfo: tzinfo | null;
  readonly fold: int;

  constructor(
    hour: int = 0,
    minute: int = 0,
    second: int = 0,
    microsecond: int = 0,
    tzinfo: tzinfo | null = null,
    { fold = 0 }: { fold?: int } = {},
  ) {
    check_clock({ hour, minute, second, microsecond });
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  static fromisoformat(time_string: string): time {
    const parts = /^(\d\d):?(\d\d)?(?::?(\d\d)(?:[.,](\d{1,9}))?)?$/.exec(
      time_string.replace(/^T/, ""),
    );
    if (parts === null) throw new ValueError(`Invalid isoformat string: ${repr(time_string)}`);
    const [, hour, minute = 0, second = 0, fraction = ""] = parts;
    return new time(
      Number(hour),
      Number(minute),
      Number(second),
      Number(fraction.padEnd(6, "0").slice(0, 6)),
    );
  }

  replace(
    hour: int = this.hour,
    minute: int = this.minute,
    second: int = this.second,
    microsecond: int = this.microsecond,
    tzinfo: tzinfo | null = this.tzinfo,
  ): time {
    return new time(hour, minute, second, microsecond, tzinfo);
  }

  utcoffset(): timedelta | null {
    return this.tzinfo === null ? null : this.tzinfo.utcoffset(null);
  }

  isoformat(timespec: string = "auto"): string {
    const offset = this.utcoffset();
    return clock_text(this, timespec) + (offset === null ? "" : offset_text(offset));
  }

  strftime(format: string): string {
    const { hour, minute, second, microsecond } = this;
    const day = { year: 1900, month: 1, day: 1, weekday: 0, yearday: 1, isdst: -1 };
    return format_moment(format, {
      ...day,
      hour,
      minute,
      second,
      microsecond,
      zone: null,
      offset: null,
    });
  }

  __format__(spec: string): string {
    return spec === "" ? this.__str__() : this.strftime(spec);
  }

  __eq__(other: Dynamic): Dynamic {
    return other instanceof time ? this.#number() === other.#number() : NotImplemented;
  }

  __lt__(other: Dynamic): Dynamic {
    return other instanceof time ? this.#number() < other.#number() : NotImplemented;
  }

  __le__(other: Dynamic): Dynamic {
    return other instanceof time ? this.#number() <= other.#number() : NotImplemented;
  }

  __gt__(other: Dynamic): Dynamic {
    return other instanceof time ? this.#number() > other.#number() : NotImplemented;
  }

  __ge__(other: Dynamic): Dynamic {
    return other instanceof time ? this.#number() >= other.#number() : NotImplemented;
  }

  __hash__(): int {
    return hash(this.#number());
  }

  __str__(): string {
    return this.isoformat();
  }

  __repr__(): string {
    const zone = this.tzinfo === null ? "" : `, tzinfo=${repr(this.tzinfo)}`;
    return `datetime.time(${clock_numbers(this)}${zone})`;
  }

  #number(): number {
    const offset = Number(this.utcoffset()?._total_microseconds() ?? 0n);
    return ((this.hour * 60 + this.minute) * 60 + this.second) * 1e6 + this.microsecond - offset;
  }
}

export function check_clock({ hour, minute, second, microsecond }: ClockParts): void {
  if (!(hour >= 0 && hour <= 23)) throw new ValueError("hour must be in 0..23");
  if (!(minute >= 0 && minute <= 59)) throw new ValueError("minute must be in 0..59");
  if (!(second >= 0 && second <= 59)) throw new ValueError("second must be in 0..59");
  if (!(microsecond >= 0 && microsecond <= 999999)) {
    throw new ValueError("microsecond must be in 0..999999");
  }
}

/** `12:30:05.000123`; `timespec` says how fine. */
export function clock_text(parts: ClockParts, timespec: string): string {
  const { hour, minute, second, microsecond } = parts;
  const micro = String(microsecond).padStart(6, "0");
  const texts: Readonly<Record<string, string>> = {
    hours: pad(hour),
    minutes: `${pad(hour)}:${pad(minute)}`,
    seconds: `${pad(hour)}:${pad(minute)}:${pad(second)}`,
    milliseconds: `${pad(hour)}:${pad(minute)}:${pad(second)}.${micro.slice(0, 3)}`,
    microseconds: `${pad(hour)}:${pad(minute)}:${pad(second)}.${micro}`,
  };
  const text =
    texts[timespec === "auto" ? (microsecond === 0 ? "seconds" : "microseconds") : timespec];
  if (text === undefined) throw new ValueError("Unknown timespec value");
  return text;
}

/** `12, 30, 5, 123`: zeros at the end are left out, but hour and minute stay. */
export function clock_numbers({ hour, minute, second, microsecond }: ClockParts): string {
  if (microsecond !== 0) return [hour, minute, second, microsecond].join(", ");
  return second === 0 ? `${hour}, ${minute}` : `${hour}, ${minute}, ${second}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
