// Python's decimal.
import { as_int, type int } from "../builtins/int.ts";

export { Decimal, DecimalTuple } from "./_decimal/decimal.ts";
export {
  BasicContext,
  Context,
  DefaultContext,
  ExtendedContext,
  getcontext,
  localcontext,
  setcontext,
} from "./_decimal/context.ts";
export {
  ROUND_05UP,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUND_UP,
} from "./_decimal/rounding.ts";
export {
  Clamped,
  DecimalException,
  DivisionByZero,
  FloatOperation,
  Inexact,
  InvalidOperation,
  Overflow,
  Rounded,
  Subnormal,
  Underflow,
} from "./_decimal/signals.ts";
export { MAX_EMAX, MAX_PREC } from "./_decimal/settings.ts";

export const MIN_EMIN: int = as_int(-999999999999999999n);
export const MIN_ETINY: int = as_int(-1999999999999999997n);
/** The context is one of variable contexts, so each task has its own. */
export const HAVE_CONTEXTVAR = true;
export const HAVE_THREADS = true;
