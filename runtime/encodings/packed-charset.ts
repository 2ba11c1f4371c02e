// The shape in which the generated files have a charset.

export interface PackedCharset {
  /** The charset that most of this one's characters are copied from. */
  readonly base?: string;
  readonly cells: string;
  /** Characters whose bytes are not the first ones that read as them. */
  readonly written?: string;
  /** Cells that read as several characters. */
  readonly sequences?: readonly (readonly [cell: number, text: string])[];
  /** Bytes that can't begin a character. */
  readonly illegal?: readonly number[];
}
