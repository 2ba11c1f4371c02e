// What counts as white space in Python's strings, which is not quite JavaScript's `\\s`.

/** Without white space in front. */
export function strip_left(text: string): string {
  const start = skip_space(text, 0);
  return start === 0 ? text : text.slice(start);
}

/** Without white space behind. */
export function strip_right(text: string): string {
  let end = text.length;
  while (end > 0 && is_space_unit(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Where the white space ends that begins at `start`; `start` itself where there is none. */
export function skip_space(text: string, start: number): number {
  let at = start;
  while (at < text.length && is_space_unit(text.charCodeAt(at))) at++;
  return at;
}

/** Where the next white space begins, from `start` on; the end of the text where there is none. */
export function skip_word(text: string, start: number): number {
  let at = start;
  while (at < text.length && !is_space_unit(text.charCodeAt(at))) at++;
  return at;
}

/** Whether there is text and all of it is white space. */
export function is_space(text: string): boolean {
  return text !== "" && skip_space(text, 0) === text.length;
}

/** Whether a UTF-16 unit is white space. */
export function is_space_unit(unit: number): boolean {
  if (unit > 0x20 && unit < 0x85) return false;
  if (unit <= 0x20) return unit >= 0x1c || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  if (unit < 0x2000) return unit === 0x1680;
  if (unit <= 0x200a || unit === 0x2028 || unit === 0x2029) return true;
  return unit === 0x202f || unit === 0x205f || unit === 0x3000;
}
