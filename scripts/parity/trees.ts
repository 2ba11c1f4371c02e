// Our trees and errors beside a CPython's, file by file.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dump } from "../../grammar/ast/dump.ts";
import { decode, parse, Positions } from "../../grammar/index.ts";
import { needed_python } from "../../test/support/python.ts";
import { python_files } from "./files.ts";
import { type Form, Judge, type Refusal, type Verdict } from "./judge.ts";

/** Prints what differs and the counts; how many files differ. */
export async function compare_trees(python: string, folder: string): Promise<number> {
  const judge = await Judge.start(python);
  const comparison = new Comparison(judge);
  for (const path of python_files(folder)) await comparison.file(path);
  await comparison.end();
  return comparison.counts.different;
}

/** What we make of a file: the tree as bytes, and the first error. */
interface Ours {
  readonly tree: Buffer | null;
  readonly error: Refusal | null;
}

class Comparison {
  readonly counts = { equal: 0, different: 0, refused: 0, too_deep: 0, otherwise: 0 };
  readonly #judge: Judge;
  #newest: Promise<Judge> | null = null;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  async file(path: string): Promise<void> {
    const verdict = await this.#judge.ask(path);
    if (verdict.too_deep === true) return void this.counts.too_deep++;
    const wrong = difference(ours(path, this.#judge.form), verdict);
    if (wrong === null) {
      if (verdict.refused === undefined) this.counts.equal++;
      else this.counts.refused++;
      return;
    }
    const reason = await this.#reason(path, verdict);
    if (reason === null) this.counts.different++;
    else this.counts.otherwise++;
    console.log(`${path}: ${reason ?? wrong}`);
  }

  async end(): Promise<void> {
    const { equal, different, refused, too_deep, otherwise } = this.counts;
    const by_both = refused === 0 ? "" : " (CPython refuses them too, with the same error)";
    console.log(`${equal} equal, ${different} different, ${refused} refused${by_both}`);
    if (too_deep > 0) console.log(`${too_deep} too deep for CPython's own dump`);
    if (otherwise > 0)
      console.log(
        `${otherwise} that Python ${this.#judge.version} takes otherwise than 3.13 (listed above)`,
      );
    this.#judge.end();
    if (this.#newest !== null) (await this.#newest).end();
  }

  /** An older Python may differ where 3.13 does and says what we say. */
  async #reason(path: string, verdict: Verdict): Promise<string | null> {
    if (this.#judge.version === "3.13") return null;
    this.#newest ??= Judge.start(needed_python("3.13"));
    const newest = await (await this.#newest).ask(path);
    if (difference(ours(path, (await this.#newest).form), newest) !== null) return null;
    const [then, now] = [said(verdict), said(newest)];
    if (then === now) return null;
    return `${this.#judge.version} ${then}, 3.13 ${now}`;
  }
}

function said({ refused, fails }: Verdict): string {
  const error = refused ?? fails;
  if (error === undefined) return "accepts it";
  return `says ${error[0]}: ${error[1]} (line ${error[2]}, offset ${error[3]})`;
}

function ours(path: string, { has_places, is_ascii }: Form): Ours {
  const { text, errors: undecodable } = decode(readFileSync(path));
  const [broken] = undecodable;
  if (broken !== undefined) return { tree: null, error: ["SyntaxError", broken.message, 0, 0] };
  const { module, errors } = parse(text);
  const [first] = errors;
  const has_tree = first === undefined || module.body.length > 0;
  const tree = has_tree
    ? encoded(dump(module, text, { in_f_strings: has_places }), is_ascii)
    : null;
  if (first === undefined) return { tree, error: null };
  const { line, character } = new Positions(text).at(first.start);
  return { tree, error: [first.type, first.message, line, character + 1] };
}

/** In words; `null` for none. */
function difference({ tree, error }: Ours, verdict: Verdict): string | null {
  const { refused, fails } = verdict;
  const theirs = refused ?? fails;
  if (theirs !== undefined && error === null) return `accepted, but CPython ${said(verdict)}`;
  if (theirs === undefined && error !== null) return `refused: ${error.join(", ")}`;
  if (theirs !== undefined && error !== null && !is_same(error, theirs))
    return `refused with ${error.join(", ")}, but CPython says ${theirs.join(", ")}`;
  if (refused !== undefined) return null;
  if (tree === null) return "no tree";
  const hash = createHash("sha256").update(tree).digest("hex");
  return verdict.length === tree.length && verdict.hash === hash ? null : "another tree";
}

/** What can't be decoded has no place; CPython has other words for it in bytes than in a file, which ours are. */
function is_same(error: Refusal, theirs: Refusal): boolean {
  if (error[2] > 0) return error.join() === theirs.join();
  return error[0] === theirs[0] && /codec can't decode|encoding|null bytes/.test(theirs[1]);
}

/** As Python's `backslashreplace` escapes what is not ASCII, or all as it is. */
function encoded(text: string, is_ascii: boolean): Buffer {
  if (!is_ascii) return wtf8(text);
  return Buffer.from(
    text.replace(/[^\0-\x7f]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      const digits = code.toString(16);
      if (code < 0x100) return `\\x${digits}`;
      return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
    }),
  );
}

// lone surrogates as CPython's "surrogatepass" writes them
function wtf8(text: string): Buffer {
  if (!/[\ud800-\udfff]/u.test(text)) return Buffer.from(text);
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const is_lone = code >= 0xd800 && code < 0xe000;
    parts.push(
      is_lone
        ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)])
        : Buffer.from(character),
    );
  }
  return Buffer.concat(parts);
}
