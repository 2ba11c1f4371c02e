// A place that holds values over time: a variable, a parameter, an attribute, the elements of a list.
import type { Type } from "../../facts/types.ts";

/** Code that is evaluated again when a cell that it has read grows. */
export interface Reader {
  readonly id: number;
}

/** Cells that turn out to hold the same values are unified: all but one then point to the root. */
export class Cell {
  merged_into: Cell | null = null;
  value: Type = NEVER;
  growths = 0;
  /** What is stored here is seen by code that we do not know. */
  leaks = false;
  /** Of the elements of lists: somebody may take some out. */
  shrinks = false;
  // most cells have none of either
  private reading: Set<Reader> | null = null;
  private flowing: Set<Cell> | null = null;

  get readers(): ReadonlySet<Reader> {
    return this.reading ?? NOBODY;
  }

  read_by(reader: Reader): void {
    (this.reading ??= new Set()).add(reader);
  }

  /** Cells that hold at least what this one holds. */
  get targets(): ReadonlySet<Cell> {
    return this.flowing ?? NOWHERE;
  }

  flow_to(target: Cell): void {
    (this.flowing ??= new Set()).add(target);
  }

  get root(): Cell {
    if (this.merged_into === null) return this;
    const root = this.merged_into.root;
    this.merged_into = root;
    return root;
  }
}

const NOBODY: ReadonlySet<Reader> = new Set();
const NOWHERE: ReadonlySet<Cell> = new Set();

/** The only one: it is told by its identity. */
export const NEVER: Type = { type: "never" };
