// random.Random: all that is drawn from one generator.
import { IndexError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { add, type Dynamic, getitem, len, mul, setitem, sub } from "../../builtins/index.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { exp } from "../../builtins/numbers/elementary/exponentials.ts";
import { log } from "../../builtins/numbers/elementary/logarithms.ts";
import { cos, sin } from "../../builtins/numbers/elementary/trigonometric.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { integer, real } from "../_math/real.ts";
import { MersenneTwister } from "./mersenne-twister.ts";
import { seed_digits } from "./seed.ts";

const STATE_VERSION = 3;
const TWO_PI = 2 * Math.PI;
/** 4 * exp(-0.5) / sqrt(2) */
const NORMAL_CONSTANT = 1.7155277699214135;

/** A generator of its own. Subclasses that override `random` or `getrandbits` change all the rest with it. */
export class Random {
  static readonly __name__: string = "Random";
  static readonly __module__: string = "random";

  #twister = new MersenneTwister();
  #next_gauss: number | null = null;

  constructor(x: int | float | string | Uint8Array | null = null) {
    this.seed(x);
  }

  /** Begins anew: the same seed, the same numbers. Without one the operating system chooses. */
  seed(a: int | float | string | Uint8Array | null = null): void {
    this.#twister.seed(seed_digits(a));
    this.#next_gauss = null;
  }

  getstate(): readonly [int, readonly int[], float | null] {
    const words = Tuple.from_iterable(this.#twister.state);
    return Tuple.of(STATE_VERSION, words, this.#next_gauss);
  }

  setstate(state: readonly [int, readonly int[], float | null]): void {
    const [version, words, next_gauss] = state;
    if (version !== STATE_VERSION) {
      throw new ValueError(
        `state with version ${version} passed to Random.setstate() of version ${STATE_VERSION}`,
      );
    }
    this.#twister.state = words;
    this.#next_gauss = next_gauss;
  }

  /** A float in [0, 1). */
  random(): float {
    return as_float(this.#twister.next_double());
  }

  /** An int of k random bits. ValueError below zero. */
  getrandbits(k: int): int {
    if (k < 0) throw new ValueError("number of bits must be non-negative");
    if (k <= 32) return k === 0 ? 0 : this.#twister.next_word() >>> (32 - k);
    let bits = 0n;
    for (let have = 0; have < k; have += 32) {
      const word = this.#twister.next_word() >>> Math.max(0, 32 - (k - have));
      bits |= BigInt(word) << BigInt(have);
    }
    return as_int(bits);
  }

  /** An int from range(start, stop, step); from range(start) when alone. ValueError when that is empty. */
  randrange(start: int, stop: int | null = null, step: int = 1): int {
    const first = integer(start);
    if (stop === null) {
      if (step !== 1) throw new TypeError("Missing a non-None stop argument");
      if (first > 0n) return as_int(this.#below(first));
      throw new ValueError("empty range for randrange()");
    }
    const [width, stride] = [integer(stop) - first, integer(step)];
    if (stride === 0n) throw new ValueError("zero step for randrange()");
    const count = stride > 0n ? (width + stride - 1n) / stride : (width + stride + 1n) / stride;
    if (count > 0n && (stride > 0n ? width > 0n : width < 0n)) {
      return as_int(first + stride * this.#below(count));
    }
    const range = stride === 1n ? `${start}, ${stop}` : `${start}, ${stop}, ${step}`;
    throw new ValueError(`empty range in randrange(${range})`);
  }

  /** An int from a to b, both included. */
  randint(a: int, b: int): int {
    return this.randrange(a, add(b, 1));
  }

  /** One of the items. IndexError when there is none. */
  choice(seq: string): string;
  choice<T>(seq: Iterable<T>): T;
  choice(seq: Dynamic): Dynamic {
    const count = len(seq);
    if (count === 0) throw new IndexError("Cannot choose from an empty sequence");
    return getitem(seq, Number(this.#below(BigInt(count))));
  }

  /** k items, each chosen from all; by weight, or by weights summed up. */
  choices(
    population: string,
    weights?: Iterable<number> | null,
    options?: { cum_weights?: Iterable<number> | null; k?: int },
  ): string[];
  choices<T>(
    population: Iterable<T>,
    weights?: Iterable<number> | null,
    options?: { cum_weights?: Iterable<number> | null; k?: int },
  ): T[];
  choices(
    population: Dynamic,
    weights: Iterable<number> | null = null,
    { cum_weights = null, k = 1 }: { cum_weights?: Iterable<number> | null; k?: int } = {},
  ): Dynamic[] {
    const count = len(population);
    const summed = cumulative(weights, cum_weights);
    if (summed === null) {
      return drawn(k, () => getitem(population, Math.floor(real(this.random()) * count)));
    }
    if (summed.length !== count) {
      throw new ValueError("The number of weights does not match the population");
    }
    const total = summed[count - 1] ?? 0;
    if (total <= 0) throw new ValueError("Total of weights must be greater than zero");
    if (!Number.isFinite(total)) throw new ValueError("Total of weights must be finite");
    return drawn(k, () => {
      const place = first_above(summed, real(this.random()) * total, count - 1);
      return getitem(population, place);
    });
  }

  /** Puts the items of a list into a random order, in place. */
  shuffle(x: Dynamic): void {
    for (let last = len(x) - 1; last > 0; last--) {
      const place = Number(this.#below(BigInt(last + 1)));
      const item = getitem(x, last);
      setitem(x, last, getitem(x, place));
      setitem(x, place, item);
    }
  }

  /** k different items in random order; `counts` says how often each occurs. */
  sample(population: string, k: int, options?: { counts?: Iterable<int> | null }): string[];
  sample<T>(population: Iterable<T>, k: int, options?: { counts?: Iterable<int> | null }): T[];
  sample(
    population: Dynamic,
    k: int,
    { counts = null }: { counts?: Iterable<int> | null } = {},
  ): Dynamic[] {
    if (!is_sequence(population)) {
      throw new TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    const size = len(population);
    if (counts === null) return this.#places(size, k).map((place) => getitem(population, place));
    const summed = cumulative(counts, null) ?? [];
    if (summed.length !== size) {
      throw new ValueError("The number of counts does not match the population");
    }
    const total = summed[size - 1] ?? 0;
    if (total <= 0) throw new ValueError("Total of counts must be greater than zero");
    return this.#places(total, k).map((place) =>
      getitem(population, first_above(summed, place, summed.length)),
    );
  }

  /** A float between a and b. */
  uniform(a: number, b: number): float {
    return add(a, mul(sub(b, a), this.random()));
  }

  triangular(low: number = 0, high: number = 1, mode: number | null = null): float {
    let [from, to, draw] = [real(low), real(high), real(this.random())];
    if (mode !== null && to === from) return low;
    let middle = mode === null ? 0.5 : (real(mode) - from) / (to - from);
    if (draw > middle) [draw, middle, from, to] = [1 - draw, 1 - middle, to, from];
    return as_float(from + (to - from) * Math.sqrt(draw * middle));
  }

  normalvariate(mu: number = 0, sigma: number = 1): float {
    for (;;) {
      const first = real(this.random());
      const second = 1 - real(this.random());
      const z = (NORMAL_CONSTANT * (first - 0.5)) / second;
      if ((z * z) / 4 <= -log(second)) return as_float(real(mu) + z * real(sigma));
    }
  }

  gauss(mu: number = 0, sigma: number = 1): float {
    let z = this.#next_gauss;
    this.#next_gauss = null;
    if (z === null) {
      const angle = real(this.random()) * TWO_PI;
      const radius = Math.sqrt(-2 * log(1 - real(this.random())));
      z = cos(angle) * radius;
      this.#next_gauss = sin(angle) * radius;
    }
    return as_float(real(mu) + z * real(sigma));
  }

  lognormvariate(mu: number = 0, sigma: number = 1): float {
    return as_float(exp(real(this.normalvariate(mu, sigma))));
  }

  expovariate(lambd: number = 1): float {
    return as_float(-log(1 - real(this.random())) / real(lambd));
  }

  /** k different places among `size`, as CPython chooses them: a shrinking pool, or a set where that is cheaper. */
  #places(size: int, k: int): int[] {
    if (k < 0 || k > size) throw new ValueError("Sample larger than population or is negative");
    const set_size = k > 5 ? 21 + 4 ** Math.ceil(log(k * 3) / log(4)) : 21;
    return size <= set_size ? this.#from_pool(size, k) : this.#from_all(size, k);
  }

  #from_pool(size: int, k: int): int[] {
    const pool = Array.from({ length: size }, (_, place) => place);
    return drawn(k, (at) => {
      const chosen = Number(this.#below(BigInt(size - at)));
      const place = pool[chosen] as int;
      pool[chosen] = pool[size - at - 1] as int;
      return place;
    });
  }

  #from_all(size: int, k: int): int[] {
    const taken = new Set<int>();
    return drawn(k, () => {
      let place = Number(this.#below(BigInt(size)));
      while (taken.has(place)) place = Number(this.#below(BigInt(size)));
      taken.add(place);
      return place;
    });
  }

  /** An int in [0, count), none likelier than another. */
  #below(count: bigint): bigint {
    const bits = count.toString(2).length;
    for (;;) {
      const draw = BigInt(this.getrandbits(bits));
      if (draw < count) return draw;
    }
  }
}

function cumulative(
  weights: Iterable<number> | null,
  summed: Iterable<number> | null,
): number[] | null {
  if (summed !== null) {
    if (weights !== null) throw new TypeError("Cannot specify both weights and cumulative weights");
    return [...summed].map(real);
  }
  if (weights === null) return null;
  if (typeof weights === "number") {
    throw new TypeError(`The number of choices must be a keyword argument: k=${String(weights)}`);
  }
  let total = 0;
  return [...weights].map((weight) => (total += real(weight)));
}

/** The first place whose sum is above x; `end` when none is. */
function first_above(summed: readonly number[], x: number, end: number): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x < (summed[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function drawn<T>(count: int, draw: (at: int) => T): T[] {
  return Array.from({ length: Number(count) }, (_, at) => draw(at));
}

function is_sequence(value: Dynamic): boolean {
  return typeof value === "string" ||
    Array.isArray(value) ||
    typeof value?.__getitem__ === "function"
    ? !(value instanceof Map)
    : value instanceof Uint8Array;
}
