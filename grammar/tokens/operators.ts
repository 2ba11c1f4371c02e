// How long the operator at a place is.

const EQUAL = 61;

/** The number of characters of the operator that begins with `unit` at `at`: the longest that fits. */
export function operator_length(text: string, at: number, unit: number): number {
  const next = text.charCodeAt(at + 1);
  switch (unit) {
    case 42: // *
    case 47: // /
      if (next === unit) return text.charCodeAt(at + 2) === EQUAL ? 3 : 2;
      return next === EQUAL ? 2 : 1;
    case 60: // <, and Python 2's <>
      if (next === 62) return 2;
      if (next === 60) return text.charCodeAt(at + 2) === EQUAL ? 3 : 2;
      return next === EQUAL ? 2 : 1;
    case 62: // >
      if (next === 62) return text.charCodeAt(at + 2) === EQUAL ? 3 : 2;
      return next === EQUAL ? 2 : 1;
    case 45: // -
      return next === 62 || next === EQUAL ? 2 : 1;
    case 46: // .
      return next === 46 && text.charCodeAt(at + 2) === 46 ? 3 : 1;
    case 44: // ,
    case 59: // ;
    case 126: // ~
      return 1;
    default:
      return next === EQUAL ? 2 : 1;
  }
}
