// Text to bytes in charsets of several bytes a character.
import type { Charset } from "./charset.ts";
import { four_bytes_written, GB18030 } from "./gb18030.ts";
import { hangul_written } from "./hangul.ts";
import { ILLEGAL } from "./multibyte.ts";
import type { Unfit } from "./unfit.ts";

/** The bytes of text, by its code points; `unfit` stands in for a character that the charset lacks. */
export function encode_multibyte(
  characters: readonly string[],
  charset: Charset,
  unfit: Unfit,
): readonly number[] {
  const bytes: number[] = [];
  const append = (more: readonly number[]) => {
    for (const byte of more) bytes.push(byte);
  };
  for (let at = 0; at < characters.length;) {
    const character = characters[at] ?? "";
    // some that follow each other have bytes of their own together
    const both = charset.sequences.length > 0 ? character + (characters[at + 1] ?? "") : "";
    if (charset.sequences.includes(both)) {
      append(charset.write(both) ?? []);
      at += 2;
      continue;
    }
    const written = write_character(character, charset);
    if (written === undefined) {
      const given = unfit(at, at + 1, ILLEGAL);
      append(
        typeof given === "string"
          ? Array.from(given).flatMap((each) => write_character(each, charset) ?? [])
          : given,
      );
    } else append(written);
    at++;
  }
  return bytes;
}

/** The bytes of one character; `undefined` when the charset lacks it. */
function write_character(character: string, charset: Charset): readonly number[] | undefined {
  const bytes = charset.write(character);
  if (bytes !== undefined) return bytes;
  if (charset.name === GB18030) return four_bytes_written(character, charset);
  return charset.name === "euc_kr" ? hangul_written(character) : undefined;
}
