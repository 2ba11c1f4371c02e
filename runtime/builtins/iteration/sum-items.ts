// What sum() does with item after item: ints exactly, floats with CPython's compensated summation, anything else by `+`.
import type { Dynamic } from "../dynamic.ts";
import { as_float, Float, type float } from "../float.ts";
import { integer_value } from "../numbers/kinds.ts";
import { add } from "../operators/add.ts";

/** Ints first; then floats, if the first item behind the ints makes the sum one; then whatever `+` makes of the others. */
export function sum_items(items: Iterator<Dynamic>, start: Dynamic): Dynamic {
  let total: Dynamic = start;
  let item = items.next();
  if (is_long(total)) {
    while (!item.done) {
      const value: Dynamic = item.value;
      total = add(total, value);
      item = items.next();
      if (!(typeof value === "boolean" || is_long(value)) || !is_long(total)) break;
    }
  }
  if (is_plain_float(total)) return sum_rest(new FloatSum(total.valueOf()), item, items);
  for (; !item.done; item = items.next()) total = add(total, item.value);
  return total;
}

/** Behind floats that are summed already. */
export function sum_floats(floats: FloatSum, items: Iterator<Dynamic>): Dynamic {
  return sum_rest(floats, items.next(), items);
}

function sum_rest(
  floats: FloatSum,
  first: IteratorResult<Dynamic, unknown>,
  items: Iterator<Dynamic>,
): Dynamic {
  let item = first;
  while (!item.done && floats.takes(item.value)) item = items.next();
  let total: Dynamic = as_float(floats.total());
  for (; !item.done; item = items.next()) total = add(total, item.value);
  return total;
}

/** Neumaier's summation, as CPython's since 3.12, while the items are floats and ints of 64 bits. */
export class FloatSum {
  private sum: number;
  private compensation: number;

  constructor(start: number, compensation = 0) {
    this.sum = start;
    this.compensation = compensation;
  }

  /** False, and nothing added, where the item is no plain number. */
  takes(value: unknown): boolean {
    if (typeof value === "number" ? Number.isInteger(value) : typeof value === "boolean") {
      // Ints are added without compensation.
      this.sum += Number(value);
      return true;
    }
    const x = typeof value === "number" ? value : value instanceof Float ? value.valueOf() : null;
    if (x === null) return this.takes_int(value);
    const next = this.sum + x;
    this.compensation +=
      Math.abs(this.sum) >= Math.abs(x) ? this.sum - next + x : x - next + this.sum;
    this.sum = next;
    return true;
  }

  /** Ints of 64 bits, and instances of int's subclasses. */
  private takes_int(value: unknown): boolean {
    const int = integer_value(value);
    if (int === null || !is_long(int)) return false;
    this.sum += Number(int);
    return true;
  }

  total(): number {
    return compensated(this.sum, this.compensation);
  }
}

/** A sum, corrected by what was lost on the way. */
export function compensated(total: number, compensation: number): number {
  return compensation !== 0 && Number.isFinite(compensation) ? total + compensation : total;
}

/** A number that is a float, or one that is integral. */
export function is_plain_float(value: unknown): value is float {
  return typeof value === "number" ? !Number.isInteger(value) : value instanceof Float;
}

/** An int of 64 bits, no bool. */
function is_long(value: unknown): boolean {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
  return typeof value === "number" && Number.isInteger(value);
}
