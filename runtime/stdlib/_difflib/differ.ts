// Differ, ndiff, restore: deltas for people, with hints inside of lines that are alike.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { eq } from "../../builtins/equality.ts";
import { repr } from "../../builtins/representation.ts";
import { type IsJunk, SequenceMatcher, type Tag } from "./sequence-matcher.ts";

type Lines = readonly string[];

/** A line that is blank or holds a single `#`. */
export function IS_LINE_JUNK(line: string): boolean {
  return /^\s*(?:#\s*)?$/u.test(line);
}

/** A space or a tab. */
export function IS_CHARACTER_JUNK(ch: string, ws = " \t"): boolean {
  return ws.includes(ch);
}

/** Compares sequences of lines; every line of the delta begins with `- `, `+ `, `  ` or `? `. */
export class Differ {
  static readonly __name__: string = "Differ";
  static readonly __module__: string = "difflib";

  readonly linejunk: IsJunk;
  readonly charjunk: IsJunk;

  constructor(linejunk: IsJunk = null, charjunk: IsJunk = null) {
    this.linejunk = linejunk;
    this.charjunk = charjunk;
  }

  *compare(a: Iterable<string>, b: Iterable<string>): Generator<string> {
    const [from, to] = [[...a], [...b]];
    const codes = new SequenceMatcher(this.linejunk, from, to).get_opcodes();
    for (const [tag, i1, i2, j1, j2] of codes) {
      const [removed, added] = [from.slice(i1, i2), to.slice(j1, j2)];
      if (tag === "replace") yield* this.#replaced(removed, added);
      else
        yield* tag === "insert"
          ? marked("+", added)
          : marked(tag === "delete" ? "-" : " ", removed);
    }
  }

  /** Lines that became others: the most similar pair is shown with hints, what is around it likewise. */
  *#replaced(from: Lines, to: Lines): Generator<string> {
    const similar = this.#most_similar(from, to);
    const [at, bt] = similar ?? first_equal(from, to) ?? [-1, -1];
    const [a, b] = [from[at], to[bt]];
    if (a === undefined || b === undefined) {
      yield* plainly_replaced(from, to);
      return;
    }
    yield* this.#beside(from.slice(0, at), to.slice(0, bt));
    if (similar === null) yield `  ${a}`;
    else yield* this.#hinted(a, b);
    yield* this.#beside(from.slice(at + 1), to.slice(bt + 1));
  }

  *#beside(from: Lines, to: Lines): Generator<string> {
    if (from.length > 0 && to.length > 0) yield* this.#replaced(from, to);
    else yield* from.length > 0 ? marked("-", from) : marked("+", to);
  }

  /** Where the pair of unequal lines stands that is most alike, if it is alike enough. */
  #most_similar(from: Lines, to: Lines): readonly [number, number] | null {
    const cruncher = new SequenceMatcher(this.charjunk);
    let best = 0.74;
    let found: readonly [number, number] | null = null;
    for (const [bt, b] of to.entries()) {
      cruncher.set_seq2(b);
      for (const [at, a] of from.entries()) {
        if (a === b) continue;
        cruncher.set_seq1(a);
        // the cheap upper bounds first
        if (Number(cruncher.real_quick_ratio()) <= best) continue;
        if (Number(cruncher.quick_ratio()) <= best) continue;
        const ratio = Number(cruncher.ratio());
        if (ratio > best) [best, found] = [ratio, [at, bt]];
      }
    }
    return best < 0.75 ? null : found;
  }

  *#hinted(a: string, b: string): Generator<string> {
    let [below_a, below_b] = ["", ""];
    for (const [tag, i1, i2, j1, j2] of new SequenceMatcher(this.charjunk, a, b).get_opcodes()) {
      if (tag !== "insert") below_a += hint[tag].repeat(i2 - i1);
      if (tag !== "delete")
        below_b += tag === "equal" ? " ".repeat(i2 - i1) : hint[tag].repeat(j2 - j1);
    }
    yield `- ${a}`;
    yield* hint_line(a, below_a);
    yield `+ ${b}`;
    yield* hint_line(b, below_b);
  }
}

const hint: Readonly<Record<Tag, string>> = { replace: "^", delete: "-", insert: "+", equal: " " };

/** `Differ(…).compare(a, b)`. */
export function ndiff(
  a: Iterable<string>,
  b: Iterable<string>,
  linejunk: IsJunk = null,
  charjunk: IsJunk = IS_CHARACTER_JUNK as (item: Dynamic) => unknown,
): Generator<string> {
  return new Differ(linejunk, charjunk).compare(a, b);
}

/** The lines of the first (1) or second (2) text from a delta. ValueError for any other number. */
export function* restore(delta: Iterable<string>, which: Dynamic): Generator<string> {
  const mark = eq(which, 1) ? "- " : eq(which, 2) ? "+ " : null;
  if (mark === null) throw new ValueError(`unknown delta choice (must be 1 or 2): ${repr(which)}`);
  for (const line of delta) if (line.startsWith("  ") || line.startsWith(mark)) yield line.slice(2);
}

function* marked(mark: string, lines: Lines): Generator<string> {
  for (const line of lines) yield `${mark} ${line}`;
}

/** The shorter block stands first. */
function* plainly_replaced(from: Lines, to: Lines): Generator<string> {
  if (to.length < from.length) {
    yield* marked("+", to);
    yield* marked("-", from);
  } else {
    yield* marked("-", from);
    yield* marked("+", to);
  }
}

function first_equal(from: Lines, to: Lines): readonly [number, number] | null {
  for (const [bt, b] of to.entries()) {
    const at = from.indexOf(b);
    if (at >= 0) return [at, bt];
  }
  return null;
}

/** Hints below a line stand under its own white space, so that tabs fit. */
function* hint_line(line: string, hints: string): Generator<string> {
  const above = [...line];
  const text = [...hints].map((mark, at) => {
    const character = above[at] ?? "";
    return mark === " " && /^\s$/u.test(character) ? character : mark;
  });
  const trimmed = text.join("").trimEnd();
  if (trimmed !== "") yield `? ${trimmed}\n`;
}
