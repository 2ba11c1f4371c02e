// Python's uuid.
import { Bytes } from "../builtins/bytes/bytes.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { hash, lt, NotImplemented } from "../builtins/index.ts";
import { as_int, type int } from "../builtins/int.ts";
import { repr } from "../builtins/representation.ts";
import { wall_time } from "../platform/program-clock.ts";
import { digest, random_bytes } from "../platform/digest.ts";

/** 128 bits that name something. Of hexadecimal text; keyword-only: `bytes`, `int`. */
export class UUID {
  static readonly __name__: string = "UUID";
  static readonly __module__: string = "uuid";
  readonly #bits: bigint;

  /** ValueError for text that is no UUID. */
  constructor(
    hex: string | null = null,
    { bytes = null, int: number = null }: { bytes?: Uint8Array | null; int?: int | null } = {},
  ) {
    if (bytes !== null) this.#bits = BigInt(`0x${hex_text(bytes)}`);
    else if (number !== null) this.#bits = BigInt(number);
    else if (hex !== null) this.#bits = parsed(hex);
    else
      throw new TypeError(
        "one of the hex, bytes, bytes_le, fields, or int arguments must be given",
      );
  }

  get hex(): string {
    return this.#bits.toString(16).padStart(32, "0");
  }

  get int(): int {
    return as_int(this.#bits);
  }

  get bytes(): Bytes {
    return new Bytes(this.hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []);
  }

  get version(): int | null {
    return /[89ab]/.test(this.hex.charAt(16)) ? Number.parseInt(this.hex.charAt(12), 16) : null;
  }

  get urn(): string {
    return `urn:uuid:${this.__str__()}`;
  }

  __str__(): string {
    return this.hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  __repr__(): string {
    return `UUID(${repr(this.__str__())})`;
  }

  __eq__(other: unknown): Dynamic {
    return other instanceof UUID ? other.#bits === this.#bits : NotImplemented;
  }

  __lt__(other: unknown): Dynamic {
    return other instanceof UUID ? lt(this.int, other.int) : NotImplemented;
  }

  __hash__(): int {
    return hash(this.int);
  }

  __int__(): int {
    return this.int;
  }
}

/** A random one. */
export function uuid4(): UUID {
  return versioned(random_bytes(16), 4);
}

/** By time and random node. */
export function uuid1(): UUID {
  const since_1582 = BigInt(Math.floor(wall_time() * 1e6)) * 10n + 0x01b21dd213814000n;
  const bytes = random_bytes(16);
  const time = since_1582.toString(16).padStart(16, "0");
  const fields = time.slice(8) + time.slice(4, 8) + time.slice(0, 4);
  bytes.set(fields.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []);
  return versioned(bytes, 1);
}

/** By a name in a namespace: the same name, the same UUID. */
export function uuid3(namespace: UUID, name: string): UUID {
  return named("md5", namespace, name, 3);
}

export function uuid5(namespace: UUID, name: string): UUID {
  return named("sha1", namespace, name, 5);
}

export const NAMESPACE_DNS = new UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
export const NAMESPACE_URL = new UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
export const NAMESPACE_OID = new UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8");
export const NAMESPACE_X500 = new UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8");

function named(algorithm: string, namespace: UUID, name: string, version: number): UUID {
  const text = new TextEncoder().encode(name);
  const all = new Uint8Array(16 + text.length);
  all.set(namespace.bytes as unknown as Uint8Array);
  all.set(text, 16);
  return versioned(Uint8Array.from(digest(algorithm, all)).slice(0, 16), version);
}

function versioned(bytes: Uint8Array, version: number): UUID {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return new UUID(null, { bytes });
}

function parsed(text: string): bigint {
  const hex = text
    .replace(/^urn:|^uuid:/g, "")
    .replace(/^uuid:/, "")
    .replace(/^\{|\}$/g, "")
    .replaceAll("-", "");
  if (!/^[0-9a-fA-F]{32}$/.test(hex)) throw new ValueError("badly formed hexadecimal UUID string");
  return BigInt(`0x${hex}`);
}

function hex_text(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new ValueError("bytes is not a 16-char string");
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
