// hex(), oct(), bin().
import { require_index } from "../sequences/index-value.ts";

/** `hex(value)`. TypeError when the value is no integer. */
export function hex(value: number): string {
  return in_base(value, 16, "0x");
}

/** `oct(value)`. TypeError when the value is no integer. */
export function oct(value: number): string {
  return in_base(value, 8, "0o");
}

/** `bin(value)`. TypeError when the value is no integer. */
export function bin(value: number): string {
  return in_base(value, 2, "0b");
}

function in_base(value: unknown, base: number, prefix: string): string {
  const index = require_index(value);
  return index < 0 ? `-${prefix}${(-index).toString(base)}` : prefix + index.toString(base);
}
