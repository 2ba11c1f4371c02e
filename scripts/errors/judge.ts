// CPython's verdicts beside ours: one judge process, fed with lines of JSON.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import path from "node:path";
import { decode, parse, Positions } from "../../grammar/index.ts";

/** A source text as CPython was handed it. */
export interface Case {
  /** The test module or file that it comes from. */
  readonly module: string;
  readonly kind: "str" | "bytes";
  /** Base64: the bytes, or the text in UTF-8 with lone surrogates passed. */
  readonly source: string;
}

/** Type, message, line, offset, end line, end offset. */
export type Shown = readonly [string, string, number | null, number, number, number];

interface Verdict {
  readonly error?: Shown | null;
  /** For bytes: what running the file says. */
  readonly file_error?: Shown | null;
  readonly stage?: string;
  readonly warnings?: readonly (readonly [string, string, number])[];
  /** CPython gave up in another way: no memory, recursion, a surrogate. */
  readonly other?: string;
}

export interface Compared {
  readonly case: Case;
  readonly text: string;
  readonly verdict: Verdict;
  readonly ours: Shown | null;
}

/** The line by which a collector or a mutator hands a text over. */
export async function* judged(python: string, cases: Iterable<Case>): AsyncGenerator<Compared> {
  const judge = start(python);
  const answers = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
  for (const next of cases) {
    judge.stdin.write(`${JSON.stringify(next)}\n`);
    const answer = await answers.next();
    if (answer.done === true) throw new Error("the judge ended early");
    const text = text_of(next);
    yield {
      case: next,
      text,
      verdict: JSON.parse(answer.value) as Verdict,
      ours: ours(next, text),
    };
  }
  judge.stdin.end();
}

function start(python: string): ChildProcessByStdio<Writable, Readable, null> {
  const script = path.join(import.meta.dirname, "judge.py");
  return spawn(python, ["-I", script], { stdio: ["pipe", "pipe", "inherit"] });
}

function text_of({ kind, source }: Case): string {
  const bytes = Buffer.from(source, "base64");
  if (kind === "bytes") return bytes.toString("latin1");
  // utf-8 in which surrogates stand as they are
  return bytes.includes(0xed) ? with_surrogates(bytes) : bytes.toString("utf8");
}

function with_surrogates(bytes: Buffer): string {
  let text = "";
  let from = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] !== 0xed || (bytes[at + 1] ?? 0) < 0xa0) continue;
    text += bytes.toString("utf8", from, at);
    text += String.fromCharCode(
      0xd000 | (((bytes[at + 1] ?? 0) & 63) << 6) | ((bytes[at + 2] ?? 0) & 63),
    );
    from = at + 3;
    at += 2;
  }
  return text + bytes.toString("utf8", from);
}

function ours({ kind, source }: Case, text: string): Shown | null {
  if (kind === "str") return shown(text);
  const decoded = decode(Buffer.from(source, "base64"));
  const [error] = decoded.errors;
  if (error === undefined) return shown(decoded.text);
  return [error.type, error.message, 0, 0, 0, 0];
}

function shown(text: string): Shown | null {
  const [error] = parse(text).errors;
  if (error === undefined) return null;
  const positions = new Positions(text);
  const [start, end] = [positions.at(error.start), positions.at(error.end)];
  return [
    error.type,
    error.message,
    start.line,
    error.is_before_line === true ? 0 : start.character + 1,
    end.line,
    end.character + 1,
  ];
}
