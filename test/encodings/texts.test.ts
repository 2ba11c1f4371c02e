// Random bytes and texts in encodings of which a table does not tell all: as CPython reads and writes them.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { decode } from "../../runtime/builtins/text/codecs/decode.ts";
import { encode } from "../../runtime/builtins/text/codecs/encode.ts";
import { find_python } from "../support/python.ts";
import { Random } from "../support/random.ts";

/** Encoding, error handler, hexadecimal bytes to read; or else text to write. */
type Case = readonly [name: string, errors: string, data: string | null, text: string];

/** Encodings, and pieces of which bytes that matter in them are made. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  utf_7: ["+", "-", "A", "AOk", "2D3eAA", "2D0", "!", "~", "\\", "a", "\n", "\xe9", "/", " "],
  hz: ["~", "{", "}", "~{", "~}", "VP", "ND", "\n", "a", "\x80", " ", "~~"],
  iso2022_jp: [
    "\x1b",
    "$B",
    "(B",
    "\x1b$B",
    "\x1b(B",
    "\x1b(J",
    "$3",
    "\\~",
    "a",
    "\n",
    "\xe9",
    "[0m",
    "\x1b$(D",
    "@",
  ],
  iso2022_jp_1: [
    "\x1b$B",
    "\x1b(B",
    "\x1b$(D",
    "\x1b$@",
    "0!",
    "$3",
    "a",
    "\n",
    "\x1b)B",
    "\x1b(I",
  ],
  gb18030: ["\x81", "0", "9", "\xff", "\xfe", "\x90", "a", "\xe3", "2", "\x9a", "5", "\x80"],
  euc_kr: ["\xa4\xd4", "\xa4\xa1", "\xa4\xbf", "\xa4", "a", "\xb0\xa1", "\xff", "\xa4\xa2"],
  euc_jp: ["\x8f", "\xa2", "\x8e", "\xb1", "a", "\xa4\xa2", "\xff", "\xb0\xa1"],
  shift_jis: ["\x80", "\x82\xa0", "\\", "\xa0", "\xb1", "\xfd", "a"],
  big5hkscs: ["\x88", "\x62", "\x64", "\xa3", "a", "\xff", "\xa4@"],
  euc_jis_2004: ["\xa4", "\xf7", "\x8f", "\xa1", "\xfe", "a"],
  euc_jisx0213: ["\xae\xa1", "\xa4", "\xf7", "\x8f", "a", "\xf4\xa7"],
  utf_16: ["\xff\xfe", "\xfe\xff", "a\0", "\0a", "\x3d\xd8", "\0\xde", "a"],
  utf_32: ["\xff\xfe\0\0", "\0\0\xfe\xff", "a\0\0\0", "\0\0\0a", "\0\xd8\0\0", "a"],
  utf_8_sig: ["\xef\xbb\xbf", "a", "\xe9", "\xc3\xa9", "\xe2\x82", "\xff"],
  cp1252: ["\x80", "\x81", "a", "\xff"],
  ascii: ["a", "\x80", "\xff"],
};
const letters = [
  "a",
  "é",
  "中",
  "文",
  "가",
  "갂",
  "こ",
  "か゚",
  "\u00ca\u0304",
  "Ê",
  "¥",
  "‾",
  "~",
  "\\",
  "😀",
  "\n",
  "+",
  "-",
  "￠",
  "丂",
  "\u{20000}",
  "/",
  "ｱ",
];
const handlers = ["strict", "replace", "ignore", "backslashreplace"] as const;
const python = find_python("3.13");
if (python === null) console.warn("encodings are not compared: there is no Python 3.13");

test.skipIf(python === null)("random bytes and texts", { timeout: 60_000 }, () => {
  const cases = random_cases();
  const script = path.join(import.meta.dirname, "texts.py");
  const { stdout, stderr, status } = spawnSync(python ?? "", [script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const expected = JSON.parse(stdout) as readonly unknown[];
  const differences = cases.flatMap((each, index) => {
    const ours = made(each);
    return JSON.stringify(ours) === JSON.stringify(expected[index])
      ? []
      : [{ case: each, ours, expected: expected[index] }];
  });
  expect(differences.slice(0, 20)).toEqual([]);
});

function random_cases(): readonly Case[] {
  const random = new Random(Number(process.env["SEED"] ?? 1));
  const some = (from: readonly string[]) => random.many(6, () => random.pick(from)).join("");
  return Object.entries(pieces).flatMap(([name, own]) =>
    Array.from({ length: 300 }, (_, index): Case => {
      const data = Buffer.from(some(own), "latin1").toString("hex");
      return index % 3 === 0
        ? [name, random.pick(handlers), null, some(letters)]
        : [name, random.pick(handlers), data, ""];
    }).filter(([, , data, text]) => data !== null || !is_lost(name, text)),
  );
}

/** CPython forgets a character beyond the basic plane at the end, after one that a combining mark could follow. */
function is_lost(name: string, text: string): boolean {
  return name.startsWith("euc_jis") && /[^\n-~]\p{L}*[\u{10000}-\u{10ffff}]$/u.test(text);
}

function made([name, errors, data, text]: Case): unknown {
  try {
    if (data !== null) return decode(Buffer.from(data, "hex"), name, errors);
    return Buffer.from(encode(text, name, errors)).toString("hex");
  } catch (error) {
    return [(error as Error).message];
  }
}
