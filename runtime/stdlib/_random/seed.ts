// What seeds a generator: an int, a float, text or bytes as the number that CPython makes of it.
import { TypeError } from "../../builtins/exceptions/index.ts";
import { hash } from "../../builtins/index.ts";
import { is_float } from "../../builtins/float.ts";
import { digest, random_bytes } from "../../platform/digest.ts";

const ENTROPY_BYTES = 2496;

/** The seed as 32-bit digits, least significant first. TypeError for values that can't seed. */
export function seed_digits(seed: unknown): readonly number[] {
  if (seed == null) return digits_of_bytes(random_bytes(ENTROPY_BYTES));
  if (is_float(seed)) return digits(BigInt.asUintN(64, BigInt(hash(seed))));
  if (typeof seed === "number" || typeof seed === "bigint") return digits(BigInt(seed));
  if (typeof seed === "boolean") return digits(seed ? 1n : 0n);
  if (typeof seed === "string") return with_digest(new TextEncoder().encode(seed));
  if (seed instanceof Uint8Array) return with_digest(seed);
  throw new TypeError(
    "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.",
  );
}

function with_digest(bytes: Uint8Array): readonly number[] {
  const all = new Uint8Array(bytes.length + 64);
  all.set(bytes);
  all.set(digest("sha512", bytes), bytes.length);
  return digits_of_bytes(all);
}

/** Of a big-endian number. */
function digits_of_bytes(bytes: Uint8Array): readonly number[] {
  return digits(
    BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`),
  );
}

function digits(seed: bigint): readonly number[] {
  const text = (seed < 0n ? -seed : seed).toString(16);
  const found: number[] = [];
  for (let end = text.length; end > 0; end -= 8) {
    found.push(Number.parseInt(text.slice(Math.max(0, end - 8), end), 16));
  }
  return found;
}
