// Writes the table of Unicode character names for `\N{...}` from what CPython's unicodedata answers.
// usage: tsx scripts/character-names.ts; PYTHON names the interpreter.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { needed_python } from "../test/support/python.ts";

const lister = `
import unicodedata as u
print(u.unidata_version)
for code in range(0x110000):
    name = u.name(chr(code), "")
    if name and not name.startswith("HANGUL SYLLABLE "): print("%X" % code, name)
for word in [u.name(chr(c))[11:] for c in range(0x2400, 0x2422)] + """NUL SOH STX ETX EOT ENQ ACK ALERT BEL BS HT TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4
NAK SYN ETB CAN EOM EM SUB ESC FS GS RS US SP DEL NEL NBSP SHY ZWSP ZWNJ ZWJ LRM RLM LRE RLE PDF LRO RLO NNBSP WJ LRI RLI FSI PDI BOM ZWNBSP""".split() + [
    "LINE FEED", "NEW LINE", "END OF LINE", "FORM FEED", "CARRIAGE RETURN", "NEXT LINE", "BYTE ORDER MARK",
    "CHARACTER TABULATION", "LINE TABULATION", "VERTICAL TABULATION", "HORIZONTAL TABULATION", "ALERT",
    "LOCKING-SHIFT ONE", "LOCKING-SHIFT ZERO", "INFORMATION SEPARATOR FOUR", "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE", "FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR",
    "UNIT SEPARATOR", "DELETE", "PADDING CHARACTER", "HIGH OCTET PRESET", "BREAK PERMITTED HERE", "NO BREAK HERE", "INDEX",
    "STRING TERMINATOR", "CONTROL SEQUENCE INTRODUCER", "LATIN CAPITAL LETTER GHA", "LATIN SMALL LETTER GHA"]:
    try: code = ord(u.lookup(word))
    except KeyError: continue
    if u.name(chr(code), "") != word: print("=%X" % code, word)
`;

const first_symbol = 35;
const skipped_symbol = 92;
const symbols = 91;
const short_words = 40;
const middle_words = 40 * symbols;

function main(): void {
  const { stdout } = spawnSync(needed_python("3.13"), ["-c", lister], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [version = "", ...lines] = stdout.trim().split("\n");
  const entries = lines.map((line) => {
    const space = line.indexOf(" ");
    return { code: line.slice(0, space), name: line.slice(space + 1) };
  });
  const aliases = entries.filter(({ code }) => code.startsWith("="));
  const proper = entries.filter(({ code }) => !code.startsWith("="));
  const numbered = proper.filter(({ code, name }) => name.endsWith(`-${code}`));
  const named = proper.filter(({ code, name }) => !name.endsWith(`-${code}`));
  const counts = new Map<string, number>();
  for (const { name } of named)
    for (const word of name.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([w]) => w);
  const index = new Map(words.map((word, i) => [word, i]));
  const text = `// The names of Unicode ${version}'s characters, packed: written by scripts/character-names.ts.
// Data: Unicode Character Database, © Unicode, Inc., under the Unicode License V3.

/** Words by frequency. */
export const words =
  ${JSON.stringify(words.join(" "))};

/** Names in the order of their characters: words in common with the name before, the other words. */
export const names =
  ${JSON.stringify(packed(named, index))};

/** Names that end in the character's own number: what stands before it, first and last. */
export const numbered_ranges: readonly (readonly [string, number, number])[] = ${JSON.stringify(ranges(numbered))};

/** Other names of characters. */
export const aliases: Readonly<Record<string, number>> = ${JSON.stringify(Object.fromEntries(aliases.map(({ code, name }) => [name, Number.parseInt(code.slice(1), 16)])))};
`;
  writeFileSync("runtime/encodings/character-names.generated.ts", text);
}

interface Entry {
  readonly code: string;
  readonly name: string;
}

function packed(named: readonly Entry[], index: ReadonlyMap<string, number>): string {
  let previous: readonly string[] = [];
  let expected = 0;
  const parts = named.map(({ code, name }) => {
    const parsed = Number.parseInt(code, 16);
    const jump = parsed === expected ? "" : `!${code}!`;
    expected = parsed + 1;
    const list = name.split(" ");
    let shared = 0;
    while (shared < list.length && list[shared] === previous[shared]) shared++;
    previous = list;
    const rest = list.slice(shared).map((word) => number(index.get(word) ?? 0));
    return jump + symbol(shared) + rest.join("");
  });
  return parts.join(" ");
}

function symbol(value: number): string {
  const code = first_symbol + value;
  return String.fromCharCode(code >= skipped_symbol ? code + 1 : code);
}

/** One symbol for the most frequent words, two or three for the others. */
function number(value: number): string {
  if (value < short_words) return symbol(value);
  const rest = value - short_words;
  if (rest < middle_words)
    return symbol(short_words + Math.floor(rest / symbols)) + symbol(rest % symbols);
  const far = rest - middle_words;
  return (
    symbol(80 + Math.floor(far / (symbols * symbols))) +
    symbol(Math.floor(far / symbols) % symbols) +
    symbol(far % symbols)
  );
}

function ranges(numbered: readonly Entry[]): [string, number, number][] {
  const found: [string, number, number][] = [];
  for (const { code, name } of numbered) {
    const parsed = Number.parseInt(code, 16);
    const prefix = name.slice(0, -code.length - 1);
    const last = found.at(-1);
    if (last !== undefined && last[0] === prefix && last[2] === parsed - 1) last[2] = parsed;
    else found.push([prefix, parsed, parsed]);
  }
  return found;
}

main();
