// Which older Python a refused text looks like, and what to write instead.
import type { Span } from "../../grammar/ast/node.ts";
import { start_of_line } from "./code-frame.ts";

interface Sign {
  /** What CPython says there. */
  readonly message: RegExp;
  /** The text before the refused place, to the start of its line. */
  readonly before?: RegExp;
  /** The text from the refused place on, to the end of its line. */
  readonly after?: RegExp;
  readonly hint: string;
}

const convert = "or convert the whole file with `2to3 -w FILE` of a Python up to 3.12";
const renamed =
  "this looks like Python 3.6 or older, where `async` and `await` were names: rename it, e.g. `async_`";

const signs: readonly Sign[] = [
  {
    message: /^Missing parentheses in call to 'print'/,
    hint: `this looks like Python 2: write \`print(…)\`, ${convert}`,
  },
  {
    message: /^Missing parentheses in call to 'exec'/,
    after: /^exec\b.*\bin\b/,
    hint: `this looks like Python 2: write \`exec(code, names)\`, ${convert}`,
  },
  {
    message: /^Missing parentheses in call to 'exec'/,
    hint: `this looks like Python 2: write \`exec(…)\`, ${convert}`,
  },
  {
    message: /^multiple exception types must be parenthesized$/,
    hint: "if it is Python 2's `except E, e`, write `except E as e`; two types are written `except (A, B)`",
  },
  {
    message: /^leading zeros in decimal integer literals/,
    hint: "this looks like Python 2: octal numbers are written `0o777`",
  },
  {
    message: /^(?:Function parameters|Lambda expression parameters) cannot be parenthesized$/,
    hint: "this looks like Python 2: take one parameter, and unpack it inside",
  },
  {
    message: /^invalid (?:decimal|hexadecimal) literal$/,
    after: /^[0-9a-f][lL]\b/i,
    hint: "this looks like Python 2: leave the `L` out, every `int` is as long as it needs to be",
  },
  {
    message: /^inconsistent use of tabs and spaces/,
    hint: "Python 2 took a tab for the way to the next multiple of 8 columns: use spaces only",
  },
  {
    message: /^invalid syntax/,
    after: /^`/,
    hint: "this looks like Python 2: write `repr(x)` for backticks around x",
  },
  {
    message: /^invalid syntax/,
    after: /^<>/,
    hint: "this looks like Python 2: write `!=`",
  },
  {
    message: /^invalid syntax/,
    before: /\bur$/i,
    after: /^["']/,
    hint: 'this looks like Python 2: write `r"…"`, every string is Unicode',
  },
  {
    message: /^invalid syntax/,
    before: /^\s*raise\b.*[^,\s]\s*$/,
    after: /^,/,
    hint: 'this looks like Python 2: write `raise E("…")`, and `.with_traceback(tb)` behind it',
  },
  { message: /^invalid syntax/, after: /^(?:async|await)\s*(?:[=(),.:\]}]|$)/, hint: renamed },
  {
    message: /^invalid syntax/,
    before: /(?:\.|\bdef|\bclass|\bimport|\bas)\s*$/,
    after: /^(?:async|await)\b/,
    hint: renamed,
  },
  {
    message: /^invalid syntax/,
    before: /\b(?:async|await)\s*$/,
    after: /^[=(),.\]}]/,
    hint: renamed,
  },
];

/** The way out for what only older Pythons accepted; null when nothing looks like it. */
export function older_python_hint(message: string, source: string, { start }: Span): string | null {
  const before = source.slice(start_of_line(source, start), start);
  const after = /[^\r\n]*/.exec(source.slice(start, start + 400))?.[0] ?? "";
  const sign = signs.find(
    (one) =>
      one.message.test(message) &&
      (one.before === undefined || one.before.test(before)) &&
      (one.after === undefined || one.after.test(after)),
  );
  return sign?.hint ?? null;
}
