// Python's pprint: values laid out to be read.
import type { Dynamic } from "../builtins/dynamic.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import { print } from "../builtins/index.ts";
import type { int } from "../builtins/index.ts";
import { brief, type Brief } from "./_pprint/brief.ts";
import { Layout, type LayoutOptions } from "./_pprint/layout.ts";

export interface PrettyPrinterOptions {
  readonly compact?: boolean;
  readonly sort_dicts?: boolean;
  readonly underscore_numbers?: boolean;
}

/** Prints values so that no line is longer than `width`, where that can be had. */
export class PrettyPrinter {
  static readonly __name__: string = "PrettyPrinter";
  static readonly __module__: string = "pprint";

  readonly #options: LayoutOptions;
  readonly #stream: Dynamic;

  /** ValueError for an indentation below 0, a depth below 1, a width of 0. `stream`: standard output when it is `null`. */
  constructor(
    indent: int = 1,
    width: int = 80,
    depth: int | null = null,
    stream: Dynamic = null,
    { compact = false, sort_dicts = true, underscore_numbers = false }: PrettyPrinterOptions = {},
  ) {
    if (indent < 0) throw new ValueError("indent must be >= 0");
    if (depth !== null && depth <= 0) throw new ValueError("depth must be > 0");
    if (width === 0) throw new ValueError("width must be != 0");
    this.#options = { indent, width, depth, compact, sort_dicts, underscore_numbers };
    this.#stream = stream;
  }

  pprint(object: unknown): void {
    print(this.pformat(object), { file: this.#stream });
  }

  pformat(object: unknown): string {
    return new Layout(this.#options).value(object, { indent: 0, allowance: 0, level: 0 });
  }

  /** Whether `eval` could make the value again from its text. */
  isreadable(object: unknown): boolean {
    const { is_readable, is_recursive } = this.#brief(object);
    return is_readable && !is_recursive;
  }

  isrecursive(object: unknown): boolean {
    return this.#brief(object).is_recursive;
  }

  #brief(object: unknown): Brief {
    return brief(object, new Set(), 0, this.#options);
  }
}

/** Prints the value to `stream`, standard output when it is `null`. */
export function pprint(
  object: unknown,
  stream: Dynamic = null,
  indent: int = 1,
  width: int = 80,
  depth: int | null = null,
  options: PrettyPrinterOptions = {},
): void {
  new PrettyPrinter(indent, width, depth, stream, options).pprint(object);
}

/** `pprint` that leaves dicts in their order. */
export function pp(
  object: unknown,
  stream: Dynamic = null,
  indent: int = 1,
  width: int = 80,
  depth: int | null = null,
  { sort_dicts = false, ...others }: PrettyPrinterOptions = {},
): void {
  pprint(object, stream, indent, width, depth, { sort_dicts, ...others });
}

/** The text that `pprint` prints, without the line break at the end. */
export function pformat(
  object: unknown,
  indent: int = 1,
  width: int = 80,
  depth: int | null = null,
  options: PrettyPrinterOptions = {},
): string {
  return new PrettyPrinter(indent, width, depth, null, options).pformat(object);
}

/** The repr on one line, with a word where something contains itself. */
export function saferepr(object: unknown): string {
  return brief(object, new Set(), 0, { depth: null, sort_dicts: true, underscore_numbers: false })
    .text;
}

export function isreadable(object: unknown): boolean {
  return new PrettyPrinter().isreadable(object);
}

export function isrecursive(object: unknown): boolean {
  return new PrettyPrinter().isrecursive(object);
}
