// The eight ways to round.

export const ROUND_UP: string = "ROUND_UP";
export const ROUND_DOWN: string = "ROUND_DOWN";
export const ROUND_CEILING: string = "ROUND_CEILING";
export const ROUND_FLOOR: string = "ROUND_FLOOR";
export const ROUND_HALF_UP: string = "ROUND_HALF_UP";
export const ROUND_HALF_DOWN: string = "ROUND_HALF_DOWN";
export const ROUND_HALF_EVEN: string = "ROUND_HALF_EVEN";
export const ROUND_05UP: string = "ROUND_05UP";

export const ROUNDINGS: readonly string[] = [
  ROUND_UP,
  ROUND_DOWN,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_UP,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_05UP,
];

/** `coefficient / unit`, rounded; `is_exact` where nothing was lost. The sign decides where up and down are. */
export function divided(
  coefficient: bigint,
  unit: bigint,
  is_negative: boolean,
  rounding: string,
): { readonly value: bigint; readonly is_exact: boolean } {
  const value = coefficient / unit;
  const rest = coefficient % unit;
  if (rest === 0n) return { value, is_exact: true };
  const goes_up = is_away(value, rest * 2n - unit, is_negative, rounding);
  return { value: goes_up ? value + 1n : value, is_exact: false };
}

/** Whether a rounded value goes away from zero; `beyond_half` is the sign of what was cut off less one half. */
function is_away(
  value: bigint,
  beyond_half: bigint,
  is_negative: boolean,
  rounding: string,
): boolean {
  switch (rounding) {
    case ROUND_UP:
      return true;
    case ROUND_DOWN:
      return false;
    case ROUND_CEILING:
      return !is_negative;
    case ROUND_FLOOR:
      return is_negative;
    case ROUND_HALF_UP:
      return beyond_half >= 0n;
    case ROUND_HALF_DOWN:
      return beyond_half > 0n;
    case ROUND_05UP:
      return value % 5n === 0n;
    default:
      return beyond_half > 0n || (beyond_half === 0n && value % 2n === 1n);
  }
}
