// Unicode's names of characters, both ways. The table is unpacked when the first one is asked for.
import { aliases, names, numbered_ranges, words } from "./character-names.generated.ts";

let table: ReadonlyMap<string, number> | null = null;

/** The character of a Unicode name, in any case of letters; null when there is none. */
export function character_named(name: string): string | null {
  const wanted = name.toUpperCase();
  const code = numbered(wanted) ?? hangul_syllable(wanted) ?? unpacked().get(wanted);
  return code === undefined ? null : String.fromCodePoint(code);
}

/** The Unicode name of a code point, without the aliases; null when it has none. */
export function name_of_character(code: number): string | null {
  const range = numbered_ranges.find(([, first, last]) => code >= first && code <= last);
  if (range !== undefined) return `${range[0]}-${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code >= 0xac00 && code < 0xac00 + leads.length * vowels.length * tails.length)
    return hangul_name(code - 0xac00);
  return unpacked_names().get(code) ?? null;
}

function hangul_name(index: number): string {
  const syllable = Math.trunc(index / tails.length);
  const lead = leads[Math.trunc(syllable / vowels.length)] ?? "";
  return `HANGUL SYLLABLE ${lead}${vowels[syllable % vowels.length] ?? ""}${tails[index % tails.length] ?? ""}`;
}

let by_code: ReadonlyMap<number, string> | null = null;

function unpacked_names(): ReadonlyMap<number, string> {
  if (by_code === null) {
    const found = new Map<number, string>();
    for (const [name, code] of unpacked()) if (!Object.hasOwn(aliases, name)) found.set(code, name);
    by_code = found;
  }
  return by_code;
}

/** `CJK UNIFIED IDEOGRAPH-4E00` and the like. */
function numbered(name: string): number | undefined {
  const match = /^(.*)-([0-9A-F]{4,6})$/.exec(name);
  if (match === null) return undefined;
  const code = Number.parseInt(match[2] ?? "", 16);
  return numbered_ranges.some(
    ([prefix, first, last]) => prefix === match[1] && code >= first && code <= last,
  )
    ? code
    : undefined;
}

const leads = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const tails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

function hangul_syllable(name: string): number | undefined {
  const match = /^HANGUL SYLLABLE ([^AEIOUWY]*)([AEIOUWY]+)([^AEIOUWY]*)$/.exec(name);
  if (match === null) return undefined;
  const lead = leads.indexOf(match[1] ?? "");
  const vowel = vowels.indexOf(match[2] ?? "");
  const tail = tails.indexOf(match[3] ?? "");
  if (lead < 0 || vowel < 0 || tail < 0) return undefined;
  return 0xac00 + (lead * vowels.length + vowel) * tails.length + tail;
}

function unpacked(): ReadonlyMap<string, number> {
  table ??= unpack();
  return table;
}

const short_words = 40;
const symbols = 91;

function unpack(): ReadonlyMap<string, number> {
  const all = words.split(" ");
  const found = new Map<string, number>(Object.entries(aliases));
  let previous: readonly string[] = [];
  let code = 0;
  for (const part of names.split(" ")) {
    const jump = part.startsWith("!") ? part.indexOf("!", 1) : -1;
    if (jump > 0) code = Number.parseInt(part.slice(1, jump), 16);
    const list = previous.slice(0, value_at(part, jump + 1));
    for (let at = jump + 2; at < part.length;) {
      const first = value_at(part, at++);
      let index = first;
      if (first >= 2 * short_words)
        index =
          short_words * (symbols + 1) +
          (first - 2 * short_words) * symbols * symbols +
          value_at(part, at++) * symbols +
          value_at(part, at++);
      else if (first >= short_words)
        index = short_words + (first - short_words) * symbols + value_at(part, at++);
      list.push(all[index] ?? "");
    }
    found.set(list.join(" "), code++);
    previous = list;
  }
  return found;
}

// the alphabet begins at "#" and leaves the backslash out
function value_at(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 36 : code - 35;
}
