// How many bits an integer has.

/** Of the magnitude: 0 of 0. By its hexadecimal digits, which a bigint gives fastest. */
export function bit_length(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits.charAt(0), 16)) + 28;
}
