// Text to bytes in charsets of several bytes a character.
import type { Charset } from "./charset.ts";
import { four_bytes_written, GB18030 } from "./gb18030.ts";
import { hangul_written } from "./hangul.ts";

/** The bytes of one character; `undefined` when the charset lacks it. */
export function write_character(
  character: string,
  charset: Charset,
): readonly number[] | undefined {
  const bytes = charset.write(character);
  if (bytes !== undefined) return bytes;
  if (charset.name === GB18030) return four_bytes_written(character, charset);
  return charset.name === "euc_kr" ? hangul_written(character) : undefined;
}

/** The bytes of characters that all fit; some that follow each other have bytes of their own together. */
export function write_run(run: string, charset: Charset): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < run.length;) {
    const code = run.codePointAt(at) ?? 0;
    const together = charset.sequences.find((each) => run.startsWith(each, at));
    const part = together ?? String.fromCodePoint(code);
    for (const byte of write_character(part, charset) ?? []) bytes.push(byte);
    at += part.length;
  }
  return bytes;
}
