// What a slice means for a range of more items than a double counts.
import { TypeError, ValueError } from "../exceptions/index.ts";
import { as_index } from "./index-value.ts";

interface Ends {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;
}

interface BigSlice {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
}

/** The first place, the end and the step, as `resolve_slice` finds them for sequences. */
export function resolve_big_slice({ start, stop, step }: Ends, size: bigint): BigSlice {
  const by = part(step) ?? 1n;
  if (by === 0n) throw new ValueError("slice step cannot be zero");
  const [lowest, highest] = by < 0n ? [-1n, size - 1n] : [0n, size];
  const within = (place: bigint | null, open: bigint): bigint => {
    if (place === null) return open;
    const counted = place < 0n ? place + size : place;
    return counted < lowest ? lowest : counted > highest ? highest : counted;
  };
  return {
    start: within(part(start), by < 0n ? highest : lowest),
    stop: within(part(stop), by < 0n ? lowest : highest),
    step: by,
  };
}

function part(value: unknown): bigint | null {
  if (value === null) return null;
  const index = as_index(value);
  if (index === null)
    throw new TypeError("slice indices must be integers or None or have an __index__ method");
  return BigInt(index);
}
