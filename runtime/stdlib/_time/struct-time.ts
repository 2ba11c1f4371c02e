// time.struct_time: a moment as a tuple of nine ints whose items have names.
import { TypeError } from "../../builtins/exceptions/index.ts";
import type { float } from "../../builtins/float.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import type { Moment } from "./calendar.ts";

const FIELDS = ["year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst"] as const;

export class struct_time extends Tuple<int> {
  static override readonly __name__: string = "struct_time";
  static override readonly __module__: string = "time";

  #zone: string | null = null;
  #offset: int | null = null;

  static from_moment(moment: Moment): struct_time {
    const { year, month, day, hour, minute, second, weekday, yearday, isdst } = moment;
    const items = [year, month, day, hour, minute, second, weekday, yearday, isdst];
    const made = struct_time.of(...items) as unknown as struct_time;
    made.#zone = moment.zone;
    made.#offset = moment.offset;
    return made;
  }

  get tm_year(): int {
    return this[0] as int;
  }

  get tm_mon(): int {
    return this[1] as int;
  }

  get tm_mday(): int {
    return this[2] as int;
  }

  get tm_hour(): int {
    return this[3] as int;
  }

  get tm_min(): int {
    return this[4] as int;
  }

  get tm_sec(): int {
    return this[5] as int;
  }

  get tm_wday(): int {
    return this[6] as int;
  }

  get tm_yday(): int {
    return this[7] as int;
  }

  get tm_isdst(): int {
    return this[8] as int;
  }

  get tm_zone(): string | null {
    return this.#zone;
  }

  get tm_gmtoff(): int | null {
    return this.#offset;
  }

  __repr__(): string {
    const fields = FIELDS.map((name, at) => `tm_${name}=${repr(this[at])}`);
    return `time.struct_time(${fields.join(", ")})`;
  }
}

/** The moment that nine ints name. TypeError when they are not nine. */
export function moment_of(time: ArrayLike<int | float>): Moment {
  if (time.length !== FIELDS.length) throw new TypeError("Tuple or struct_time argument required");
  const [year, month, day, hour, minute, second, weekday, yearday, isdst] = Array.from(
    time,
    Number,
  ) as [number, number, number, number, number, number, number, number, number];
  const zone = time instanceof struct_time ? time.tm_zone : null;
  const offset = time instanceof struct_time ? time.tm_gmtoff : null;
  const date = { year, month: Math.max(1, month), day: Math.max(1, day), weekday };
  return {
    ...date,
    hour,
    minute,
    second,
    microsecond: 0,
    yearday: Math.max(1, yearday),
    isdst,
    zone,
    offset,
  };
}
