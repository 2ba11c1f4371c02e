// Bytes of the platform as Python's, and Python's as the platform's; the buffer between them.
import { Bytes } from "../builtins/bytes/bytes.ts";
import { bytes_of } from "../builtins/bytes/like.ts";

/** Python's bytes over what a socket brought, without a copy. */
export function as_bytes(bytes: Uint8Array): Bytes {
  return new Bytes(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What a socket can send of a bytes-like object; `null` for anything else. */
export function octets(data: unknown): Uint8Array | null {
  return bytes_of(data);
}

const LEAST_CAPACITY = 4096;

/** Bytes that come in at the end and are taken from the front. */
export class ByteBuffer {
  #bytes = new Uint8Array(LEAST_CAPACITY);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  push(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** The first so many bytes, or all there are; they leave the buffer. */
  take(count: number = this.length): Bytes {
    const end = Math.min(this.#end, this.#start + count);
    const taken = as_bytes(this.#bytes.slice(this.#start, end));
    this.#start = end;
    return taken;
  }

  /** Where the separator begins, at `from` or later; -1 when it is nowhere. */
  find(separator: Uint8Array, from: number): number {
    const first = separator[0] ?? 0;
    const last = this.#end - separator.length;
    for (let at = this.#start + from; at <= last; at++) {
      at = this.#bytes.indexOf(first, at);
      if (at < 0 || at > last) return -1;
      if (separator.every((byte, offset) => this.#bytes[at + offset] === byte)) {
        return at - this.#start;
      }
    }
    return -1;
  }

  #reserve(count: number): void {
    if (this.#end + count <= this.#bytes.length) return;
    const length = this.length;
    const capacity = Math.max(this.#bytes.length, LEAST_CAPACITY);
    let wanted = capacity;
    while (wanted < length + count) wanted *= 2;
    const target = wanted === this.#bytes.length ? this.#bytes : new Uint8Array(wanted);
    target.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = target;
    this.#start = 0;
    this.#end = length;
  }
}
