// Colours of the terminal, where they are wanted.

export interface Paint {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

export function paint(wants_color: boolean): Paint {
  const by = (code: number) => (text: string) =>
    wants_color ? `\u001B[${code}m${text}\u001B[0m` : text;
  return { added: by(32), removed: by(31), faint: by(2), good: by(32), bad: by(31) };
}
