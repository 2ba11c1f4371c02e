// How the table of arities is kept.

/** Fewest, most (`null`: any number), the words for each smaller number and for each larger one, the last for all that follow. */
export type Arity = readonly [fewest: number, most: number | null, words: readonly string[]];
