// The Mersenne Twister MT19937 with CPython's seeding: the same numbers for the same seed.

const WORDS = 624;
const MIDDLE = 397;

/** Yields 32 random bits at a time; the state can be saved and put back. */
export class MersenneTwister {
  #words = new Uint32Array(WORDS);
  #at = WORDS;

  /** Seeds with the 32-bit digits of a number, least significant first (init_by_array). */
  seed(key: readonly number[]): void {
    this.#seed_with_number(19650218);
    const words = this.#words;
    let i = 1;
    let j = 0;
    for (let k = Math.max(WORDS, key.length); k > 0; k--) {
      words[i] = (word(words, i) ^ Math.imul(mixed(words, i), 1664525)) + (key[j] ?? 0) + j;
      if (++i >= WORDS) {
        words[0] = word(words, WORDS - 1);
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = WORDS - 1; k > 0; k--) {
      words[i] = (word(words, i) ^ Math.imul(mixed(words, i), 1566083941)) - i;
      if (++i >= WORDS) {
        words[0] = word(words, WORDS - 1);
        i = 1;
      }
    }
    words[0] = 0x80000000;
  }

  /** 32 random bits as a number from 0 on. */
  next_word(): number {
    if (this.#at >= WORDS) this.#refill();
    let y = word(this.#words, this.#at++);
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A double of 53 random bits in [0, 1). */
  next_double(): number {
    const high = this.next_word() >>> 5;
    const low = this.next_word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** The 624 words and the position among them. */
  get state(): readonly number[] {
    return [...this.#words, this.#at];
  }

  set state(state: readonly number[]) {
    this.#words = Uint32Array.from(state.slice(0, WORDS));
    this.#at = state[WORDS] ?? WORDS;
  }

  #seed_with_number(seed: number): void {
    const words = this.#words;
    words[0] = seed;
    for (let i = 1; i < WORDS; i++) words[i] = Math.imul(mixed(words, i), 1812433253) + i;
    this.#at = WORDS;
  }

  #refill(): void {
    const words = this.#words;
    for (let i = 0; i < WORDS; i++) {
      const y = (word(words, i) & 0x80000000) | (word(words, (i + 1) % WORDS) & 0x7fffffff);
      words[i] = word(words, (i + MIDDLE) % WORDS) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#at = 0;
  }
}

function word(words: Uint32Array, at: number): number {
  return words[at] as number;
}

/** The word before, its high bits folded into its low ones. */
function mixed(words: Uint32Array, at: number): number {
  const before = word(words, at - 1);
  return before ^ (before >>> 30);
}
