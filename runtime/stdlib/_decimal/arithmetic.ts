// The operations on decimal numbers, by the rules of the General Decimal Arithmetic.
import { digit_count, power_of_ten, square_root } from "./digits.ts";
import { finished } from "./finish.ts";
import { finite, infinite, NOT_A_NUMBER, type Parts } from "./parts.ts";
import { ROUND_FLOOR, ROUND_HALF_EVEN } from "./rounding.ts";
import type { Settings } from "./settings.ts";
import { Clamped, DivisionByZero, InvalidOperation, type InvalidCondition } from "./signals.ts";

export function add(a: Parts, b: Parts, context: Settings): Parts {
  const odd = not_number([a, b], context);
  if (odd !== null) return odd;
  if (a.kind === "infinite") {
    if (b.kind === "infinite" && a.is_negative !== b.is_negative) return invalid(context);
    return a;
  }
  if (b.kind === "infinite") return b;
  const [first, second] = brought_near(a, b, context);
  const exponent = Math.min(first.exponent, second.exponent);
  const sum = aligned(first, exponent) + aligned(second, exponent);
  if (sum !== 0n) return finished(signed(sum, exponent), context);
  const both = a.is_negative && b.is_negative;
  const differ = a.is_negative !== b.is_negative && context.rounding === ROUND_FLOOR;
  return finished(finite(both || differ, 0n, exponent), context);
}

export function negated(a: Parts): Parts {
  return { ...a, is_negative: !a.is_negative };
}

export function subtract(a: Parts, b: Parts, context: Settings): Parts {
  return not_number([a, b], context) ?? add(a, negated(b), context);
}

export function multiply(a: Parts, b: Parts, context: Settings): Parts {
  const odd = not_number([a, b], context);
  if (odd !== null) return odd;
  const is_negative = a.is_negative !== b.is_negative;
  if (a.kind === "infinite" || b.kind === "infinite") {
    const has_zero = is_zero(a) || is_zero(b);
    return has_zero ? invalid(context) : infinite(is_negative);
  }
  return finished(
    finite(is_negative, a.coefficient * b.coefficient, a.exponent + b.exponent),
    context,
  );
}

export function divide(a: Parts, b: Parts, context: Settings): Parts {
  const odd = not_number([a, b], context);
  if (odd !== null) return odd;
  const is_negative = a.is_negative !== b.is_negative;
  if (a.kind === "infinite")
    return b.kind === "infinite" ? invalid(context) : infinite(is_negative);
  if (b.kind === "infinite") {
    context._signal(Clamped);
    return finite(is_negative, 0n, context.Etiny());
  }
  if (is_zero(b)) return divided_by_zero(a, is_negative, context);
  const ideal = a.exponent - b.exponent;
  if (is_zero(a)) return finished(finite(is_negative, 0n, ideal), context);
  const more = digit_count(b.coefficient) - digit_count(a.coefficient) + context.prec + 1;
  const shift = Math.max(more, 0);
  const dividend = a.coefficient * power_of_ten(shift);
  const quotient = dividend / b.coefficient;
  if (dividend % b.coefficient !== 0n)
    return finished(finite(is_negative, sticky(quotient), ideal - shift), context);
  return finished(without_zeros(finite(is_negative, quotient, ideal - shift), ideal), context);
}

/** The whole part of the quotient and what is left, which has the sign of `a`; only what is `wanted` can go wrong. */
export function divide_whole(
  a: Parts,
  b: Parts,
  context: Settings,
  wanted: "quotient" | "rest" | "both",
): { readonly quotient: Parts; readonly rest: Parts } {
  const odd = not_number([a, b], context);
  if (odd !== null) return { quotient: odd, rest: odd };
  const is_negative = a.is_negative !== b.is_negative;
  if (a.kind === "infinite") {
    const is_wrong = b.kind === "infinite" || wanted !== "quotient";
    const rest = is_wrong ? invalid(context) : NOT_A_NUMBER;
    return { quotient: b.kind === "infinite" ? rest : infinite(is_negative), rest };
  }
  if (is_zero(b)) {
    if (is_zero(a)) {
      const nothing = invalid(context, "DivisionUndefined");
      return { quotient: nothing, rest: nothing };
    }
    if (wanted === "rest") invalid(context);
    else if (wanted === "quotient") context._signal(DivisionByZero);
    else context._signal_all([InvalidOperation, DivisionByZero]);
    return { quotient: infinite(is_negative), rest: NOT_A_NUMBER };
  }
  const exponent = Math.min(a.exponent, b.exponent);
  if (b.kind === "infinite" || is_zero(a))
    return {
      quotient: finite(is_negative, 0n, 0),
      rest: finished(b.kind === "infinite" ? a : { ...a, exponent }, context),
    };
  if (adjusted(a) - adjusted(b) > context.prec) return impossible(context);
  const [dividend, divisor] = [magnitude(a, exponent), magnitude(b, exponent)];
  const quotient = dividend / divisor;
  if (digit_count(quotient) > context.prec) return impossible(context);
  return {
    quotient: finite(is_negative, quotient, 0),
    rest: finished(finite(a.is_negative, dividend % divisor, exponent), context),
  };
}

export function root(a: Parts, context: Settings): Parts {
  const odd = not_number([a], context);
  if (odd !== null) return odd;
  const ideal = Math.floor(a.exponent / 2);
  if (is_zero(a)) return finished(finite(a.is_negative, 0n, ideal), context);
  if (a.is_negative) return invalid(context);
  if (a.kind === "infinite") return a;
  const even = a.exponent % 2 !== 0;
  const digits = even ? a.coefficient * 10n : a.coefficient;
  const missing = Math.max(0, context.prec + 1 - Math.ceil(digit_count(digits) / 2));
  const square = digits * power_of_ten(2 * missing);
  const value = square_root(square);
  if (value * value !== square)
    return finished(finite(false, sticky(value), ideal - missing), to_even(context));
  return finished(without_zeros(finite(false, value, ideal - missing), ideal), context);
}

/** The context with another way to round: roots, powers and logarithms are rounded to even. */
export function to_even(context: Settings): Settings {
  return new Proxy(context, {
    get: (target, key) => {
      if (key === "rounding") return ROUND_HALF_EVEN;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** -1, 0 or 1, exactly; neither is NaN. */
export function compared(a: Parts, b: Parts): number {
  const [sign, other] = [sign_of(a), sign_of(b)];
  if (sign !== other) return sign < other ? -1 : 1;
  if (sign === 0) return 0;
  if (a.kind === "infinite" || b.kind === "infinite") {
    if (a.kind === b.kind) return 0;
    return (a.kind === "infinite") === sign > 0 ? 1 : -1;
  }
  const [high, low] = [adjusted(a), adjusted(b)];
  if (high !== low) return high > low === sign > 0 ? 1 : -1;
  const exponent = Math.min(a.exponent, b.exponent);
  const [one, two] = [aligned(a, exponent), aligned(b, exponent)];
  return one === two ? 0 : one < two ? -1 : 1;
}

function sign_of(parts: Parts): number {
  if (is_zero(parts)) return 0;
  return parts.is_negative ? -1 : 1;
}

export function is_zero({ kind, coefficient }: Parts): boolean {
  return kind === "finite" && coefficient === 0n;
}

export function is_nan({ kind }: Parts): boolean {
  return kind === "quiet" || kind === "signaling";
}

/** The exponent of the first digit. */
export function adjusted({ coefficient, exponent }: Parts): number {
  return exponent + digit_count(coefficient) - 1;
}

/** The first NaN among operands is the result; a signaling one is told. */
export function not_number(operands: readonly Parts[], context: Settings): Parts | null {
  const signaling = operands.find(({ kind }) => kind === "signaling");
  if (signaling !== undefined) context._invalid();
  const found = signaling ?? operands.find(({ kind }) => kind === "quiet");
  return found === undefined ? null : { ...found, kind: "quiet" };
}

export function invalid(context: Settings, condition?: InvalidCondition): Parts {
  context._invalid(condition);
  return NOT_A_NUMBER;
}

function impossible(context: Settings): { readonly quotient: Parts; readonly rest: Parts } {
  const nothing = invalid(context, "DivisionImpossible");
  return { quotient: nothing, rest: nothing };
}

function divided_by_zero(a: Parts, is_negative: boolean, context: Settings): Parts {
  if (is_zero(a)) return invalid(context, "DivisionUndefined");
  context._signal(DivisionByZero);
  return infinite(is_negative);
}

/** Something that is not zero follows: a last digit of 0 or 5 must not look like a tie or an exact result. */
export function sticky(quotient: bigint): bigint {
  return quotient % 5n === 0n ? quotient + 1n : quotient;
}

/** Zeros at the end taken off, as far as the exponent that the result would like to have. */
export function without_zeros(parts: Parts, ideal: number): Parts {
  let { coefficient, exponent } = parts;
  while (exponent < ideal && coefficient % 10n === 0n && coefficient !== 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return finite(parts.is_negative, coefficient, exponent);
}

function aligned(parts: Parts, exponent: number): bigint {
  const value = magnitude(parts, exponent);
  return parts.is_negative ? -value : value;
}

function magnitude(parts: Parts, exponent: number): bigint {
  return parts.coefficient * power_of_ten(parts.exponent - exponent);
}

function signed(value: bigint, exponent: number): Parts {
  return finite(value < 0n, value < 0n ? -value : value, exponent);
}

/** A term far below the last digit of the other only matters for rounding: it is brought near enough to be added. */
function brought_near(a: Parts, b: Parts, context: Settings): readonly [Parts, Parts] {
  if (is_zero(a) || is_zero(b)) return zero_brought_near(a, b, context);
  const [large, small] = a.exponent < b.exponent ? [b, a] : [a, b];
  const length = digit_count(large.coefficient);
  const exponent = large.exponent + Math.min(-1, length - context.prec - 2);
  if (digit_count(small.coefficient) + small.exponent - 1 >= exponent) return [a, b];
  const replaced = finite(small.is_negative, 1n, exponent);
  return [large, replaced];
}

/** `x + 0` keeps the exponent of the zero only as far as the precision reaches. */
function zero_brought_near(a: Parts, b: Parts, context: Settings): readonly [Parts, Parts] {
  if (is_zero(a) && is_zero(b)) {
    const exponent = Math.min(a.exponent, b.exponent);
    return [
      { ...a, exponent },
      { ...b, exponent },
    ];
  }
  const [zero, other] = is_zero(a) ? [a, b] : [b, a];
  const exponent = Math.max(zero.exponent, other.exponent - context.prec - 1);
  return [{ ...zero, exponent: Math.min(exponent, other.exponent) }, other];
}
