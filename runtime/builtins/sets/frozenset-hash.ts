// hash(frozenset): CPython's mixing, which does not depend on the order of the elements.
import { as_int, type int } from "../int.ts";

const MASK = (1n << 64n) - 1n;

/** The hash from the hashes of the elements. */
export function frozenset_hash(hashes: readonly (number | bigint)[]): int {
  let result = 0n;
  for (const one of hashes) result ^= shuffled(BigInt.asUintN(64, BigInt(one)));
  result ^= ((BigInt(hashes.length) + 1n) * 1927868237n) & MASK;
  result ^= (result >> 11n) ^ (result >> 25n);
  result = (result * 69069n + 907133923n) & MASK;
  if (result === MASK) result = 590923713n;
  return as_int(BigInt.asIntN(64, result));
}

function shuffled(hash: bigint): bigint {
  return ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & MASK;
}
