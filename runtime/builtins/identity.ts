// id(): a number for each object, which never changes and never comes twice.

const FIRST_ADDRESS = 0x7f1c2a000000;
const ADDRESS_STEP = 48;

const addresses = new WeakMap<WeakKey, number>();
const primitive_addresses = new Map<unknown, number>();
let address_count = 0;

/** `id(value)`; equal primitives share one. */
export function id(value: unknown): number {
  if ((typeof value === "object" && value !== null) || typeof value === "function") {
    return numbered(addresses, value);
  }
  return numbered(primitive_addresses, value ?? null);
}

/** The `0x7f…` that reprs of objects show. */
export function address(value: unknown): string {
  return `0x${id(value).toString(16)}`;
}

function numbered<K>(
  known: { get(key: K): number | undefined; set(key: K, value: number): unknown },
  key: K,
): number {
  let found = known.get(key);
  if (found === undefined) {
    found = FIRST_ADDRESS + ADDRESS_STEP * address_count++;
    known.set(key, found);
  }
  return found;
}
