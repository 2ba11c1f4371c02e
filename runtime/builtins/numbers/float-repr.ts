// repr of a float: the shortest digits that read back the same, in CPython's notation.

/** `repr(value)` of a float, integral or not. */
export function float_repr(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e16) return Object.is(value, -0) ? "-0.0" : `${value}.0`;
  if (size >= 1e-4 && size < 1e16) return String(value);
  if (size === Infinity) return value < 0 ? "-inf" : "inf";
  return Number.isNaN(value) ? "nan" : two_digit_exponent(value.toExponential());
}

/** JavaScript's `1e-7` as C's `1e-07`. */
export function two_digit_exponent(text: string): string {
  const at = text.indexOf("e") + 2;
  return text.length - at === 1 ? `${text.slice(0, at)}0${text.slice(at)}` : text;
}
