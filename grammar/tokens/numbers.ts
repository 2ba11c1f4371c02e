// Numeric literals: where one ends, and what CPython says of a malformed one.
import { Failure } from "../failure.ts";
import { identifier } from "./identifiers.ts";
import { character_class, DIGIT, may_continue_name } from "./characters.ts";

const well_formed =
  /(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?)/y;

/** The end of the number that begins at `start`. Fails with CPython's words when it is malformed. */
export function number_end(text: string, start: number): number {
  let end = start;
  while (character_class[text.charCodeAt(end)] === DIGIT) end++;
  const unit = text.charCodeAt(end);
  const is_plain =
    text.charCodeAt(start) !== 48 && unit !== 46 && !(may_continue_name(unit) && end > start);
  if (is_plain && end > start) return end;
  well_formed.lastIndex = start;
  end = start + (well_formed.exec(text)?.[0].length ?? 0);
  const written = text.slice(start, end);
  if (/^0[0-9_]*[1-9][0-9_]*$/.test(written) && !/[eE]/.test(text.charAt(end)))
    leading_zeros(text, start, end);
  if (may_continue_name(text.charCodeAt(end))) after_number(text, start, end, written);
  return end;
}

function leading_zeros(text: string, start: number, end: number): never {
  if (text.charAt(end) === "_") throw new Failure("invalid decimal literal", end, end);
  let zeros = start;
  while (text.charAt(zeros) === "0" || text.charAt(zeros) === "_") zeros++;
  throw new Failure(
    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    start,
    zeros,
  );
}

const radixes: Readonly<Record<string, string>> = {
  x: "hexadecimal",
  o: "octal",
  b: "binary",
};

function after_number(text: string, start: number, end: number, written: string): void {
  if (text.charCodeAt(end) >= 128) identifier(text, end, name_end(text, end));
  const letter = text.charAt(start + 1).toLowerCase();
  const radix = text.charAt(start) === "0" ? radixes[letter] : undefined;
  const next = text.charAt(end);
  if (radix !== undefined) {
    const is_bare = written.length === 1;
    const at = is_bare ? start + 2 : end;
    const digit = text.charAt(at);
    if (/[0-9]/.test(digit))
      throw new Failure(`invalid digit '${digit}' in ${radix} literal`, at, at);
    if (is_bare || digit === "_") {
      const after = digit === "_" ? text.charAt(at + 1) : digit;
      if (digit === "_" && /[0-9]/.test(after))
        throw new Failure(`invalid digit '${after}' in ${radix} literal`, at + 1, at + 1);
      const last = digit === "_" ? at : at - 1;
      throw new Failure(`invalid ${radix} literal`, last, last);
    }
    if (!keyword_follows(text, at)) throw new Failure(`invalid ${radix} literal`, at - 1, at - 1);
    return;
  }
  if (next === "_" && /[0-9]$/.test(written))
    throw new Failure("invalid decimal literal", end, end);
  if (/[eE]/.test(next) && /^[-+]$/.test(text.charAt(end + 1)))
    throw new Failure("invalid decimal literal", end + 1, end + 1);
  if (keyword_follows(text, end)) return;
  const is_imaginary = /[jJ]$/.test(written);
  throw new Failure(`invalid ${is_imaginary ? "imaginary" : "decimal"} literal`, end - 1, end - 1);
}

function name_end(text: string, start: number): number {
  let end = start;
  while (end < text.length && may_continue_name(text.charCodeAt(end))) end++;
  return end;
}

const keyword_after_number = /(?:and|else|for|or|not)(?![\w\x80-\uffff])|i[fns]/y;

/** CPython lets these keywords follow a number without a space (with a warning). */
function keyword_follows(text: string, at: number): boolean {
  keyword_after_number.lastIndex = at;
  return keyword_after_number.test(text);
}
