// Writes a charset's cells as the short text that runtime/encodings/cells.ts reads.
import {
  ALPHABET,
  FIRST_LONG,
  FIRST_MIDDLE,
  Op,
  next_free,
  squeezed,
} from "../../runtime/encodings/cells.ts";

type Cell = number | null;

/** `base`: the code points of the charset to copy from, in the order of its cells. */
export function pack_cells(cells: readonly Cell[], base: readonly number[]): string {
  const positions = new Map<number, number>();
  base.forEach((code, at) => {
    if (!positions.has(code)) positions.set(code, at);
  });
  const known = new Set(base);
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  let text = "";
  let previous = -1;
  let copied = 0;
  for (let at = 0; at < end;) {
    const cell = cells[at] ?? null;
    if (cell === null) {
      let count = 1;
      while (cells[at + count] === null) count++;
      text += number(Op.none) + number(count);
      at += count;
      continue;
    }
    let steps = 0;
    for (let code = previous; cells[at + steps] === next_free(code, known); steps++)
      code = next_free(code, known);
    const from = base[copied] === cell ? copied : (positions.get(cell) ?? -1);
    const copies = from < 0 ? 0 : common(cells, at, base, from);
    if (copies > 2 && copies >= steps) {
      text += number(Op.copy) + number(zigzag(from - copied)) + number(copies);
      copied = from + copies;
      previous = cells[at + copies - 1] ?? 0;
      at += copies;
    } else if (steps > 1) {
      text += number(Op.step) + number(steps);
      previous = cells[at + steps - 1] ?? 0;
      at += steps;
    } else {
      text += number(Op.apart + zigzag(squeezed(cell) - squeezed(previous) - 1));
      previous = cell;
      at++;
    }
  }
  return text;
}

function common(cells: readonly Cell[], at: number, base: readonly number[], from: number): number {
  let count = 0;
  while (from + count < base.length && cells[at + count] === base[from + count]) count++;
  return count;
}

/** Numbers as text, each as the difference from that two places before it. */
export function pack_pairs(pairs: readonly (readonly [code: number, cell: number])[]): string {
  let previous = 0;
  let text = "";
  for (const [code, cell] of pairs) {
    text += number(squeezed(code) - previous) + number(cell);
    previous = squeezed(code);
  }
  return text;
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function number(value: number): string {
  const size = ALPHABET.length;
  if (value < FIRST_MIDDLE) return ALPHABET.charAt(value);
  let rest = value - FIRST_MIDDLE;
  const middles = (FIRST_LONG - FIRST_MIDDLE) * size;
  if (rest < middles)
    return ALPHABET.charAt(FIRST_MIDDLE + Math.floor(rest / size)) + ALPHABET.charAt(rest % size);
  rest -= middles;
  const lead = Math.floor(rest / size / size);
  if (lead >= size - FIRST_LONG) throw new RangeError(`${value} is too big a number`);
  return (
    ALPHABET.charAt(FIRST_LONG + lead) +
    ALPHABET.charAt(Math.floor(rest / size) % size) +
    ALPHABET.charAt(rest % size)
  );
}
