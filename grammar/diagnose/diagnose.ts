// A text that the grammar refuses is read again, and CPython's words are found for the place.
import { Failure } from "../failure.ts";
import type { PythonParser } from "../rules/top-level.ts";
import type { Token } from "../tokens/token.ts";
import type { Tokens } from "../tokens/tokenizer.ts";
import * as t from "../tokens/vocabulary.ts";
import { compound_statement_error } from "./compound-statements.ts";
import { expression_error } from "./expressions.ts";
import { f_string_error } from "./f-strings.ts";
import { line_of } from "../tokens/quotes.ts";
import { parameter_error } from "./parameters.ts";
import { simple_statement_error } from "./simple-statements.ts";
import { Refusal } from "./refusal.ts";

const indent = t.index_of(t.Indent);
const dedent = t.index_of(t.Dedent);

/** The failure as CPython reports it. `first` is what the first pass threw. */
export function diagnose(
  parser: PythonParser,
  { tokens, unclosed }: Tokens,
  text: string,
  first: Failure,
): Failure {
  const refusal = new Refusal(parser, text);
  parser.trace = refusal;
  let found = first;
  try {
    parser.internals.currIdx = -1;
    parser.depth = 0;
    parser.file.coreRule.call(parser);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    found = error;
  } finally {
    parser.trace = null;
  }
  const failing = parser.at;
  if (found.message === "invalid syntax") found = better(refusal, found);
  return unclosed_instead(found, tokens, failing, unclosed, text);
}

function better(refusal: Refusal, found: Failure): Failure {
  const chapters = [
    f_string_error,
    parameter_error,
    compound_statement_error,
    simple_statement_error,
    expression_error,
  ];
  for (const chapter of chapters) {
    const failure = chapter(refusal);
    if (failure !== null) return failure;
  }
  const { token } = refusal;
  const index = token.tokenTypeIdx;
  if (index !== indent && index !== dedent) return found;
  const message = index === indent ? "unexpected indent" : "unexpected unindent";
  const at = token.startOffset - 1;
  return new Failure(message, at, at, "IndentationError");
}

/** A bracket that the end of the file finds open is to blame for what fails on a later line. */
function unclosed_instead(
  found: Failure,
  tokens: readonly Token[],
  failing: number,
  unclosed: Token | null,
  text: string,
): Failure {
  if (unclosed === null) return found;
  const token = tokens[failing];
  const is_end = token === undefined || token.startOffset >= text.trimEnd().length;
  const is_below =
    token !== undefined && line_of(text, token.startOffset) > line_of(text, unclosed.startOffset);
  if (!is_end && !is_below) return found;
  const { startOffset: start } = unclosed;
  return new Failure(`'${unclosed.image}' was never closed`, start, start);
}
