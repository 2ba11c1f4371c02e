// Randomness of the browser; its digests are asynchronous, and Python's are not.
import { not_here } from "./not-here.browser.ts";

export const digest: (algorithm: string, bytes: Uint8Array) => Uint8Array = not_here("hashing");

/** The most that a browser gives at once. */
const PORTION = 65_536;

/** Fills with random bytes that nobody can foretell. */
export function random_bytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let start = 0; start < count; start += PORTION)
    crypto.getRandomValues(bytes.subarray(start, start + PORTION));
  return bytes;
}
