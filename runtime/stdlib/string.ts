// Python's string: groups of characters, and templates.
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyError, ValueError } from "../builtins/exceptions/index.ts";
import { getitem } from "../builtins/index.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { text_of } from "../builtins/representation.ts";

export const ascii_lowercase = "abcdefghijklmnopqrstuvwxyz";
export const ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const ascii_letters = ascii_lowercase + ascii_uppercase;
export const digits = "0123456789";
export const hexdigits = "0123456789abcdefABCDEF";
export const octdigits = "01234567";
export const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
export const whitespace = " \t\n\r\v\f";
export const printable = digits + ascii_letters + punctuation + whitespace;

/** Words with capitals at their beginnings. */
export function capwords(s: string, sep: string | null = null): string {
  const words = sep === null ? s.trim().split(/\s+/) : s.split(sep);
  return words
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(sep ?? " ");
}

const PLACEHOLDER = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|)/gi;

/** Text with `$name` and `${name}` in it. */
export class Template {
  static readonly __name__: string = "Template";
  static readonly __module__: string = "string";
  readonly template: string;

  constructor(template: string) {
    this.template = template;
  }

  /** KeyError for a name that is missing; ValueError for a `$` that means nothing. */
  substitute(...sources: readonly Dynamic[]): string {
    return this.template.replace(PLACEHOLDER, (_found, escaped, named, braced, at: number) => {
      if (escaped !== undefined) return "$";
      const name: string | undefined = named ?? braced;
      if (name !== undefined) return text_of(value_of(name, sources));
      const lines = this.template.slice(0, at).split("\n");
      const column = (lines.at(-1)?.length ?? 0) + 1;
      throw new ValueError(`Invalid placeholder in string: line ${lines.length}, col ${column}`);
    });
  }

  /** What is missing stays as it is. */
  safe_substitute(...sources: readonly Dynamic[]): string {
    return this.template.replace(PLACEHOLDER, (found, escaped, named, braced) => {
      if (escaped !== undefined) return "$";
      try {
        return text_of(value_of(named ?? braced, sources));
      } catch (error) {
        if (error instanceof KeyError) return found;
        throw error;
      }
    });
  }
}

function value_of(name: string, sources: readonly Dynamic[]): Dynamic {
  for (const source of [...sources].reverse()) {
    if (is_keywords(source)) {
      if (name in source) return source[name];
    } else return getitem(source, name);
  }
  throw new KeyError(name);
}
