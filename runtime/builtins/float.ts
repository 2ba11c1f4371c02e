// Python's float: a plain number where it is not integral, a Float object where it is, so that 2.0 is never 2.

/** `int` and `float` are both numbers to TypeScript; the value itself tells them apart. */
export type float = number;

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * A float whose value is integral (`-0.0` included), or a NaN that is told from others. Arithmetic and comparisons read it through `valueOf`. No subclass of
 * `Number`: engines make those slowly, and keep what stands in a field out of memory where they can.
 */
export class Float {
  readonly #double: number;

  constructor(value: number) {
    this.#double = value;
  }

  valueOf(): number {
    return this.#double;
  }

  toString(...radix: Parameters<number["toString"]>): string {
    return this.#double.toString(...radix);
  }

  toFixed(...digits: Parameters<number["toFixed"]>): string {
    return this.#double.toFixed(...digits);
  }

  toExponential(...digits: Parameters<number["toExponential"]>): string {
    return this.#double.toExponential(...digits);
  }

  toPrecision(...digits: Parameters<number["toPrecision"]>): string {
    return this.#double.toPrecision(...digits);
  }

  toLocaleString(...how: Parameters<number["toLocaleString"]>): string {
    return this.#double.toLocaleString(...how);
  }

  toJSON(): number {
    return this.#double;
  }

  /** What `console.log` of Node shows: `30.0`. */
  [INSPECT](): string {
    const text = Object.is(this.#double, -0) ? "-0" : String(this.#double);
    return /[eN]/.test(text) ? text : `${text}.0`;
  }
}

/** The Python float of a JavaScript number: what every function that returns a float ends with. */
export function as_float(value: number): float {
  return Number.isInteger(value) ? (new Float(value) as unknown as float) : value;
}

/** Whether a value is a Python float: an integral one (`Float`), a fraction, an infinity or NaN. */
export function is_float(value: unknown): value is float {
  return typeof value === "number" ? !Number.isInteger(value) : value instanceof Float;
}

/** The double of a float or of an int that is a number; NaN for all else, which takes the long way. */
export function quick_double(value: unknown): number {
  if (typeof value === "number") return value + 0; // -0 is the int 0
  return value instanceof Float ? value.valueOf() : Number.NaN;
}

/** A copy of a list (of lists) of plain numbers, made of floats. */
export function floats<T>(items: T): T {
  if (!Array.isArray(items)) return items;
  const copy = items.map((item: unknown) =>
    typeof item === "number" ? as_float(item) : floats(item),
  );
  return copy as T;
}
