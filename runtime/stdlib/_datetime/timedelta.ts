// datetime.timedelta: a duration, exact to the microsecond.
import { as_float, is_float, type float } from "../../builtins/float.ts";
import { OverflowError, TypeError, ZeroDivisionError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, hash, NotImplemented } from "../../builtins/index.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { type_name } from "../../builtins/type-name.ts";

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
const MAX_DAYS = 999_999_999;

/** Kept as whole microseconds; a bigint, since 999,999,999 days are more than 2**53 of them. */
export class timedelta {
  static readonly __name__: string = "timedelta";
  static readonly __full_name__: string = "datetime.timedelta";
  static readonly __module__: string = "datetime";
  static readonly resolution = timedelta.of_microseconds(1n);
  static readonly min = timedelta.of_microseconds(BigInt(-MAX_DAYS) * BigInt(DAY));
  static readonly max = timedelta.of_microseconds(BigInt(MAX_DAYS + 1) * BigInt(DAY) - 1n);

  readonly #microseconds: bigint;

  constructor(
    days: number = 0,
    seconds: number = 0,
    microseconds: number = 0,
    milliseconds: number = 0,
    minutes: number = 0,
    hours: number = 0,
    weeks: number = 0,
  ) {
    this.#microseconds = checked(
      total([
        [days, DAY],
        [seconds, SECOND],
        [microseconds, 1],
        [milliseconds, 1000],
        [minutes, 60 * SECOND],
        [hours, 3600 * SECOND],
        [weeks, 7 * DAY],
      ]),
    );
  }

  static of_microseconds(microseconds: bigint): timedelta {
    return new timedelta(0, 0, as_int(microseconds));
  }

  get days(): int {
    return Number(floor_div(this.#microseconds, BigInt(DAY)));
  }

  get seconds(): int {
    return Number(this.#within_day() / BigInt(SECOND));
  }

  get microseconds(): int {
    return Number(this.#within_day() % BigInt(SECOND));
  }

  total_seconds(): float {
    return as_float(quotient(this.#microseconds, BigInt(SECOND)));
  }

  /** All of it in microseconds. */
  _total_microseconds(): bigint {
    return this.#microseconds;
  }

  __add__(other: Dynamic): Dynamic {
    if (!(other instanceof timedelta)) return NotImplemented;
    return timedelta.of_microseconds(this.#microseconds + other.#microseconds);
  }

  __radd__(other: Dynamic): Dynamic {
    return this.__add__(other);
  }

  __sub__(other: Dynamic): Dynamic {
    if (!(other instanceof timedelta)) return NotImplemented;
    return timedelta.of_microseconds(this.#microseconds - other.#microseconds);
  }

  __mul__(other: Dynamic): Dynamic {
    if (is_float(other)) {
      return timedelta.of_microseconds(rounded_product(this.#microseconds, Number(other)));
    }
    if (typeof other !== "number" && typeof other !== "bigint") return NotImplemented;
    return timedelta.of_microseconds(this.#microseconds * BigInt(other));
  }

  __rmul__(other: Dynamic): Dynamic {
    return this.__mul__(other);
  }

  __truediv__(other: Dynamic): Dynamic {
    if (other instanceof timedelta) {
      if (other.#microseconds === 0n) throw new ZeroDivisionError("division by zero");
      return as_float(quotient(this.#microseconds, other.#microseconds));
    }
    if (typeof other !== "number" && typeof other !== "bigint" && !is_float(other))
      return NotImplemented;
    if (Number(other) === 0) throw new ZeroDivisionError("division by zero");
    if (!is_float(other))
      return timedelta.of_microseconds(rounded_div(this.#microseconds, BigInt(other)));
    return timedelta.of_microseconds(rounded_product(this.#microseconds, 1 / Number(other)));
  }

  __floordiv__(other: Dynamic): Dynamic {
    if (other instanceof timedelta) return as_int(floor_div(this.#microseconds, other.#nonzero()));
    if (typeof other !== "number" && typeof other !== "bigint") return NotImplemented;
    if (Number(other) === 0) throw new ZeroDivisionError("integer division or modulo by zero");
    return timedelta.of_microseconds(floor_div(this.#microseconds, BigInt(other)));
  }

  __mod__(other: Dynamic): Dynamic {
    if (!(other instanceof timedelta)) return NotImplemented;
    const divisor = other.#nonzero();
    return timedelta.of_microseconds(
      this.#microseconds - divisor * floor_div(this.#microseconds, divisor),
    );
  }

  __divmod__(other: Dynamic): Dynamic {
    return Tuple.of(this.__floordiv__(other), this.__mod__(other));
  }

  __neg__(): timedelta {
    return timedelta.of_microseconds(-this.#microseconds);
  }

  __pos__(): timedelta {
    return this;
  }

  __abs__(): timedelta {
    return this.#microseconds < 0n ? this.__neg__() : this;
  }

  __bool__(): boolean {
    return this.#microseconds !== 0n;
  }

  __eq__(other: Dynamic): Dynamic {
    return other instanceof timedelta ? this.#microseconds === other.#microseconds : NotImplemented;
  }

  __lt__(other: Dynamic): Dynamic {
    return other instanceof timedelta ? this.#microseconds < other.#microseconds : NotImplemented;
  }

  __le__(other: Dynamic): Dynamic {
    return other instanceof timedelta ? this.#microseconds <= other.#microseconds : NotImplemented;
  }

  __gt__(other: Dynamic): Dynamic {
    return other instanceof timedelta ? this.#microseconds > other.#microseconds : NotImplemented;
  }

  __ge__(other: Dynamic): Dynamic {
    return other instanceof timedelta ? this.#microseconds >= other.#microseconds : NotImplemented;
  }

  __hash__(): int {
    return hash(as_int(this.#microseconds));
  }

  __str__(): string {
    const { days, seconds, microseconds } = this;
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const time = `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
    const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
    if (days === 0) return time + fraction;
    return `${days} day${Math.abs(days) === 1 ? "" : "s"}, ${time}${fraction}`;
  }

  __repr__(): string {
    const parts: string[] = [];
    if (this.days !== 0) parts.push(`days=${this.days}`);
    if (this.seconds !== 0) parts.push(`seconds=${this.seconds}`);
    if (this.microseconds !== 0) parts.push(`microseconds=${this.microseconds}`);
    return `datetime.timedelta(${parts.join(", ") || "0"})`;
  }

  #within_day(): bigint {
    return this.#microseconds - floor_div(this.#microseconds, BigInt(DAY)) * BigInt(DAY);
  }

  #nonzero(): bigint {
    if (this.#microseconds === 0n)
      throw new ZeroDivisionError("integer division or modulo by zero");
    return this.#microseconds;
  }
}

export function floor_div(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Whole parts exactly; the fractions of floats together, rounded half to even. */
function total(parts: readonly (readonly [number, number])[]): bigint {
  let whole = 0n;
  let fraction = 0;
  for (const [value, unit] of parts) {
    if (typeof value === "bigint") whole += value * BigInt(unit);
    else if (typeof value !== "number" && !is_float(value)) throw refusal(value);
    else {
      const number = Number(value);
      const truncated = Math.trunc(number);
      whole += BigInt(truncated) * BigInt(unit);
      const rest = (number - truncated) * unit;
      whole += BigInt(Math.trunc(rest));
      fraction += rest - Math.trunc(rest);
    }
  }
  return whole + BigInt(half_to_even(fraction));
}

function refusal(value: unknown): TypeError {
  return new TypeError(`unsupported type for timedelta component: ${type_name(value)}`);
}

function checked(microseconds: bigint): bigint {
  const days = floor_div(microseconds, BigInt(DAY));
  if (days < -MAX_DAYS || days > MAX_DAYS) {
    throw new OverflowError(`days=${days}; must have magnitude <= ${MAX_DAYS}`);
  }
  return microseconds;
}

/** The float nearest to a quotient. */
function quotient(a: bigint, b: bigint): number {
  const whole = a / b;
  const rest = a - whole * b;
  const is_exact = a > -(2n ** 53n) && a < 2n ** 53n;
  return is_exact ? Number(a) / Number(b) : Number(whole) + Number(rest) / Number(b);
}

function rounded_div(a: bigint, b: bigint): bigint {
  const down = floor_div(a, b);
  const twice = 2n * (a - down * b);
  const size = b < 0n ? -b : b;
  const rest = b < 0n ? -twice : twice;
  return rest > size || (rest === size && down % 2n !== 0n) ? down + 1n : down;
}

/** By the float's exact ratio, rounded half to even. */
function rounded_product(a: bigint, factor: number): bigint {
  let [numerator, denominator] = [factor, 1n];
  while (!Number.isInteger(numerator)) [numerator, denominator] = [numerator * 2, denominator * 2n];
  return rounded_div(a * BigInt(numerator), denominator);
}

function half_to_even(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? down + 1 : down;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
