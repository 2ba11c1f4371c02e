// What every node of the tree has: its CPython name and its place in the text.

/**
 * A place in the decoded source text: UTF-16 offsets, end exclusive. Lines and columns (CPython's
 * UTF-8 byte columns, people's code-point columns) are computed from these by `positions.ts`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `tag` is the class name in CPython's `ast` module (3.13); fields bear CPython's field names. */
export interface Node extends Span {
  readonly tag: string;
}
