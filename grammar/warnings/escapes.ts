// Escape sequences that mean nothing, and numbers that run into keywords.
import * as t from "../tokens/vocabulary.ts";
import { tokenize } from "../tokens/tokenizer.ts";
import type { Token } from "../tokens/token.ts";
import type { PythonSyntaxWarning } from "./warning.ts";

const string_index = t.index_of(t.StringLiteral);
const start_index = t.index_of(t.FStringStart);
const middle_index = t.index_of(t.FStringMiddle);
const end_index = t.index_of(t.FStringEnd);
const number_index = t.index_of(t.NumberLiteral);
// most texts have nothing of the kind, and need not be read once more
const suspicious = /\\[^\r\n\\'"abfnrtvx0-3]|\b\d[\w.]*(?:and|else|for|i[fns]|or|not)\b/;

export function escape_warnings(source: string): readonly PythonSyntaxWarning[] {
  if (!suspicious.test(source)) return [];
  const found: PythonSyntaxWarning[] = [];
  const raw: boolean[] = [];
  const { tokens } = tokenize(source);
  tokens.forEach((token, index) => {
    const { tokenTypeIdx, image } = token;
    if (tokenTypeIdx === string_index) found.push(...in_string(token));
    else if (tokenTypeIdx === start_index) raw.push(/r/i.test(image));
    else if (tokenTypeIdx === end_index) raw.pop();
    else if (tokenTypeIdx === middle_index && raw.at(-1) !== true) {
      const text = source.slice(token.startOffset, token.stop + 1);
      found.push(...first_invalid(text, token.startOffset, false));
    } else if (tokenTypeIdx === number_index && runs_on(token, tokens[index + 1]))
      found.push(run_on_number(token));
  });
  return found;
}

function in_string(token: Token): readonly PythonSyntaxWarning[] {
  const { image, startOffset } = token;
  const prefix = /^[a-z]*/i.exec(image)?.[0] ?? "";
  if (/r/i.test(prefix)) return [];
  return first_invalid(image, startOffset, /b/i.test(prefix));
}

const escape = /\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g;

/** CPython tells of the first one in a literal only, on the line on which the literal begins. */
function first_invalid(
  text: string,
  token_start: number,
  is_bytes: boolean,
): readonly PythonSyntaxWarning[] {
  const meaningful = is_bytes ? /[\n\r\\'"abfnrtvx]/ : /[\n\r\\'"abfnrtvxuUN]/;
  for (const { index, 0: written, 1: octal, 2: character = "\n" } of text.matchAll(escape)) {
    const is_octal = octal !== undefined && Number.parseInt(octal, 8) > 0o377;
    const is_other = octal === undefined && !meaningful.test(character) && character <= "\x7f";
    if (!is_octal && !is_other) continue;
    const message = `invalid ${is_octal ? "octal " : ""}escape sequence '${written}'`;
    const is_first_line = !/[\r\n]/.test(text.slice(0, index));
    const start = token_start + (is_first_line ? index : 0);
    return [{ message, start, end: start + (is_first_line ? written.length : 1) }];
  }
  return [];
}

function runs_on(number: Token, next: Token | undefined): boolean {
  return next !== undefined && next.startOffset === number.stop && /^[a-z]/i.test(next.image);
}

function run_on_number({ image, startOffset: start, stop: end }: Token): PythonSyntaxWarning {
  const letter = image.charAt(1).toLowerCase();
  const radix = image.startsWith("0") ? radixes[letter] : undefined;
  const kind = radix ?? (/j$/i.test(image) ? "imaginary" : "decimal");
  return { message: `invalid ${kind} literal`, start, end };
}

const radixes: Readonly<Record<string, string>> = {
  x: "hexadecimal",
  o: "octal",
  b: "binary",
};
