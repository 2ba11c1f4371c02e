// Decimal digits of all scripts, which int() and float() read as well as 0 to 9.

const DIGIT = /^\p{Nd}$/u;
const NOT_ASCII_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Every decimal digit of another script as the ASCII digit that means the same. */
export function ascii_digits(text: string): string {
  return text.replace(NOT_ASCII_DIGIT, (digit) => String(digit_value(digit)));
}

/** What a decimal digit means. The digits of a script lie in a row of ten, zero first. */
export function digit_value(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10; // five rows without a gap
  let first = code;
  while (first > code - 9 && DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return code - first;
}
