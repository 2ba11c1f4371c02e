// The error function by the rational approximations of C's libraries: one for each stretch of the axis.
import { exp } from "../../builtins/numbers/elementary/exponentials.ts";

/** erf(x) = x + x * EFX for tiny x. */
const EFX = 1.28379167095512586316e-1;
/** erf(1) to a few bits. */
const ERX = 8.45062911510467529297e-1;

const P_SMALL = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5,
];
const Q_SMALL = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.9602282787753681232e-6,
];
const P_NEAR_1 = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
  -2.166375594868790843e-3,
];
const Q_NEAR_1 = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
];
const P_MIDDLE = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
  -8.12874355063065934246e1, -9.81432934416914548592,
];
const Q_MIDDLE = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2,
  6.45387271733267880336e2, 4.29008140027567833386e2, 1.08635005541779435134e2,
  6.57024977031928170135, -6.04244152148580987438e-2,
];
const P_FAR = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
  -4.83519191608651397019e2,
];
const Q_FAR = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3,
  3.19985821950859553908e3, 2.55305040643316442583e3, 4.74528541206955367215e2,
  -2.24409524465858183362e1,
];

export function error_function(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 2 ** -28) {
      return size < 2 ** -1015 ? 0.0625 * (16 * x + 16 * EFX * x) : x + EFX * x;
    }
    return x + x * small(x);
  }
  const found = size < 1.25 ? ERX + near_1(size) : size >= 6 ? 1 : 1 - tail(size);
  return x < 0 ? -found : found;
}

export function error_function_complement(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x;
    return x < 0.25 ? 1 - (x + x * small(x)) : 0.5 - (x - 0.5 + x * small(x));
  }
  if (size < 1.25) return x < 0 ? 1 + (ERX + near_1(size)) : 1 - ERX - near_1(size);
  if (x < -6) return 2;
  if (size >= 28) return x > 0 ? 0 : 2;
  return x > 0 ? tail(size) : 2 - tail(size);
}

/** erf(x)/x - 1 */
function small(x: number): number {
  const square = x * x;
  return by_pairs(P_SMALL, square) / by_pairs(Q_SMALL, square);
}

function near_1(size: number): number {
  return by_pairs(P_NEAR_1, size - 1) / by_pairs(Q_NEAR_1, size - 1);
}

/** erfc(size) from 1.25 on. */
function tail(size: number): number {
  const inverse = 1 / (size * size);
  const [p, q] = size < 1 / 0.35 ? [P_MIDDLE, Q_MIDDLE] : [P_FAR, Q_FAR];
  const ratio = by_pairs(p, inverse) / by_pairs(q, inverse);
  const head = truncated(size);
  return (exp(-head * head - 0.5625) * exp((head - size) * (head + size) + ratio)) / size;
}

/** Without the lower half of its bits: its square is exact. */
function truncated(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

/** The polynomial, lowest power first: pairs of terms, with even powers of x. */
function by_pairs(coefficients: readonly number[], x: number): number {
  const square = x * x;
  let power = 1;
  let sum = 0;
  for (let index = 0; index < coefficients.length; index += 2) {
    const next = coefficients[index + 1];
    const head = coefficients[index] as number;
    sum += power * (next === undefined ? head : head + x * next);
    power = index === 0 ? square : power * square;
  }
  return sum;
}
