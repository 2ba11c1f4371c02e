// Reading JSON: Python's values of a document, ints and floats told apart.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_float } from "../../builtins/float.ts";
import { Dict } from "../../builtins/index.ts";
import { as_int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { JSONDecodeError } from "./decode-error.ts";

/** How a program wants objects and numbers made; `null` for Python's own way. */
export interface DecodeHooks {
  readonly object_hook: ((object: Dict<string, Dynamic>) => Dynamic) | null;
  readonly object_pairs_hook: ((pairs: (readonly [string, Dynamic])[]) => Dynamic) | null;
  readonly parse_float: ((text: string) => Dynamic) | null;
  readonly parse_int: ((text: string) => Dynamic) | null;
  readonly parse_constant: ((text: string) => Dynamic) | null;
}

/** The value of a whole document. JSONDecodeError where it is none. */
export function decode(text: string, hooks: DecodeHooks): Dynamic {
  const scanner = new Scanner(text, hooks);
  return scanner.document();
}

/** The value that begins at `start` (in code points), and where it ends. JSONDecodeError where none does. */
export function decode_from(
  text: string,
  start: number,
  hooks: DecodeHooks,
): readonly [Dynamic, number] {
  const units = [...text].slice(0, start).join("").length;
  const scanner = new Scanner(text, hooks, units);
  const value = scanner.value();
  return [value, code_point_count(text.slice(0, scanner.end))];
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const BLANKS = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- they are what JSON forbids
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const CONSTANTS: Readonly<Record<string, number>> = {
  NaN: NaN,
  Infinity: Infinity,
  "-Infinity": -Infinity,
};
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Scanner {
  readonly #text: string;
  readonly #hooks: DecodeHooks;
  #at: number;

  constructor(text: string, hooks: DecodeHooks, start = 0) {
    this.#text = text;
    this.#hooks = hooks;
    this.#at = start;
  }

  /** Where what was read so far ends, in UTF-16 units. */
  get end(): number {
    return this.#at;
  }

  document(): Dynamic {
    this.#skip_blanks();
    const value = this.value();
    this.#skip_blanks();
    if (this.#at < this.#text.length) throw this.#error("Extra data");
    return value;
  }

  value(): Dynamic {
    switch (this.#text[this.#at]) {
      case '"':
        return this.#string();
      case "{":
        return this.#object();
      case "[":
        return this.#array();
      case "n":
        return this.#word("null", null);
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      default:
        return this.#number();
    }
  }

  #word(word: string, value: boolean | null): Dynamic {
    if (!this.#text.startsWith(word, this.#at)) throw this.#error("Expecting value");
    this.#at += word.length;
    return value;
  }

  #number(): Dynamic {
    const match = this.#match(NUMBER);
    if (match === null) return this.#constant();
    const [digits, fraction, exponent] = match;
    if (fraction === undefined && exponent === undefined) {
      return this.#hooks.parse_int?.(digits) ?? as_int(BigInt(digits));
    }
    return this.#hooks.parse_float?.(digits) ?? as_float(Number(digits));
  }

  #constant(): Dynamic {
    for (const [name, value] of Object.entries(CONSTANTS)) {
      if (!this.#text.startsWith(name, this.#at)) continue;
      this.#at += name.length;
      return this.#hooks.parse_constant?.(name) ?? value;
    }
    throw this.#error("Expecting value");
  }

  #array(): Dynamic[] {
    const items: Dynamic[] = [];
    this.#at++;
    this.#skip_blanks();
    if (this.#takes("]")) return items;
    for (;;) {
      items.push(this.value());
      this.#skip_blanks();
      if (this.#takes("]")) return items;
      this.#comma("]", "array");
    }
  }

  #object(): Dynamic {
    const pairs: (readonly [string, Dynamic])[] = [];
    this.#at++;
    this.#skip_blanks();
    if (this.#takes("}")) return this.#made(pairs);
    for (;;) {
      if (this.#text[this.#at] !== '"') {
        throw this.#error("Expecting property name enclosed in double quotes");
      }
      const key = this.#string();
      this.#skip_blanks();
      if (!this.#takes(":")) throw this.#error("Expecting ':' delimiter");
      this.#skip_blanks();
      pairs.push(Tuple.of(key, this.value()));
      this.#skip_blanks();
      if (this.#takes("}")) return this.#made(pairs);
      this.#comma("}", "object");
    }
  }

  #comma(end: string, kind: string): void {
    const comma = this.#at;
    if (!this.#takes(",")) throw this.#error("Expecting ',' delimiter");
    this.#skip_blanks();
    if (this.#text[this.#at] === end) {
      throw this.#error(`Illegal trailing comma before end of ${kind}`, comma);
    }
  }

  #made(pairs: (readonly [string, Dynamic])[]): Dynamic {
    const { object_pairs_hook, object_hook } = this.#hooks;
    if (object_pairs_hook !== null) return object_pairs_hook(pairs);
    const object = new Dict<string, Dynamic>(pairs);
    return object_hook === null ? object : object_hook(object);
  }

  #string(): string {
    const start = this.#at++;
    let found = "";
    for (;;) {
      found += this.#match(PLAIN)?.[0] ?? "";
      const next = this.#text[this.#at];
      if (next === undefined) throw this.#error("Unterminated string starting at", start);
      if (next === '"') {
        this.#at++;
        return found;
      }
      if (next !== "\\") throw this.#error("Invalid control character at");
      found += this.#escape(start);
    }
  }

  #escape(start: number): string {
    const backslash = this.#at;
    const letter = this.#text[backslash + 1];
    if (letter === undefined) throw this.#error("Unterminated string starting at", start);
    if (letter === "u") {
      const digits = this.#text.slice(backslash + 2, backslash + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        throw this.#error("Invalid \\uXXXX escape", backslash + 1);
      }
      this.#at = backslash + 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) throw this.#error("Invalid \\escape", backslash);
    this.#at = backslash + 2;
    return character;
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skip_blanks(): void {
    this.#match(BLANKS);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #error(message: string, at: number = this.#at): JSONDecodeError {
    return new JSONDecodeError(message, this.#text, code_point_count(this.#text.slice(0, at)));
  }
}

function code_point_count(text: string): number {
  return Array.from(text).length;
}
