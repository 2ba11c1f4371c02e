// The end of every operation: a result is rounded to the context's precision and limits, and what happened is signalled.
import { digit_count, power_of_ten } from "./digits.ts";
import { finite, infinite, type Parts } from "./parts.ts";
import { ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, divided } from "./rounding.ts";
import type { Settings } from "./settings.ts";
import { Clamped, Inexact, Overflow, Rounded, Subnormal, Underflow } from "./signals.ts";

/** A finite result as the context lets it be. */
export function finished(parts: Parts, context: Settings): Parts {
  if (parts.coefficient === 0n) return finished_zero(parts, context);
  const { is_negative, coefficient } = parts;
  const least = context.Etiny();
  const wanted = digit_count(coefficient) + parts.exponent - context.prec;
  if (wanted > context.Etop()) return overflowed(is_negative, context);
  const is_subnormal = wanted < least;
  const exponent = is_subnormal ? least : wanted;
  if (parts.exponent >= exponent) {
    if (is_subnormal) context._signal(Subnormal);
    return folded(parts, context);
  }
  const unit = power_of_ten(exponent - parts.exponent);
  const { value, is_exact } = divided(coefficient, unit, is_negative, context.rounding);
  const carries = digit_count(value) > context.prec;
  const made = carries
    ? finite(is_negative, value / 10n, exponent + 1)
    : finite(is_negative, value, exponent);
  if (made.exponent > context.Etop()) return overflowed(is_negative, context);
  if (!is_exact && is_subnormal) context._signal(Underflow);
  if (is_subnormal) context._signal(Subnormal);
  if (!is_exact) context._signal(Inexact);
  context._signal(Rounded);
  if (value === 0n) context._signal(Clamped);
  return folded(made, context);
}

function finished_zero(parts: Parts, context: Settings): Parts {
  const most = context.clamp === 1 ? context.Etop() : context.Emax;
  const exponent = Math.min(Math.max(parts.exponent, context.Etiny()), most);
  if (exponent === parts.exponent) return parts;
  context._signal(Clamped);
  return { ...parts, exponent };
}

/** With `clamp` exponents stay below the top, as zeros behind the digits. */
function folded(parts: Parts, context: Settings): Parts {
  const top = context.Etop();
  if (context.clamp !== 1 || parts.exponent <= top) return parts;
  context._signal(Clamped);
  const coefficient = parts.coefficient * power_of_ten(parts.exponent - top);
  return finite(parts.is_negative, coefficient, top);
}

function overflowed(is_negative: boolean, context: Settings): Parts {
  context._signal(Overflow);
  context._signal(Inexact);
  context._signal(Rounded);
  const { rounding } = context;
  const stays =
    rounding === ROUND_DOWN ||
    rounding === ROUND_05UP ||
    rounding === (is_negative ? ROUND_CEILING : ROUND_FLOOR);
  if (!stays) return infinite(is_negative);
  return finite(is_negative, power_of_ten(context.prec) - 1n, context.Etop());
}
