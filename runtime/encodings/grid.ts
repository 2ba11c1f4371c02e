// Where the bytes of a character stand among a charset's cells: first bytes alone, then pairs, then 0x8f and a pair.

const PAIRS = 256;
const FIRST_LEAD = 0x80;
const FIRST_TRAIL = 0x30;
const TRAILS = 0x100 - FIRST_TRAIL;
const TRIPLES = PAIRS + 0x80 * TRAILS;
const FIRST_OF_THREE = 0xa1;
const ROW_OF_THREE = 94;
/** The byte before the pairs of the second plane of Japanese EUC. */
export const SHIFT = 0x8f;

/** The cell of one byte, of two, or of three; -1 where there is none. */
export function cell_of(bytes: ArrayLike<number>, at = 0, count = bytes.length): number {
  const first = bytes[at] ?? 0;
  if (count === 1) return first;
  if (count === 2) return pair(first, bytes[at + 1] ?? 0);
  return triple(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
}

function pair(lead: number, trail: number): number {
  if (lead < FIRST_LEAD || trail < FIRST_TRAIL) return -1;
  return PAIRS + (lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL;
}

function triple(lead: number, trail: number): number {
  const [row, column] = [lead - FIRST_OF_THREE, trail - FIRST_OF_THREE];
  const is_inside = row >= 0 && row < ROW_OF_THREE && column >= 0 && column < ROW_OF_THREE;
  return is_inside ? TRIPLES + row * ROW_OF_THREE + column : -1;
}

/** The bytes of a cell. */
export function bytes_of_cell(cell: number): readonly number[] {
  if (cell < PAIRS) return [cell];
  if (cell < TRIPLES) {
    const place = cell - PAIRS;
    return [FIRST_LEAD + Math.floor(place / TRAILS), FIRST_TRAIL + (place % TRAILS)];
  }
  const place = cell - TRIPLES;
  return [
    SHIFT,
    FIRST_OF_THREE + Math.floor(place / ROW_OF_THREE),
    FIRST_OF_THREE + (place % ROW_OF_THREE),
  ];
}
