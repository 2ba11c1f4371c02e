// decimal.Decimal: numbers in base ten, as exact as the context says.
import { as_float, is_float, type float } from "../../builtins/float.ts";
import { OverflowError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, NotImplemented } from "../../builtins/index.ts";
import { as_int, is_int, type int } from "../../builtins/int.ts";
import { unboxed } from "../../builtins/unboxed.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { type_name } from "../../builtins/type-name.ts";
import { namedtuple } from "../_collections/namedtuple.ts";
import * as arithmetic from "./arithmetic.ts";
import { digit_count, power_modulo, power_of_ten } from "./digits.ts";
import { finished } from "./finish.ts";
import { finite, infinite, NOT_A_NUMBER, of_double, parsed, type Parts } from "./parts.ts";
import { ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, divided } from "./rounding.ts";
import { current, Settings } from "./settings.ts";
import { FloatOperation, Inexact, Rounded } from "./signals.ts";
import { formatted, rescaled, to_text } from "./text.ts";
import { common_logarithm, exponential, natural_logarithm, power } from "./transcendental.ts";

/** The prime modulo which CPython hashes numbers. */
const MODULUS = (1n << 61n) - 1n;
/** Ten times this is 1, modulo that prime. */
const INVERSE_OF_TEN = 2075258708292324556n;

let made_tuple: Dynamic = null;

/** `DecimalTuple(sign, digits, exponent)`. */
export function DecimalTuple(...args: readonly Dynamic[]): Dynamic {
  made_tuple ??= namedtuple("DecimalTuple", "sign digits exponent", { module: "decimal" });
  return new made_tuple(...args);
}

/** Of an int, a str, a float (exactly), another Decimal, or a tuple `(sign, digits, exponent)`. */
export class Decimal {
  static readonly __name__: string = "Decimal";
  static readonly __module__: string = "decimal";
  static readonly __full_name__: string = "decimal.Decimal";
  readonly _parts: Parts;

  constructor(value: Dynamic = 0, context: Settings | null = null) {
    this._parts = converted(value, context ?? current());
  }

  static _of(parts: Parts): Decimal {
    const made = Object.create(Decimal.prototype) as { _parts: Parts };
    made._parts = parts;
    return made as Decimal;
  }

  /** A float or int, exactly. */
  static from_float(f: number): Decimal {
    if (!is_float(f) && !is_int(f) && typeof f !== "boolean")
      throw new TypeError("argument must be int or float");
    return Decimal._of(number_parts(f));
  }

  // --- arithmetic

  __add__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.add);
  }

  __radd__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.add);
  }

  __sub__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.subtract);
  }

  __rsub__(other: Dynamic): Dynamic {
    return binary(this, other, reversed(arithmetic.subtract));
  }

  __mul__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.multiply);
  }

  __rmul__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.multiply);
  }

  __truediv__(other: Dynamic): Dynamic {
    return binary(this, other, arithmetic.divide);
  }

  __rtruediv__(other: Dynamic): Dynamic {
    return binary(this, other, reversed(arithmetic.divide));
  }

  __floordiv__(other: Dynamic): Dynamic {
    return binary(this, other, quotient);
  }

  __rfloordiv__(other: Dynamic): Dynamic {
    return binary(this, other, reversed(quotient));
  }

  __mod__(other: Dynamic): Dynamic {
    return binary(this, other, rest);
  }

  __rmod__(other: Dynamic): Dynamic {
    return binary(this, other, reversed(rest));
  }

  __divmod__(other: Dynamic): Dynamic {
    const operand = operand_parts(other);
    return operand === null ? NotImplemented : both(this._parts, operand);
  }

  __rdivmod__(other: Dynamic): Dynamic {
    const operand = operand_parts(other);
    return operand === null ? NotImplemented : both(operand, this._parts);
  }

  __pow__(other: Dynamic): Dynamic {
    return binary(this, other, power);
  }

  __rpow__(other: Dynamic): Dynamic {
    return binary(this, other, reversed(power));
  }

  __neg__(): Decimal {
    const { _parts } = this;
    return Decimal._of(
      signed_result(this.is_nan() ? _parts : arithmetic.negated(_parts), current()),
    );
  }

  __pos__(): Decimal {
    return Decimal._of(signed_result(this._parts, current()));
  }

  __abs__(): Decimal {
    return Decimal._of(signed_result({ ...this._parts, is_negative: false }, current()));
  }

  fma(other: Dynamic, third: Dynamic, context: Settings | null = null): Decimal {
    const [a, b, c] = [this._parts, needed(other), needed(third)];
    const used = context ?? current();
    const exact = new Settings({ prec: 100_000_000, Emax: 10 ** 15, Emin: -(10 ** 15) });
    return Decimal._of(arithmetic.add(arithmetic.multiply(a, b, exact), c, used));
  }

  sqrt(context: Settings | null = null): Decimal {
    return Decimal._of(arithmetic.root(this._parts, context ?? current()));
  }

  exp(context: Settings | null = null): Decimal {
    return Decimal._of(exponential(this._parts, context ?? current()));
  }

  ln(context: Settings | null = null): Decimal {
    return Decimal._of(natural_logarithm(this._parts, context ?? current()));
  }

  log10(context: Settings | null = null): Decimal {
    return Decimal._of(common_logarithm(this._parts, context ?? current()));
  }

  remainder_near(other: Dynamic, context: Settings | null = null): Decimal {
    const used = context ?? current();
    const [a, b] = [this._parts, needed(other)];
    const odd = arithmetic.not_number([a, b], used);
    if (odd !== null) return Decimal._of(odd);
    if (a.kind === "infinite" || arithmetic.is_zero(b))
      return Decimal._of(
        arithmetic.invalid(used, arithmetic.is_zero(a) ? "DivisionUndefined" : undefined),
      );
    if (b.kind === "infinite") return Decimal._of(finished(a, used));
    if (!arithmetic.is_zero(a) && arithmetic.adjusted(a) - arithmetic.adjusted(b) >= used.prec + 1)
      return Decimal._of(arithmetic.invalid(used, "DivisionImpossible"));
    const exponent = Math.min(a.exponent, b.exponent);
    const [dividend, divisor] = [a, b].map(
      (each) => rescaled(each, exponent, ROUND_DOWN).coefficient,
    );
    const { value } = divided(dividend ?? 0n, divisor ?? 1n, false, ROUND_HALF_EVEN);
    const left = (dividend ?? 0n) - value * (divisor ?? 1n);
    const is_negative = left < 0n ? !a.is_negative : a.is_negative;
    return Decimal._of(finished(finite(is_negative, left < 0n ? -left : left, exponent), used));
  }

  // --- rounding

  /** Rounded to the exponent of `exp`. */
  quantize(exp: Dynamic, rounding: string | null = null, context: Settings | null = null): Decimal {
    const used = context ?? current();
    const wanted = needed(exp);
    const own = this._parts;
    const odd = arithmetic.not_number([own, wanted], used);
    if (odd !== null) return Decimal._of(odd);
    if (own.kind === "infinite" || wanted.kind === "infinite")
      return own.kind === wanted.kind ? this : Decimal._of(arithmetic.invalid(used));
    const made = rescaled(own, wanted.exponent, rounding ?? used.rounding);
    const has_room =
      wanted.exponent >= used.Etiny() &&
      wanted.exponent <= used.Emax &&
      digit_count(made.coefficient) <= used.prec &&
      arithmetic.adjusted(made) <= used.Emax;
    if (!has_room) return Decimal._of(arithmetic.invalid(used));
    return Decimal._of(noted(own, made, used));
  }

  normalize(context: Settings | null = null): Decimal {
    const used = context ?? current();
    const odd = arithmetic.not_number([this._parts], used);
    if (odd !== null) return Decimal._of(odd);
    if (this._parts.kind === "infinite") return this;
    const made = finished(this._parts, used);
    if (made.kind !== "finite") return Decimal._of(made);
    if (made.coefficient === 0n) return Decimal._of(finite(made.is_negative, 0n, 0));
    return Decimal._of(arithmetic.without_zeros(made, used.clamp === 1 ? used.Etop() : used.Emax));
  }

  to_integral_value(rounding: string | null = null, context: Settings | null = null): Decimal {
    const used = context ?? current();
    const odd = arithmetic.not_number([this._parts], used);
    if (odd !== null) return Decimal._of(odd);
    if (this._parts.kind === "infinite" || this._parts.exponent >= 0) return this;
    return Decimal._of(rescaled(this._parts, 0, rounding ?? used.rounding));
  }

  to_integral(rounding: string | null = null, context: Settings | null = null): Decimal {
    return this.to_integral_value(rounding, context);
  }

  to_integral_exact(rounding: string | null = null, context: Settings | null = null): Decimal {
    const made = this.to_integral_value(rounding, context);
    if (made !== this && made._parts.kind === "finite")
      noted(this._parts, made._parts, context ?? current());
    return made;
  }

  __round__(ndigits?: number): Dynamic {
    if (ndigits === undefined) return whole(this._parts, ROUND_HALF_EVEN);
    return this.quantize(Decimal._of(finite(false, 1n, -ndigits)), ROUND_HALF_EVEN);
  }

  __floor__(): int {
    return whole(this._parts, ROUND_FLOOR);
  }

  __ceil__(): int {
    return whole(this._parts, ROUND_CEILING);
  }

  __trunc__(): int {
    return whole(this._parts, ROUND_DOWN);
  }

  __int__(): int {
    return whole(this._parts, ROUND_DOWN);
  }

  __float__(): float {
    if (this._parts.kind === "signaling")
      throw new ValueError("cannot convert signaling NaN to float");
    const text = to_text(this._parts, 1);
    return as_float(this._parts.kind === "quiet" ? Number.NaN : Number(text));
  }

  __bool__(): boolean {
    return !arithmetic.is_zero(this._parts);
  }

  // --- comparison

  __eq__(other: Dynamic): Dynamic {
    return ordered(this, other, (order) => order === 0, true);
  }

  __lt__(other: Dynamic): Dynamic {
    return ordered(this, other, (order) => order < 0);
  }

  __le__(other: Dynamic): Dynamic {
    return ordered(this, other, (order) => order <= 0);
  }

  __gt__(other: Dynamic): Dynamic {
    return ordered(this, other, (order) => order > 0);
  }

  __ge__(other: Dynamic): Dynamic {
    return ordered(this, other, (order) => order >= 0);
  }

  __hash__(): int {
    const { kind, is_negative, coefficient, exponent } = this._parts;
    if (kind === "signaling") throw new TypeError("Cannot hash a signaling NaN value");
    if (kind === "quiet") return 8741193883621;
    if (kind === "infinite") return is_negative ? -314159 : 314159;
    const scale =
      exponent >= 0
        ? power_modulo(10n, exponent, MODULUS)
        : power_modulo(INVERSE_OF_TEN, -exponent, MODULUS);
    const hashed = (coefficient * scale) % MODULUS;
    const result = is_negative ? -hashed : hashed;
    return as_int(result === -1n ? -2n : result);
  }

  compare(other: Dynamic, context: Settings | null = null): Decimal {
    const operand = needed(other);
    const odd = arithmetic.not_number([this._parts, operand], context ?? current());
    if (odd !== null) return Decimal._of(odd);
    return new Decimal(arithmetic.compared(this._parts, operand));
  }

  max(other: Dynamic, context: Settings | null = null): Decimal {
    return larger(this._parts, needed(other), 1, context ?? current());
  }

  min(other: Dynamic, context: Settings | null = null): Decimal {
    return larger(this._parts, needed(other), -1, context ?? current());
  }

  // --- what it is

  is_nan(): boolean {
    return arithmetic.is_nan(this._parts);
  }

  is_qnan(): boolean {
    return this._parts.kind === "quiet";
  }

  is_snan(): boolean {
    return this._parts.kind === "signaling";
  }

  is_infinite(): boolean {
    return this._parts.kind === "infinite";
  }

  is_finite(): boolean {
    return this._parts.kind === "finite";
  }

  is_zero(): boolean {
    return arithmetic.is_zero(this._parts);
  }

  is_signed(): boolean {
    return this._parts.is_negative;
  }

  is_normal(context: Settings | null = null): boolean {
    if (!this.is_finite() || this.is_zero()) return false;
    return arithmetic.adjusted(this._parts) >= (context ?? current()).Emin;
  }

  is_subnormal(context: Settings | null = null): boolean {
    return this.is_finite() && !this.is_zero() && !this.is_normal(context);
  }

  is_canonical(): boolean {
    return true;
  }

  /** The exponent of the first digit. */
  adjusted(): int {
    return this.is_finite() ? arithmetic.adjusted(this._parts) : 0;
  }

  same_quantum(other: Dynamic): boolean {
    const operand = needed(other);
    if (!this.is_finite() || operand.kind !== "finite")
      return this._parts.kind === operand.kind || (this.is_nan() && arithmetic.is_nan(operand));
    return this._parts.exponent === operand.exponent;
  }

  as_tuple(): Dynamic {
    const { kind, is_negative, coefficient, exponent } = this._parts;
    const is_bare = kind !== "finite" && coefficient === 0n;
    const digits = is_bare && kind !== "infinite" ? [] : Array.from(coefficient.toString(), Number);
    const shown = { finite: exponent, infinite: "F", quiet: "n", signaling: "N" }[kind];
    return DecimalTuple(is_negative ? 1 : 0, Tuple.of(...digits), shown);
  }

  as_integer_ratio(): Dynamic {
    const { kind, is_negative, coefficient, exponent } = this._parts;
    if (kind === "infinite") throw new OverflowError("cannot convert Infinity to integer ratio");
    if (kind !== "finite") throw new ValueError("cannot convert NaN to integer ratio");
    let numerator = coefficient * power_of_ten(Math.max(exponent, 0));
    let denominator = power_of_ten(Math.max(-exponent, 0));
    const divisor = common_divisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    return Tuple.of(as_int(is_negative ? -numerator : numerator), as_int(denominator));
  }

  copy_abs(): Decimal {
    return Decimal._of({ ...this._parts, is_negative: false });
  }

  copy_negate(): Decimal {
    return Decimal._of(arithmetic.negated(this._parts));
  }

  copy_sign(other: Dynamic): Decimal {
    return Decimal._of({ ...this._parts, is_negative: needed(other).is_negative });
  }

  scaleb(other: Dynamic, context: Settings | null = null): Decimal {
    const used = context ?? current();
    const operand = needed(other);
    const odd = arithmetic.not_number([this._parts, operand], used);
    if (odd !== null) return Decimal._of(odd);
    const by = Number(whole(operand, ROUND_DOWN));
    if (this._parts.kind === "infinite") return this;
    return Decimal._of(finished({ ...this._parts, exponent: this._parts.exponent + by }, used));
  }

  conjugate(): Decimal {
    return this;
  }

  canonical(): Decimal {
    return this;
  }

  radix(): Decimal {
    return new Decimal(10);
  }

  get real(): Decimal {
    return this;
  }

  get imag(): Decimal {
    return new Decimal(0);
  }

  __copy__(): this {
    return this;
  }

  __deepcopy__(): this {
    return this;
  }

  // --- text

  to_eng_string(context: Settings | null = null): string {
    return to_text(this._parts, (context ?? current()).capitals, true);
  }

  __str__(): string {
    return to_text(this._parts, current().capitals);
  }

  __repr__(): string {
    return `Decimal('${to_text(this._parts, current().capitals)}')`;
  }

  __format__(spec: string): string {
    const { capitals, rounding } = current();
    return spec === "" ? this.__str__() : formatted(this._parts, spec, capitals, rounding);
  }
}

type Operation = (a: Parts, b: Parts, context: Settings) => Parts;

function binary(self: Decimal, other: Dynamic, operation: Operation): Dynamic {
  const operand = operand_parts(other);
  if (operand === null) return NotImplemented;
  return Decimal._of(operation(self._parts, operand, current()));
}

function reversed(operation: Operation): Operation {
  return (a, b, context) => operation(b, a, context);
}

function quotient(a: Parts, b: Parts, context: Settings): Parts {
  return arithmetic.divide_whole(a, b, context, "quotient").quotient;
}

function rest(a: Parts, b: Parts, context: Settings): Parts {
  return arithmetic.divide_whole(a, b, context, "rest").rest;
}

function both(a: Parts, b: Parts): Dynamic {
  const made = arithmetic.divide_whole(a, b, current(), "both");
  return Tuple.of(Decimal._of(made.quotient), Decimal._of(made.rest));
}

/** `+d`, `-d`, `abs(d)`: rounded, and a zero has no sign. */
function signed_result(parts: Parts, context: Settings): Parts {
  const odd = arithmetic.not_number([parts], context);
  if (odd !== null) return odd;
  if (parts.kind === "infinite") return parts;
  const has_sign = parts.coefficient !== 0n || context.rounding === ROUND_FLOOR;
  return finished(has_sign ? parts : { ...parts, is_negative: false }, context);
}

/** Notes that digits were lost. */
function noted(before: Parts, after: Parts, context: Settings): Parts {
  if (after.exponent > before.exponent) {
    context._signal(Rounded);
    if (arithmetic.compared(before, after) !== 0) context._signal(Inexact);
  }
  return after;
}

function larger(a: Parts, b: Parts, direction: 1 | -1, context: Settings): Decimal {
  if (a.kind === "quiet" && !arithmetic.is_nan(b)) return Decimal._of(finished_any(b, context));
  if (b.kind === "quiet" && !arithmetic.is_nan(a)) return Decimal._of(finished_any(a, context));
  const odd = arithmetic.not_number([a, b], context);
  if (odd !== null) return Decimal._of(odd);
  const order = arithmetic.compared(a, b) || total_order(a, b);
  return Decimal._of(finished_any(order * direction >= 0 ? a : b, context));
}

function total_order(a: Parts, b: Parts): number {
  if (a.is_negative !== b.is_negative) return a.is_negative ? -1 : 1;
  return (a.exponent - b.exponent) * (a.is_negative ? -1 : 1);
}

function finished_any(parts: Parts, context: Settings): Parts {
  return parts.kind === "finite" ? finished(parts, context) : parts;
}

function ordered(
  self: Decimal,
  other: Dynamic,
  holds: (order: number) => boolean,
  is_equality = false,
): Dynamic {
  const operand = compared_operand(other, is_equality);
  if (operand === null) return NotImplemented;
  const own = self._parts;
  if (arithmetic.is_nan(own) || arithmetic.is_nan(operand)) {
    const is_told = !is_equality || own.kind === "signaling" || operand.kind === "signaling";
    if (is_told) current()._invalid();
    return false;
  }
  return holds(arithmetic.compared(own, operand));
}

/** Comparisons take floats too, exactly. */
function compared_operand(other: Dynamic, is_equality: boolean): Parts | null {
  const operand = operand_parts(other);
  if (operand !== null) return operand;
  const inner: Dynamic = unboxed(other);
  if (!is_float(other) && !is_float(inner)) return null;
  const context = current();
  if (is_equality) context.flags.set(FloatOperation, true);
  else context._signal(FloatOperation);
  return of_double(Number(inner));
}

/** What arithmetic takes: decimals and ints; `null` for others. */
function operand_parts(value: Dynamic): Parts | null {
  if (value instanceof Decimal) return value._parts;
  if (typeof value === "boolean") return finite(false, value ? 1n : 0n, 0);
  if (is_int(value)) return number_parts(value);
  const inner: Dynamic = unboxed(value);
  return inner !== value && is_int(inner) ? number_parts(inner) : null;
}

function needed(value: Dynamic): Parts {
  const parts = operand_parts(value);
  if (parts === null)
    throw new TypeError(`conversion from ${type_name(value)} to Decimal is not supported`);
  return parts;
}

function number_parts(value: Dynamic): Parts {
  if (is_float(value)) return of_double(Number(value));
  const integer = BigInt(value);
  return finite(integer < 0n, integer < 0n ? -integer : integer, 0);
}

function converted(value: Dynamic, context: Settings): Parts {
  const operand = operand_parts(value);
  if (operand !== null) return operand;
  const inner: Dynamic = unboxed(value);
  if (typeof inner === "string")
    return parsed(inner) ?? arithmetic.invalid(context, "ConversionSyntax");
  if (is_float(value) || is_float(inner)) {
    context._signal(FloatOperation);
    return of_double(Number(inner));
  }
  if (Array.isArray(value)) return of_tuple(value);
  throw new TypeError(`conversion from ${type_name(value)} to Decimal is not supported`);
}

/** `(0, (3, 1, 4), -2)`; the exponent is "F", "n" or "N" for what is no finite number. */
function of_tuple(value: readonly Dynamic[]): Parts {
  if (value.length !== 3) throw new ValueError("argument must be a sequence of length 3");
  const [sign, digits, exponent] = value;
  if (sign !== 0 && sign !== 1)
    throw new ValueError("sign must be an integer with the value 0 or 1");
  const is_negative = sign === 1;
  if (exponent === "F") return infinite(is_negative);
  const row = [...(digits as Iterable<Dynamic>)];
  if (row.some((each) => !Number.isInteger(each) || each < 0 || each > 9))
    throw new ValueError("coefficient must be a tuple of digits");
  const coefficient = BigInt(row.length === 0 ? "0" : row.join(""));
  if (exponent === "n" || exponent === "N")
    return {
      ...NOT_A_NUMBER,
      kind: exponent === "n" ? "quiet" : "signaling",
      is_negative,
      coefficient,
    };
  if (typeof exponent === "string")
    throw new ValueError("string argument in the third position must be 'F', 'n' or 'N'");
  return finite(is_negative, coefficient, Number(exponent));
}

function whole(parts: Parts, rounding: string): int {
  if (parts.kind === "infinite") throw new OverflowError("cannot convert Infinity to integer");
  if (parts.kind !== "finite") throw new ValueError("cannot convert NaN to integer");
  const { coefficient, is_negative } = rescaled(parts, 0, rounding);
  return as_int(is_negative ? -coefficient : coefficient);
}

function common_divisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}
