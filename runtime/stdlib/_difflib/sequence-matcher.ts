// SequenceMatcher: the blocks that two sequences have in common, and what turns one into the other.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Float } from "../../builtins/float.ts";
import { eq, truediv } from "../../builtins/index.ts";
import type { float, int } from "../../builtins/index.ts";
import { items_of } from "../../builtins/iteration/items-of.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { PySet } from "../../builtins/sets/index.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { type Match, match_of } from "./match.ts";

export type Tag = "replace" | "delete" | "insert" | "equal";
/** `a[i1:i2]` becomes `b[j1:j2]`: (tag, i1, i2, j1, j2). */
export type Opcode = readonly [Tag, int, int, int, int];
/** Whether an item is too common to say anything about similarity. */
export type IsJunk = ((item: Dynamic) => unknown) | null;
/** A text, or anything else with items. */
export type Sequence = Iterable<Dynamic>;

interface Block {
  readonly i: number;
  readonly j: number;
  readonly size: number;
}

/** Finds longest matching blocks, recursively, as `difflib.SequenceMatcher` does. */
export class SequenceMatcher {
  static readonly __name__: string = "SequenceMatcher";
  static readonly __module__: string = "difflib";

  a: Sequence = "";
  b: Sequence = "";
  readonly isjunk: IsJunk;
  readonly autojunk: boolean;
  readonly bjunk = new PySet<Dynamic>();
  readonly bpopular = new PySet<Dynamic>();
  #from: readonly Dynamic[] = [];
  #to: readonly Dynamic[] = [];
  /** Where each item of `b` that counts stands in it, ascending. */
  #places = new Dict<Dynamic, number[]>();
  #junk = new Dict<Dynamic, true>();
  #blocks: readonly Match[] | null = null;
  #opcodes: Opcode[] | null = null;
  #counts: Dict<Dynamic, number> | null = null;

  constructor(isjunk: IsJunk = null, a: Sequence = "", b: Sequence = "", autojunk = true) {
    this.isjunk = isjunk;
    this.autojunk = autojunk;
    this.set_seqs(a, b);
  }

  set_seqs(a: Sequence, b: Sequence): void {
    this.set_seq1(a);
    this.set_seq2(b);
  }

  set_seq1(a: Sequence): void {
    if (a === this.a) return;
    this.a = a;
    this.#from = items_of(a);
    this.#forget();
  }

  /** What is learned about `b` is kept: to compare one sequence with many, set it here. */
  set_seq2(b: Sequence): void {
    if (b === this.b) return;
    this.b = b;
    this.#to = items_of(b);
    this.#forget();
    this.#counts = null;
    this.#index();
  }

  /** The longest block in `a[alo:ahi]` and `b[blo:bhi]`; of those the first in `a`, of those the first in `b`. */
  find_longest_match(
    alo: int = 0,
    ahi: int | null = null,
    blo: int = 0,
    bhi: int | null = null,
  ): Match {
    const { i, j, size } = this.#longest(
      alo,
      ahi ?? this.#from.length,
      blo,
      bhi ?? this.#to.length,
    );
    return match_of(i, j, size);
  }

  /** All blocks in order, none adjacent to the next; the last is empty and marks both ends. */
  get_matching_blocks(): Match[] {
    this.#blocks ??= this.#matching();
    return [...this.#blocks];
  }

  /** How `a` becomes `b`, from left to right. */
  get_opcodes(): Opcode[] {
    this.#opcodes ??= this.#steps();
    return this.#opcodes;
  }

  /** The opcodes in groups of changes with up to `n` equal items around them. */
  *get_grouped_opcodes(n: int = 3): Generator<Opcode[]> {
    const codes =
      this.get_opcodes().length > 0 ? [...this.get_opcodes()] : [opcode("equal", 0, 1, 0, 1)];
    trim_ends(codes, n);
    let group: Opcode[] = [];
    for (const code of codes) {
      const [tag, i1, i2, j1, j2] = code;
      if (tag !== "equal" || i2 - i1 <= 2 * n) {
        group.push(code);
        continue;
      }
      group.push(opcode(tag, i1, Math.min(i2, i1 + n), j1, Math.min(j2, j1 + n)));
      yield group;
      group = [opcode(tag, Math.max(i1, i2 - n), i2, Math.max(j1, j2 - n), j2)];
    }
    if (group.length > 1 || (group.length === 1 && group[0]?.[0] !== "equal")) yield group;
  }

  /** Similarity from 0 to 1: twice the matching items by all items. */
  ratio(): float {
    const matches = this.get_matching_blocks().reduce((sum, { size }) => sum + size, 0);
    return this.#share(matches);
  }

  /** An upper bound of `ratio()`, quickly: order does not count. */
  quick_ratio(): float {
    this.#counts ??= counted(this.#to);
    const left = new Dict<Dynamic, number>();
    let matches = 0;
    for (const item of this.#from) {
      const available = left.get(item) ?? this.#counts.get(item) ?? 0;
      left.set(item, available - 1);
      if (available > 0) matches++;
    }
    return this.#share(matches);
  }

  /** An upper bound of `ratio()`, very quickly: only lengths count. */
  real_quick_ratio(): float {
    return this.#share(Math.min(this.#from.length, this.#to.length));
  }

  #share(matches: number): float {
    const length = this.#from.length + this.#to.length;
    return length === 0 ? (new Float(1) as Dynamic) : truediv(2 * matches, length);
  }

  #forget(): void {
    this.#blocks = null;
    this.#opcodes = null;
  }

  #index(): void {
    const places = new Dict<Dynamic, number[]>();
    this.#to.forEach((item, at) => {
      const known = places.get(item);
      if (known === null) places.set(item, [at]);
      else known.push(at);
    });
    this.#places = places;
    this.#junk = new Dict();
    this.bjunk.clear();
    this.bpopular.clear();
    if (this.isjunk !== null) this.#drop_junk(this.isjunk);
    if (this.autojunk && this.#to.length >= 200) this.#drop_popular();
  }

  #drop_junk(is_junk: (item: Dynamic) => unknown): void {
    for (const item of items_of(this.#places)) {
      if (!is_junk(item)) continue;
      this.bjunk.add(item);
      this.#junk.set(item, true);
      this.#places.delete(item);
    }
  }

  #drop_popular(): void {
    const limit = Math.floor(this.#to.length / 100) + 1;
    for (const item of items_of(this.#places)) {
      if (this.#places.at(item).length <= limit) continue;
      this.bpopular.add(item);
      this.#places.delete(item);
    }
  }

  #longest(alo: number, ahi: number, blo: number, bhi: number): Block {
    let best: Block = { i: alo, j: blo, size: 0 };
    // how long a match ends at each place of b, for the item of a before
    let lengths = new Map<number, number>();
    for (let i = alo; i < ahi; i++) {
      const next = new Map<number, number>();
      for (const j of this.#places.get(this.#from[i]) ?? []) {
        if (j < blo) continue;
        if (j >= bhi) break;
        const size = (lengths.get(j - 1) ?? 0) + 1;
        next.set(j, size);
        if (size > best.size) best = { i: i - size + 1, j: j - size + 1, size };
      }
      lengths = next;
    }
    // Common items around it belong to it as well; junk only beside what is not.
    best = this.#extended(best, alo, ahi, blo, bhi, false);
    return this.#extended(best, alo, ahi, blo, bhi, true);
  }

  #extended(
    { i, j, size }: Block,
    alo: number,
    ahi: number,
    blo: number,
    bhi: number,
    with_junk: boolean,
  ): Block {
    const fits = (at: number, bt: number): boolean =>
      this.#junk.has(this.#to[bt]) === with_junk && eq(this.#from[at], this.#to[bt]) === true;
    while (i > alo && j > blo && fits(i - 1, j - 1)) [i, j, size] = [i - 1, j - 1, size + 1];
    while (i + size < ahi && j + size < bhi && fits(i + size, j + size)) size++;
    return { i, j, size };
  }

  #matching(): Match[] {
    const [a_end, b_end] = [this.#from.length, this.#to.length];
    const found: Block[] = [];
    const open: (readonly [number, number, number, number])[] = [[0, a_end, 0, b_end]];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      const [alo, ahi, blo, bhi] = part;
      const block = this.#longest(alo, ahi, blo, bhi);
      if (block.size === 0) continue;
      const { i, j, size } = block;
      found.push(block);
      if (alo < i && blo < j) open.push([alo, i, blo, j]);
      if (i + size < ahi && j + size < bhi) open.push([i + size, ahi, j + size, bhi]);
    }
    found.sort((one, other) => one.i - other.i || one.j - other.j);
    return [...joined(found), match_of(a_end, b_end, 0)];
  }

  #steps(): Opcode[] {
    const codes: Opcode[] = [];
    let [i, j] = [0, 0];
    for (const { a, b, size } of this.get_matching_blocks()) {
      if (i < a && j < b) codes.push(opcode("replace", i, a, j, b));
      else if (i < a) codes.push(opcode("delete", i, a, j, b));
      else if (j < b) codes.push(opcode("insert", i, a, j, b));
      [i, j] = [a + size, b + size];
      if (size > 0) codes.push(opcode("equal", a, i, b, j));
    }
    return codes;
  }
}

function opcode(tag: Tag, i1: number, i2: number, j1: number, j2: number): Opcode {
  return Tuple.of(tag, i1, i2, j1, j2);
}

/** Blocks that touch become one. */
function joined(blocks: readonly Block[]): Match[] {
  const matches: Match[] = [];
  let current: Block = { i: 0, j: 0, size: 0 };
  for (const block of blocks) {
    if (current.i + current.size === block.i && current.j + current.size === block.j) {
      current = { ...current, size: current.size + block.size };
      continue;
    }
    if (current.size > 0) matches.push(match_of(current.i, current.j, current.size));
    current = block;
  }
  if (current.size > 0) matches.push(match_of(current.i, current.j, current.size));
  return matches;
}

/** Shortens equal parts at both ends to `n` items. */
function trim_ends(codes: Opcode[], n: number): void {
  const [first] = codes;
  if (first?.[0] === "equal") {
    const [tag, i1, i2, j1, j2] = first;
    codes[0] = opcode(tag, Math.max(i1, i2 - n), i2, Math.max(j1, j2 - n), j2);
  }
  const last = codes.at(-1);
  if (last?.[0] === "equal") {
    const [tag, i1, i2, j1, j2] = last;
    codes[codes.length - 1] = opcode(tag, i1, Math.min(i2, i1 + n), j1, Math.min(j2, j1 + n));
  }
}

function counted(items: readonly Dynamic[]): Dict<Dynamic, number> {
  const counts = new Dict<Dynamic, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
