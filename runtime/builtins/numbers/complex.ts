// complex: a pair of doubles with Python's arithmetic, texts and errors.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, ZeroDivisionError } from "../exceptions/hierarchy.ts";
import { as_float, type float } from "../float.ts";
import { NotImplemented } from "../not-implemented.ts";
import { Tuple } from "../tuple.ts";
import { atan2 } from "./elementary/arcs.ts";
import { exp } from "./elementary/exponentials.ts";
import { float_power } from "./elementary/float-power.ts";
import { hypotenuse } from "./elementary/hypotenuse.ts";
import { log } from "./elementary/logarithms.ts";
import { cos, sin } from "./elementary/trigonometric.ts";
import { float_repr } from "./float-repr.ts";
import { real_value } from "./kinds.ts";

export class Complex {
  static readonly __name__: string = "complex";
  static readonly __module__: string = "builtins";

  /** The parts as doubles; Python sees them as the floats `real` and `imag`. */
  readonly re: number;
  readonly im: number;

  constructor(re: number, im: number) {
    this.re = re;
    this.im = im;
  }

  get real(): float {
    return as_float(this.re);
  }

  get imag(): float {
    return as_float(this.im);
  }

  conjugate(): Complex {
    return new Complex(this.re, -this.im);
  }

  __add__(other: unknown): Dynamic {
    return with_complex(other, ({ re, im }) => new Complex(this.re + re, this.im + im));
  }

  __radd__(other: unknown): Dynamic {
    return this.__add__(other);
  }

  __sub__(other: unknown): Dynamic {
    return with_complex(other, ({ re, im }) => new Complex(this.re - re, this.im - im));
  }

  __rsub__(other: unknown): Dynamic {
    return with_complex(other, ({ re, im }) => new Complex(re - this.re, im - this.im));
  }

  __mul__(other: unknown): Dynamic {
    return with_complex(other, (factor) => product(this, factor));
  }

  __rmul__(other: unknown): Dynamic {
    return this.__mul__(other);
  }

  __truediv__(other: unknown): Dynamic {
    return with_complex(other, (divisor) => quotient(this, divisor));
  }

  __rtruediv__(other: unknown): Dynamic {
    return with_complex(other, (dividend) => quotient(dividend, this));
  }

  __pow__(other: unknown): Dynamic {
    return with_complex(other, (exponent) => power(this, exponent));
  }

  __rpow__(other: unknown): Dynamic {
    return with_complex(other, (base) => power(base, this));
  }

  __neg__(): Complex {
    return new Complex(-this.re, -this.im);
  }

  __pos__(): Complex {
    return this;
  }

  __abs__(): float {
    const size = hypotenuse(this.re, this.im);
    if (size === Infinity && Number.isFinite(this.re) && Number.isFinite(this.im)) {
      throw new OverflowError("absolute value too large");
    }
    return as_float(size);
  }

  __bool__(): boolean {
    return this.re !== 0 || this.im !== 0;
  }

  __eq__(other: unknown): Dynamic {
    if (typeof other === "bigint") return this.im === 0 && BigInt(Math.trunc(this.re)) === other;
    return with_complex(other, ({ re, im }) => this.re === re && this.im === im);
  }

  __complex__(): Complex {
    return this;
  }

  __getnewargs__(): readonly [float, float] {
    return Tuple.of(this.real, this.imag);
  }

  __repr__(): string {
    const imaginary = `${part_text(this.im)}j`;
    if (this.re === 0 && !Object.is(this.re, -0)) return imaginary;
    const sign = imaginary.startsWith("-") ? "" : "+";
    return `(${part_text(this.re)}${sign}${imaginary})`;
  }
}

/** A complex or real number as complex; `null` for anything else. */
export function complex_value(value: unknown): Complex | null {
  if (value instanceof Complex) return value;
  const real = real_value(value);
  return real === null ? null : new Complex(real, 0);
}

function with_complex<T>(value: unknown, body: (value: Complex) => T): T | typeof NotImplemented {
  const complex = complex_value(value);
  return complex === null ? NotImplemented : body(complex);
}

function product(a: Complex, b: Complex): Complex {
  return new Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** Scaled by the larger part of the divisor, so that the squares can't overflow. */
function quotient(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) throw new ZeroDivisionError("complex division by zero");
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const scale = b.re + b.im * ratio;
    return new Complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale);
  }
  const ratio = b.re / b.im;
  const scale = b.re * ratio + b.im;
  return new Complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale);
}

const MAX_WHOLE_POWER = 100;

function power(base: Complex, exponent: Complex): Complex {
  if (
    exponent.im === 0 &&
    Number.isInteger(exponent.re) &&
    Math.abs(exponent.re) <= MAX_WHOLE_POWER
  ) {
    return whole_power(base, exponent.re);
  }
  if (base.re === 0 && base.im === 0) {
    if (exponent.im !== 0 || exponent.re < 0) {
      throw zero_to_negative();
    }
    return new Complex(0, 0);
  }
  const size = hypotenuse(base.re, base.im);
  let length = float_power(size, exponent.re);
  const angle = atan2(base.im, base.re);
  let phase = angle * exponent.re;
  if (exponent.im !== 0) {
    length /= exp(angle * exponent.im);
    phase += exponent.im * log(size);
  }
  if (phase === Infinity || phase === -Infinity) throw zero_to_negative();
  return finite(new Complex(length * cos(phase), length * sin(phase)));
}

function whole_power(base: Complex, exponent: number): Complex {
  if (exponent < 0) {
    if (base.re === 0 && base.im === 0) throw zero_to_negative();
    return quotient(new Complex(1, 0), whole_power(base, -exponent));
  }
  let result = new Complex(1, 0);
  let square = base;
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (Math.floor(exponent / mask) % 2 === 1) result = product(result, square);
    square = product(square, square);
  }
  return finite(result);
}

function zero_to_negative(): ZeroDivisionError {
  return new ZeroDivisionError("0.0 to a negative or complex power");
}

function finite(value: Complex): Complex {
  const is_infinite = (part: number): boolean => part === Infinity || part === -Infinity;
  if (!is_infinite(value.re) && !is_infinite(value.im)) return value;
  throw new OverflowError("complex exponentiation");
}

/** Integral parts go without `.0`. */
function part_text(value: number): string {
  const text = float_repr(value);
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}
