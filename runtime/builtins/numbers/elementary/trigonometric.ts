// sin, cos, tan of doubles, rounded once: what C's functions give but for very few arguments.
import { quotient, scaled, type DoubleDouble } from "./double-double.ts";
import { quarter_turns, type Angle } from "./quarter-turns.ts";
import { rounded } from "./rounded.ts";
import {
  exact_sine_and_cosine,
  quick_sine_and_cosine,
  type SineAndCosine,
} from "./sine-and-cosine.ts";

/** Below, sin(x) and tan(x) are x, and cos(x) is 1. */
const TINY = 2 ** -27;

/** NaN for what is not finite. */
export function sin(x: number): number {
  if (Math.abs(x) < TINY || Number.isNaN(x)) return x;
  return of_angle(x, 0, turned);
}

/** NaN for what is not finite. */
export function cos(x: number): number {
  if (Math.abs(x) < TINY) return 1;
  return of_angle(x, 1, turned);
}

/** NaN for what is not finite. */
export function tan(x: number): number {
  if (Math.abs(x) < TINY || Number.isNaN(x)) return x;
  return of_angle(x, 0, tangent);
}

type Of = (found: SineAndCosine, quarter: number) => DoubleDouble;

function of_angle(x: number, more: number, of: Of): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const { quarter, rest }: Angle = quarter_turns(x);
  const quick = rounded(of(quick_sine_and_cosine(rest), quarter + more));
  return Number.isNaN(quick) ? of(exact_sine_and_cosine(rest), quarter + more).high : quick;
}

/** The sine after some quarter turns. */
function turned({ sine, cosine }: SineAndCosine, quarter: number): DoubleDouble {
  const value = quarter & 1 ? cosine : sine;
  return quarter & 2 ? scaled(value, -1) : value;
}

function tangent({ sine, cosine }: SineAndCosine, quarter: number): DoubleDouble {
  return quarter & 1 ? scaled(quotient(cosine, sine), -1) : quotient(sine, cosine);
}
