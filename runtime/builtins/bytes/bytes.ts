// Bytes: Python's bytes, a Uint8Array with Python's methods, so that the platform takes it as it is.
import type { Dynamic } from "../dynamic.ts";
import { hash } from "../hash.ts";
import type { int } from "../int.ts";
import { fill_latin, latin_text } from "../text/latin.ts";
import { bytes_repr } from "./like.ts";
import { with_bytes_methods } from "./methods.ts";

/** What remains visible of the Uint8Array: the methods of that name are Python's. */
interface ByteStorage extends Iterable<int> {
  readonly length: number;
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
  [index: number]: number;
}

const Storage = Uint8Array as unknown as new (...args: Dynamic[]) => ByteStorage;

/** `new Bytes(n)` zeros, `new Bytes(iterable)` of ints in range; `bytes(…)` checks what it is given. */
export class Bytes extends with_bytes_methods(Storage) {
  static readonly __name__: string = "bytes";
  static readonly __module__: string = "builtins";

  view(): Uint8Array {
    return this as unknown as Uint8Array;
  }

  constant(characters: string): unknown {
    return b(characters);
  }

  alike(characters: string): this {
    return of_characters(characters) as this;
  }

  __hash__(): int {
    return this.length === 0 ? 0 : hash(`b${latin_text(this.view())}`);
  }

  __repr__(): string {
    return bytes_repr(this.view());
  }
}

/** The bytes literal `b"…"`: one byte for each character, which is below 256. */
export function b(characters: string): Bytes {
  return of_characters(characters);
}

function of_characters(characters: string): Bytes {
  const bytes = new Bytes(characters.length);
  fill_latin(bytes.view(), characters);
  return bytes;
}
