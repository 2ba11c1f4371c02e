// Python's regular expressions as JavaScript's.
import { Exception } from "../../builtins/exceptions/index.ts";

/** re.PatternError: what is wrong with a pattern, and where. */
export class PatternError extends Exception {
  static override readonly __name__: string = "PatternError";
  static override readonly __module__: string = "re";
  readonly msg: string;
  readonly pattern: string;
  readonly pos: number;

  constructor(msg: string, pattern: string, pos: number) {
    super(`${msg} at position ${pos}`);
    this.msg = msg;
    this.pattern = pattern;
    this.pos = pos;
  }
}

export interface Flags {
  readonly ignore_case: boolean;
  readonly multiline: boolean;
  readonly dot_all: boolean;
  readonly verbose: boolean;
  readonly ascii: boolean;
}

export interface Translation {
  readonly source: string;
  /** Python's names of groups; the regular expression knows them as g1, g2 … */
  readonly group_names: ReadonlyMap<string, number>;
  readonly group_count: number;
  readonly flags: Flags;
}

/** PatternError for what is wrong, and for what JavaScript can't do (conditional and recursive groups). */
export function translate(pattern: string, flags: Flags): Translation {
  return new Translator(pattern, flags).run();
}

const INLINE: Readonly<Record<string, keyof Flags>> = {
  i: "ignore_case",
  m: "multiline",
  s: "dot_all",
  x: "verbose",
  a: "ascii",
};
const WORD = String.raw`\p{L}\p{N}_`;
const SPACE = String.raw`\s\x1c-\x1f\x85`;
const CATEGORIES: Readonly<Record<string, string>> = { d: String.raw`\p{Nd}`, w: WORD, s: SPACE };
const ASCII_CATEGORIES: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "a-zA-Z0-9_",
  s: String.raw` \t-\r`,
};
const CONTROLS: Readonly<Record<string, string>> = {
  a: String.raw`\x07`,
  f: String.raw`\f`,
  n: String.raw`\n`,
  r: String.raw`\r`,
  t: String.raw`\t`,
  v: String.raw`\v`,
};

class Translator {
  readonly #pattern: string;
  #flags: Flags;
  readonly #names = new Map<string, number>();
  #at = 0;
  #groups = 0;
  #open = 0;

  constructor(pattern: string, flags: Flags) {
    this.#pattern = pattern;
    this.#flags = flags;
  }

  run(): Translation {
    this.#take_global_flags();
    let source = "";
    while (this.#at < this.#pattern.length) source += this.#piece();
    if (this.#open > 0)
      throw this.#error("missing ), unterminated subpattern", this.#pattern.lastIndexOf("("));
    return { source, group_names: this.#names, group_count: this.#groups, flags: this.#flags };
  }

  #take_global_flags(): void {
    const match = /^\(\?([aiLmsux]+)\)/.exec(this.#pattern);
    if (match === null) return;
    this.#at = match[0].length;
    const flags: Partial<Record<keyof Flags, boolean>> = {};
    for (const letter of match[1] ?? "") {
      const flag = INLINE[letter];
      if (flag !== undefined) flags[flag] = true;
    }
    this.#flags = { ...this.#flags, ...flags };
  }

  #piece(): string {
    const character = this.#next();
    switch (character) {
      case "\\":
        return this.#escape(false);
      case "[":
        return this.#set();
      case "(":
        return this.#group();
      case ")":
        if (--this.#open < 0) throw this.#error("unbalanced parenthesis", this.#at - 1);
        return ")";
      case ".":
        return this.#flags.dot_all ? "[^]" : String.raw`[^\n]`;
      case "^":
        return this.#flags.multiline ? String.raw`(?<![^\n])` : "(?<![^])";
      case "$":
        return this.#flags.multiline ? String.raw`(?![^\n])` : String.raw`(?=\n?(?![^]))`;
      case "*":
      case "+":
      case "?":
        return this.#quantifier(character);
      case "{":
        return this.#braces();
      case "}":
      case "]":
      case "/":
        return `\\${character}`;
      case "#":
        if (!this.#flags.verbose) return "#";
        while (this.#at < this.#pattern.length && this.#next() !== "\n");
        return "";
      default:
        return this.#flags.verbose && /\s/.test(character) ? "" : character;
    }
  }

  #quantifier(character: string): string {
    if (this.#peek() === "+")
      throw this.#error("possessive quantifiers are not supported here", this.#at);
    return character;
  }

  #braces(): string {
    const match = /^(?:\d+(?:,\d*)?|,\d+)\}/.exec(this.#pattern.slice(this.#at));
    if (match === null) return String.raw`\{`;
    this.#at += match[0].length;
    return `{${match[0].startsWith(",") ? "0" : ""}${match[0]}`;
  }

  #group(): string {
    this.#open++;
    if (this.#peek() !== "?") {
      this.#groups++;
      return "(";
    }
    this.#at++;
    const rest = this.#pattern.slice(this.#at);
    const simple = /^(?::|=|!|<=|<!)/.exec(rest);
    if (simple !== null) {
      this.#at += simple[0].length;
      return `(?${simple[0]}`;
    }
    if (rest.startsWith("P<")) return this.#named_group();
    if (rest.startsWith("P=")) return this.#named_reference();
    if (rest.startsWith("#")) {
      const end = this.#pattern.indexOf(")", this.#at);
      if (end < 0) throw this.#error("missing ), unterminated comment", this.#at - 2);
      this.#at = end + 1;
      this.#open--;
      return "";
    }
    return this.#flagged_group(rest);
  }

  #named_group(): string {
    const match = /^P<([^>]*)>/.exec(this.#pattern.slice(this.#at));
    const name = match?.[1] ?? "";
    if (match === null) throw this.#error("missing >, unterminated name", this.#at + 2);
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) {
      throw this.#error(
        name === "" ? "missing group name" : `bad character in group name '${name}'`,
        this.#at + 2,
      );
    }
    if (this.#names.has(name))
      throw this.#error(`redefinition of group name '${name}'`, this.#at + 2);
    this.#at += match[0].length;
    this.#names.set(name, ++this.#groups);
    return "(";
  }

  #named_reference(): string {
    const match = /^P=([^)]*)\)/.exec(this.#pattern.slice(this.#at));
    const number = this.#names.get(match?.[1] ?? "");
    if (match === null || number === undefined) {
      throw this.#error(`unknown group name '${match?.[1] ?? ""}'`, this.#at + 2);
    }
    this.#at += match[0].length;
    this.#open--;
    return `(?:\\${number})`;
  }

  #flagged_group(rest: string): string {
    const match = /^([aimsx]*)(?:-([imsx]+))?:/.exec(rest);
    if (match === null)
      throw this.#error("this extension of groups is not supported here", this.#at);
    if (/[asx]/.test((match[1] ?? "") + (match[2] ?? ""))) {
      throw this.#error("flags a, s and x of a group are not supported here", this.#at);
    }
    throw this.#error("flags of a group are not supported here", this.#at);
  }

  #escape(is_in_set: boolean): string {
    const start = this.#at - 1;
    const letter = this.#next();
    if (letter === "") throw this.#error("bad escape (end of pattern)", start);
    const categories = this.#flags.ascii ? ASCII_CATEGORIES : CATEGORIES;
    const category = categories[letter.toLowerCase()];
    if (category !== undefined) {
      if (letter !== letter.toLowerCase())
        return is_in_set ? this.#negated_in_set(letter) : `[^${category}]`;
      return is_in_set ? category : `[${category}]`;
    }
    const control = CONTROLS[letter];
    if (control !== undefined) return control;
    if (!is_in_set) {
      if (letter === "A") return "(?<![^])";
      if (letter === "Z") return "(?![^])";
      if (letter === "b" || letter === "B") return this.#boundary(letter);
      if (/[1-9]/.test(letter)) return this.#reference(letter, start);
    } else if (letter === "b") return String.raw`\x08`;
    if (/[xuU]/.test(letter)) return this.#code(letter, start);
    if (/[0-7]/.test(letter)) return this.#octal(letter);
    if (/[a-zA-Z]/.test(letter)) throw this.#error(`bad escape \\${letter}`, start);
    return quoted(letter);
  }

  /** Between a word's character and another one: JavaScript's own \b knows ASCII alone. */
  #boundary(letter: string): string {
    const word = `[${this.#flags.ascii ? ASCII_CATEGORIES["w"] : WORD}]`;
    return letter === "b"
      ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
      : `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
  }

  #negated_in_set(letter: string): string {
    if (letter === "D" && !this.#flags.ascii) return String.raw`\P{Nd}`;
    if (letter === "S" && !this.#flags.ascii) return String.raw`\S`;
    if (letter === "W" && !this.#flags.ascii) return String.raw`\p{P}\p{S}\p{Z}\p{C}\p{M}`;
    return `\\${letter}`;
  }

  #reference(first: string, start: number): string {
    const second = /\d/.test(this.#peek()) ? this.#next() : "";
    const number = Number(first + second);
    if (number > this.#groups) throw this.#error(`invalid group reference ${number}`, start + 1);
    return `(?:\\${number})`;
  }

  #octal(first: string): string {
    let digits = first;
    while (digits.length < 3 && /[0-7]/.test(this.#peek())) digits += this.#next();
    return code_escape(Number.parseInt(digits, 8));
  }

  #code(letter: string, start: number): string {
    const length = { x: 2, u: 4, U: 8 }[letter] ?? 2;
    const digits = this.#pattern.slice(this.#at, this.#at + length);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
      throw this.#error(`incomplete escape \\${letter}${digits}`, start);
    }
    this.#at += length;
    return code_escape(Number.parseInt(digits, 16));
  }

  #set(): string {
    const start = this.#at - 1;
    let source = "[";
    if (this.#peek() === "^") source += this.#next();
    for (let is_first = true; ; is_first = false) {
      const character = this.#next();
      if (character === "") throw this.#error("unterminated character set", start);
      if (character === "]" && !is_first) return `${source}]`;
      if (character === "\\") source += this.#escape(true);
      else if (character === "-") source += this.#hyphen(is_first);
      else source += quoted(character);
    }
  }

  /** A hyphen at an end stands for itself, elsewhere for a range. */
  #hyphen(is_first: boolean): string {
    return is_first || this.#peek() === "]" ? String.raw`\-` : "-";
  }

  #peek(): string {
    return this.#pattern.charAt(this.#at);
  }

  #next(): string {
    const code = this.#pattern.codePointAt(this.#at);
    if (code === undefined) return "";
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }

  #error(message: string, at: number): PatternError {
    return new PatternError(message, this.#pattern, Array.from(this.#pattern.slice(0, at)).length);
  }
}

function quoted(character: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
}

function code_escape(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
