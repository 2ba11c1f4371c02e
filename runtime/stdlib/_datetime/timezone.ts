// datetime.tzinfo and timezone.
import { NotImplementedError, ValueError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, hash, NotImplemented } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { timedelta } from "./timedelta.ts";

/** The base of time zones; programs may write their own. */
export class tzinfo {
  static readonly __name__: string = "tzinfo";
  static readonly __full_name__: string = "datetime.tzinfo";
  static readonly __module__: string = "datetime";

  utcoffset(_dt: Dynamic): timedelta | null {
    throw new NotImplementedError("a tzinfo subclass must implement utcoffset()");
  }

  dst(_dt: Dynamic): timedelta | null {
    throw new NotImplementedError("a tzinfo subclass must implement dst()");
  }

  tzname(_dt: Dynamic): string | null {
    throw new NotImplementedError("a tzinfo subclass must implement tzname()");
  }
}

const DAY = 86_400_000_000n;

/** A fixed offset from UTC. */
export class timezone extends tzinfo {
  static override readonly __name__: string = "timezone";
  static override readonly __full_name__: string = "datetime.timezone";
  static readonly utc: timezone = new timezone(new timedelta(0));

  readonly #offset: timedelta;
  readonly #name: string | null;

  /** ValueError unless the offset is less than a day. */
  constructor(offset: timedelta, name: string | null = null) {
    super();
    const microseconds = offset._total_microseconds();
    if (microseconds <= -DAY || microseconds >= DAY) {
      throw new ValueError(
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), " +
          `not ${repr(offset)}`,
      );
    }
    this.#offset = offset;
    this.#name = name;
  }

  override utcoffset(_dt: Dynamic): timedelta {
    return this.#offset;
  }

  override dst(_dt: Dynamic): null {
    return null;
  }

  override tzname(_dt: Dynamic): string {
    if (this.#name !== null) return this.#name;
    return this.#offset.__bool__() ? `UTC${offset_text(this.#offset)}` : "UTC";
  }

  __eq__(other: Dynamic): Dynamic {
    return other instanceof timezone
      ? this.#offset._total_microseconds() === other.#offset._total_microseconds()
      : NotImplemented;
  }

  __hash__(): number {
    return hash(this.#offset);
  }

  __str__(): string {
    return this.tzname(null);
  }

  __repr__(): string {
    if (this === timezone.utc) return "datetime.timezone.utc";
    const name = this.#name === null ? "" : `, ${repr(this.#name)}`;
    return `datetime.timezone(${repr(this.#offset)}${name})`;
  }
}

/** `+05:30`, with seconds where there are any. */
export function offset_text(offset: timedelta): string {
  const total = offset._total_microseconds();
  const size = total < 0n ? -total : total;
  const seconds = Number(size / 1_000_000n);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const minutes = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
  const rest = seconds % 60 === 0 ? "" : `:${pad(seconds % 60)}`;
  const microseconds = Number(size % 1_000_000n);
  const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
  return `${total < 0n ? "-" : "+"}${minutes}${rest}${fraction}`;
}
