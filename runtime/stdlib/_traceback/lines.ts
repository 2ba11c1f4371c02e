// Text of a traceback as the list of its lines.

/** Each line with its newline. */
export function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
