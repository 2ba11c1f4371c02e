// A seeded source of random choices: the same seed gives the same programs everywhere.

export interface Random {
  /** A number from 0 up to, not including, `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  choice<T>(items: readonly T[]): T;
}

/** The mulberry32 generator. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    choice: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to choose from");
      return item;
    },
  };
}
