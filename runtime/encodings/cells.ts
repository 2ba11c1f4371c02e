// The notation of the generated tables: which code point each cell of a charset has, in printable ASCII.

/** All digits, of which a number's first tells how many follow. */
export const ALPHABET =
  "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
/** The digit from which on one more follows, and that from which on two do. */
export const FIRST_MIDDLE = 17;
export const FIRST_LONG = 57;

/** What a number means where a cell begins; each but `apart` has numbers of its own after it. */
export const Op = {
  /** So many cells have nothing. */
  none: 0,
  /** So many code points that follow the last one and that the base lacks. */
  step: 1,
  /** So far from where the last copy ended, so many code points of the base. */
  copy: 2,
  /** The code point so far from the last one, zigzag. */
  apart: 3,
} as const;

/** The code points of the cells, -1 for none. `base`: those of the charset that the text copies from. */
export function unpack_cells(text: string, base: readonly number[]): Int32Array {
  const numbers = unpack_numbers(text);
  const known = new Set(base);
  const cells: number[] = [];
  let previous = -1;
  let copied = 0;
  const next = (at: number) => numbers[at] ?? 0;
  for (let at = 0; at < numbers.length;) {
    const op = next(at++);
    if (op >= Op.apart) {
      previous = stretched(squeezed(previous) + 1 + unzigzag(op - Op.apart));
      cells.push(previous);
    } else if (op === Op.copy) {
      copied += unzigzag(next(at++));
      for (let count = next(at++); count > 0; count--) cells.push(base[copied++] ?? -1);
      previous = cells.at(-1) ?? -1;
    } else {
      for (let count = next(at++); count > 0; count--) {
        if (op === Op.step) previous = next_free(previous, known);
        cells.push(op === Op.step ? previous : -1);
      }
    }
  }
  return Int32Array.from(cells);
}

/** Pairs of a code point and the cell it is written as, which the table does not tell. */
export function unpack_pairs(text: string): readonly (readonly [code: number, cell: number])[] {
  const numbers = unpack_numbers(text);
  let code = 0;
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    code += numbers[index * 2] ?? 0;
    return [stretched(code), numbers[index * 2 + 1] ?? 0] as const;
  });
}

export function next_free(code: number, taken: ReadonlySet<number>): number {
  let next = code + 1;
  while (taken.has(next)) next++;
  return next;
}

/** No charset has characters of plane 1: without it numbers are shorter. */
export function squeezed(code: number): number {
  return code >= 0x20000 ? code - 0x10000 : code;
}

function stretched(code: number): number {
  return code >= 0x10000 ? code + 0x10000 : code;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function unpack_numbers(text: string): readonly number[] {
  const size = ALPHABET.length;
  const digits = new Map(Array.from(ALPHABET, (digit, value) => [digit.charCodeAt(0), value]));
  const numbers: number[] = [];
  const digit = (at: number) => digits.get(text.charCodeAt(at)) ?? 0;
  for (let at = 0; at < text.length;) {
    const first = digit(at++);
    if (first < FIRST_MIDDLE) numbers.push(first);
    else if (first < FIRST_LONG)
      numbers.push(FIRST_MIDDLE + (first - FIRST_MIDDLE) * size + digit(at++));
    else {
      const rest = ((first - FIRST_LONG) * size + digit(at++)) * size + digit(at++);
      numbers.push(FIRST_MIDDLE + (FIRST_LONG - FIRST_MIDDLE) * size + rest);
    }
  }
  return numbers;
}
