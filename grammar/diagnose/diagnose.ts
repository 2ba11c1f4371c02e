// A text that the grammar refuses is read again as CPython's parser reads it, and CPython's words are
// found for the place. Two passes: how far it can be read; then the mistakes that people make.
import { Failure, YieldingFailure } from "../failure.ts";
import { never_closed } from "../tokens/brackets.ts";
import { line_of, line_start } from "../tokens/quotes.ts";
import type { Token } from "../tokens/token.ts";
import type { Tokens } from "../tokens/tokenizer.ts";
import * as t from "../tokens/vocabulary.ts";
import { rules } from "./chapters/index.ts";
import { at_layout, Machine, no_match } from "./machine.ts";

/** The failure as CPython reports it. `found`: what the grammar threw at the token at `index`. */
export function diagnose(read: Tokens, text: string, found: Failure, index: number): Failure {
  try {
    const start = statement_start(read.tokens, index);
    return said_of(new Machine(rules(), text, read, start), read, text) ?? found;
  } catch (error) {
    // nested deeper than the second reading can go
    if (error instanceof RangeError) return read.failure ?? found;
    throw error;
  }
}

/** null: nothing is wrong with the order of the tokens. */
function said_of(machine: Machine, read: Tokens, text: string): Failure | null {
  const first = outcome(machine);
  if (first === null) return null;
  if (first !== no_match) return instead(first, machine, read, text);
  const last = machine.last;
  const token = machine.tokens[last.first] as Token;
  machine.restart();
  const second = outcome(machine);
  if (second !== null && second !== no_match) return instead(second, machine, read, text);
  const { tokenTypeIdx } = token;
  if (tokenTypeIdx === indent || tokenTypeIdx === dedent) {
    const what = tokenTypeIdx === indent ? "indent" : "unindent";
    return at_layout(`unexpected ${what}`, token, text, "IndentationError");
  }
  const found = new Failure("invalid syntax", last.start, last.end);
  return instead(tokenTypeIdx === end_marker ? at_end(found, text) : found, machine, read, text);
}

/** The end of the file has CPython's column 0 of the last line. */
function at_end({ message }: Failure, text: string): Failure {
  const start = line_start(text, text.length - 1);
  const failure = new Failure(message, start, start);
  failure.is_before_line = true;
  return failure;
}

/** What a pass raises, that it does not match, or null. */
function outcome(machine: Machine): Failure | typeof no_match | null {
  try {
    return machine.read("file") === no_match ? no_match : null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** What the tokenizer refuses further down goes first, and so does a bracket left open on a line above. */
function instead(found: Failure, machine: Machine, read: Tokens, text: string): Failure {
  const { failure, unclosed, is_in_f_string } = read;
  if (failure === null || found === failure || is_in_f_string) return found;
  if (!(failure instanceof YieldingFailure)) return failure;
  if (unclosed === null) return found;
  const is_below = line_of(text, machine.last.start) > line_of(text, unclosed.startOffset);
  return is_below ? never_closed(unclosed) : found;
}

const indent = t.index_of(t.Indent);
const dedent = t.index_of(t.Dedent);
const end_marker = t.index_of(t.EndMarker);
const line_ends = new Set([t.Newline, t.Indent, t.Dedent].map(t.index_of));
const continuing = new Set([t.Elif, t.Else, t.Except, t.Finally].map(t.index_of));

/** The token with which the statement at the left margin begins in which, or behind which, a token stands. */
function statement_start(tokens: readonly Token[], index: number): number {
  let depth = 0;
  let start = 0;
  let is_decorated = false;
  for (let at = 0; at < index; at++) {
    const { tokenTypeIdx } = tokens[at] as Token;
    if (tokenTypeIdx === t.index_of(t.Indent)) depth++;
    else if (tokenTypeIdx === t.index_of(t.Dedent)) depth--;
    else if (depth === 0 && (at === 0 || line_ends.has((tokens[at - 1] as Token).tokenTypeIdx))) {
      if (!continuing.has(tokenTypeIdx) && !is_decorated) start = at;
      is_decorated = tokenTypeIdx === t.index_of(t.At);
    }
  }
  return start;
}
