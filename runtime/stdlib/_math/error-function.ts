// The error function by the rational approximations of C's libraries: one for each stretch of the axis.
import { exp } from "../../builtins/numbers/elementary/exponentials.ts";

/** erf(x) = x + x * EFX for tiny x. */
const EFX = 0.1283791670955126;
/** erf(1) to a few bits. */
const ERX = 0.8450629115104675;

const P_SMALL = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -2.3763016656650163e-5,
];
const Q_SMALL = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -3.960228278775368e-6,
];
const P_NEAR_1 = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
  -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
];
const Q_NEAR_1 = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164,
  0.01363708391202905, 0.011984499846799107,
];
const P_MIDDLE = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006,
  -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const Q_MIDDLE = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679,
  429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const P_FAR = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192,
  -637.5664433683896, -1025.0951316110772, -483.5191916086514,
];
const Q_FAR = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955,
  2553.0504064331644, 474.52854120695537, -22.44095244658582,
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
