// Python's random: the functions of one shared generator, and Random for generators of one's own.
import type { float } from "../builtins/float.ts";
import type { Dynamic } from "../builtins/index.ts";
import type { int } from "../builtins/int.ts";
import { Random } from "./_random/random.ts";

export { Random };

export function seed(a: int | float | string | Uint8Array | null = null): void {
  shared().seed(a);
}

export function getstate(): readonly [int, readonly int[], float | null] {
  return shared().getstate();
}

export function setstate(state: readonly [int, readonly int[], float | null]): void {
  shared().setstate(state);
}

export function random(): float {
  return shared().random();
}

export function getrandbits(k: int): int {
  return shared().getrandbits(k);
}

export function randrange(start: int, stop: int | null = null, step: int = 1): int {
  return shared().randrange(start, stop, step);
}

export function randint(a: int, b: int): int {
  return shared().randint(a, b);
}

export function shuffle(x: Dynamic): void {
  shared().shuffle(x);
}

export function uniform(a: number, b: number): float {
  return shared().uniform(a, b);
}

export function triangular(low: number = 0, high: number = 1, mode: number | null = null): float {
  return shared().triangular(low, high, mode);
}

export function normalvariate(mu: number = 0, sigma: number = 1): float {
  return shared().normalvariate(mu, sigma);
}

export function gauss(mu: number = 0, sigma: number = 1): float {
  return shared().gauss(mu, sigma);
}

export function lognormvariate(mu: number = 0, sigma: number = 1): float {
  return shared().lognormvariate(mu, sigma);
}

export function expovariate(lambd: number = 1): float {
  return shared().expovariate(lambd);
}

export function choice(seq: string): string;
export function choice<T>(seq: Iterable<T>): T;
export function choice(seq: Dynamic): Dynamic {
  return shared().choice(seq);
}

interface ChoicesOptions {
  cum_weights?: Iterable<number> | null;
  k?: int;
}

export function choices(
  population: string,
  weights?: Iterable<number> | null,
  options?: ChoicesOptions,
): string[];
export function choices<T>(
  population: Iterable<T>,
  weights?: Iterable<number> | null,
  options?: ChoicesOptions,
): T[];
export function choices(
  population: Dynamic,
  weights: Iterable<number> | null = null,
  options: ChoicesOptions = {},
): Dynamic[] {
  return shared().choices(population, weights, options);
}

export function sample(population: string, k: int, options?: { counts?: Iterable<int> }): string[];
export function sample<T>(
  population: Iterable<T>,
  k: int,
  options?: { counts?: Iterable<int> },
): T[];
export function sample(
  population: Dynamic,
  k: int,
  options: { counts?: Iterable<int> } = {},
): Dynamic[] {
  return shared().sample(population, k, options);
}

let generator: Random | null = null;

/** Seeded by the operating system when it is first asked for. */
function shared(): Random {
  return (generator ??= new Random());
}
