// exp, ln, log10 and powers: calculated with spare digits until the rounding is certain.
import { as_scaled, exp_scaled, ln_scaled, LN_10 } from "./series.ts";
import { adjusted, divide, invalid, is_zero, not_number, sticky, to_even } from "./arithmetic.ts";
import { digit_count, power_of_ten } from "./digits.ts";
import { finished } from "./finish.ts";
import { finite, infinite, type Parts } from "./parts.ts";
import type { Settings } from "./settings.ts";

const ONE = finite(false, 1n, 0);

export function exponential(a: Parts, context: Settings): Parts {
  const odd = not_number([a], context);
  if (odd !== null) return odd;
  if (a.kind === "infinite") return a.is_negative ? finite(false, 0n, 0) : a;
  if (is_zero(a)) return ONE;
  return settled(context, (digits) => exp_of(a, digits, context));
}

export function natural_logarithm(a: Parts, context: Settings): Parts {
  const special = logarithm_of_special(a, context);
  if (special !== null) return special;
  if (is_one(a)) return finite(false, 0n, 0);
  return settled(context, (digits) => of_scaled(ln_scaled(a, digits), digits));
}

export function common_logarithm(a: Parts, context: Settings): Parts {
  const special = logarithm_of_special(a, context);
  if (special !== null) return special;
  const power = exact_power_of_ten(a);
  if (power !== null)
    return finished(finite(power < 0, BigInt(Math.abs(power)), 0), to_even(context));
  return settled(context, (digits) =>
    of_scaled((ln_scaled(a, digits) * power_of_ten(digits)) / LN_10(digits), digits),
  );
}

export function power(a: Parts, b: Parts, context: Settings): Parts {
  const odd = not_number([a, b], context);
  if (odd !== null) return odd;
  const whole = as_whole(b);
  if (is_zero(b)) return is_zero(a) ? invalid(context) : ONE;
  const is_negative = a.is_negative && whole !== null && whole % 2n !== 0n;
  if (a.is_negative && !is_zero(a) && whole === null) return invalid(context);
  if (is_zero(a) || a.kind === "infinite") {
    const grows = is_zero(a) === b.is_negative;
    return grows ? infinite(is_negative) : finite(is_negative, 0n, 0);
  }
  if (b.kind === "infinite") return to_infinity(a, b, context);
  if (whole !== null && is_manageable(a, whole)) return whole_power(a, whole, context);
  const base = { ...a, is_negative: false };
  if (is_one(base)) return finished(unit(is_negative, context), to_even(context));
  const result = settled(context, (digits) => power_of(base, b, digits, context));
  return is_negative ? { ...result, is_negative } : result;
}

/** Powers of a number, exactly, then rounded. */
function whole_power(a: Parts, whole: bigint, context: Settings): Parts {
  const count = whole < 0n ? -whole : whole;
  const is_negative = a.is_negative && count % 2n === 1n;
  const raised = finite(is_negative, a.coefficient ** count, a.exponent * Number(count));
  return whole < 0n ? divide(ONE, raised, to_even(context)) : finished(raised, to_even(context));
}

const MOST_DIGITS = 20_000;

function is_manageable(a: Parts, whole: bigint): boolean {
  const count = Number(whole < 0n ? -whole : whole);
  return digit_count(a.coefficient) * count <= MOST_DIGITS && count <= MOST_DIGITS;
}

function to_infinity(a: Parts, b: Parts, context: Settings): Parts {
  const base = { ...a, is_negative: false };
  if (is_one(base)) return finished(unit(false, context), to_even(context));
  const is_large = adjusted(base) >= 0;
  return is_large === b.is_negative ? finite(false, 0n, 0) : infinite(false);
}

/** 1 with all the digits of the context, as inexact powers of 1 come out. */
function unit(is_negative: boolean, context: Settings): Parts {
  return finite(is_negative, power_of_ten(context.prec - 1), 1 - context.prec);
}

/** The value as a whole number, or `null`. */
function as_whole({ kind, is_negative, coefficient, exponent }: Parts): bigint | null {
  if (kind !== "finite") return null;
  if (exponent > 30) return null;
  let value: bigint;
  if (exponent >= 0) value = coefficient * power_of_ten(exponent);
  else {
    const unit_ = power_of_ten(-exponent);
    if (coefficient % unit_ !== 0n) return null;
    value = coefficient / unit_;
  }
  return is_negative ? -value : value;
}

function is_one({ kind, coefficient, exponent, is_negative }: Parts): boolean {
  return (
    kind === "finite" && !is_negative && exponent <= 0 && coefficient === power_of_ten(-exponent)
  );
}

function exact_power_of_ten(a: Parts): number | null {
  return /^10*$/.test(a.coefficient.toString()) ? adjusted(a) : null;
}

function logarithm_of_special(a: Parts, context: Settings): Parts | null {
  const odd = not_number([a], context);
  if (odd !== null) return odd;
  if (is_zero(a)) return infinite(true);
  if (a.is_negative) return invalid(context);
  return a.kind === "infinite" ? a : null;
}

/** More digits until those behind the precision are neither zeros nor a tie. */
function settled(context: Settings, calculate: (digits: number) => Parts): Parts {
  for (let spare = 8; ; spare *= 2) {
    const result = calculate(context.prec + spare);
    if (result.kind !== "finite") return result;
    const digits = result.coefficient.toString();
    const behind = digits.slice(context.prec, -4);
    const is_certain = behind.length > 0 && !/^(?:0*|9*|50*|49*)$/.test(behind);
    if (is_certain || spare > 60)
      return finished(
        finite(result.is_negative, sticky(result.coefficient), result.exponent),
        to_even(context),
      );
  }
}

function of_scaled(value: bigint, digits: number): Parts {
  return finite(value < 0n, value < 0n ? -value : value, -digits);
}

function exp_of(a: Parts, digits: number, context: Settings): Parts {
  const too_large = adjusted(a) > 20;
  if (too_large)
    return finished(finite(false, 1n, a.is_negative ? -(10 ** 15) : 10 ** 15), context);
  const spare = Math.max(0, adjusted(a)) + 4;
  return exp_parts(as_scaled(a, digits + spare), digits, digits + spare);
}

function exp_parts(scaled: bigint, digits: number, scale: number): Parts {
  const { value, exponent } = exp_scaled(scaled, scale);
  return trimmed(value, exponent - scale, digits);
}

function power_of(base: Parts, b: Parts, digits: number, context: Settings): Parts {
  const spare = Math.max(0, adjusted(b)) + digit_count(BigInt(Math.abs(adjusted(base)))) + 6;
  const scale = digits + spare;
  const product = (ln_scaled(base, scale) * as_scaled(b, scale)) / power_of_ten(scale);
  if (digit_count(product) - scale > 20)
    return finished(finite(false, 1n, product < 0n ? -(10 ** 15) : 10 ** 15), context);
  return exp_parts(product, digits, scale);
}

/** Only so many digits as were asked for. */
function trimmed(value: bigint, exponent: number, digits: number): Parts {
  const more = digit_count(value) - digits;
  return more <= 0
    ? finite(false, value, exponent)
    : finite(false, value / power_of_ten(more), exponent + more);
}
