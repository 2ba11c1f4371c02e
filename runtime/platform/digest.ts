// Message digests and randomness of the operating system.
import { createHash, randomFillSync } from "node:crypto";

/** The digest of some bytes by an algorithm's OpenSSL name: `sha512`. */
export function digest(algorithm: string, bytes: Uint8Array): Uint8Array {
  return createHash(algorithm).update(bytes).digest();
}

/** Fills with random bytes that nobody can foretell. */
export function random_bytes(count: number): Uint8Array {
  return randomFillSync(new Uint8Array(count));
}
