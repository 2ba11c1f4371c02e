// What counts as white space in Python's strings, which is not quite JavaScript's `\s`.

const SPACES =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const LEADING = new RegExp(`^[${SPACES}]+`);
const TRAILING = new RegExp(`[${SPACES}]$`);
const RUN = new RegExp(`[${SPACES}]+`, "g");
const ONLY = new RegExp(`^[${SPACES}]+$`);

/** Without white space in front. */
export function strip_left(text: string): string {
  return text.replace(LEADING, "");
}

/** Without white space behind. */
export function strip_right(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Runs of white space, from the front; a pattern of its own for each use. */
export function space_runs(): RegExp {
  return new RegExp(RUN);
}

/** Whether there is text and all of it is white space. */
export function is_space(text: string): boolean {
  return ONLY.test(text);
}
