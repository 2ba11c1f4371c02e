// Tests that are about CPython's implementation, each with the reason why it says nothing here. The only list of its kind.

export interface Skip {
  /** A test's id below its module, or the beginning of ids before a dot: a whole class. */
  readonly test: string;
  readonly reason: string;
}

export const skips: readonly Skip[] = [];
