// cbrt as glibc computes it: a polynomial for a first approximation, and one step of Halley's rule.

/** Of the mantissa between 0.5 and 1, lowest power first. */
const FIRST_GUESS = [
  0.35489576504391984, 1.508191937815849, -2.114994941673713, 2.4469312256353444,
  -1.8346927748361308, 0.7849323449766392, -0.14526389938548637,
];
const ROOT_OF_2 = 1.2599210498948732;
const ROOT_OF_4 = 1.5874010519681996;
/** By what is left of the exponent, from -2 to 2. */
const FACTORS = [1 / ROOT_OF_4, 1 / ROOT_OF_2, 1, ROOT_OF_2, ROOT_OF_4];

export function cube_root(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const [mantissa, exponent] = size < 2 ** -1022 ? parts(size * 2 ** 54, -54) : parts(size, 0);
  const guess = FIRST_GUESS.reduceRight((sum, coefficient) => sum * mantissa + coefficient, 0);
  const cube = guess * guess * guess;
  const left = exponent % 3;
  const root =
    ((guess * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * (FACTORS[left + 2] as number);
  return (x < 0 ? -root : root) * 2 ** ((exponent - left) / 3);
}

function parts(size: number, scaled: number): readonly [mantissa: number, exponent: number] {
  let exponent = Math.floor(Math.log2(size)) + 1;
  let mantissa = size / 2 ** (exponent >> 1) / 2 ** (exponent - (exponent >> 1));
  if (mantissa >= 1) [mantissa, exponent] = [mantissa / 2, exponent + 1];
  else if (mantissa < 0.5) [mantissa, exponent] = [mantissa * 2, exponent - 1];
  return [mantissa, exponent + scaled];
}
