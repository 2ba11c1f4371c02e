// Columns and blank lines, found by looking back from a place.

export class Lines {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The column of a place; meant for places with little but white space before them. */
  column(offset: number): number {
    let start = offset;
    while (start > 0 && !is_line_end(this.#text.charCodeAt(start - 1))) start--;
    return offset - start;
  }

  /** Blank lines directly before the line of a place; -1 when code stands before it on its line. */
  blank_before(offset: number): number {
    const text = this.#text;
    let lines = 0;
    let at = offset - 1;
    for (; at >= 0; at--) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
      else if (unit !== 32 && unit !== 9 && unit !== 12 && unit !== 13 && unit !== 0xfeff) break;
    }
    return at < 0 ? lines : lines - 1;
  }
}

function is_line_end(unit: number): boolean {
  return unit === 10 || unit === 13;
}
