// Whatever the text: a tree or an error, never an exception, in time linear in its length.
import { describe, expect, test } from "vitest";
import { dump } from "../../grammar/ast/dump.ts";
import { decode, parse } from "../../grammar/index.ts";

describe("deep nesting", () => {
  test.each([
    ["brackets", "(".repeat(100_000), "too many nested parentheses"],
    ["ifs", staircase(5000), "too many levels of indentation"],
    ["f-strings", 'f"{'.repeat(200), "too many nested f-strings"],
    ["with items", `with ${"a, ".repeat(20_000)}a: pass`, "too many statically nested blocks"],
    ["blocks", staircase(25).replaceAll("if", "while"), "too many statically nested blocks"],
  ])("%s", (_, source, message) => {
    expect(parse(source).errors[0]?.message).toBe(message);
  });

  test.each([
    ["199 brackets", `${"(".repeat(199)}x${")".repeat(199)}`],
    ["98 ifs", staircase(98)],
    ["elif", `if x: pass\n${"elif x: pass\n".repeat(5000)}`],
    ["sums", `a${"+a".repeat(50_000)}`],
    ["calls", `a${"()".repeat(20_000)}`],
  ])("%s parse", (_, source) => {
    expect(parse(source).errors).toEqual([]);
  });

  test.each(["not ", "-", "lambda: ", "a if b else ", "a ** "])(
    "%j a hundred thousand times",
    (text) => {
      const { errors } = parse(`${text.repeat(100_000)}a`);
      expect(errors[0]?.message).toBe("source too complex to parse: nested too deeply");
      expect(errors[0]?.start).toBeGreaterThan(1000);
    },
  );

  test.each(["a ** ", "not ", "-"])("%j two thousand times is dumped", (text) => {
    const source = `${text.repeat(2000)}a\n`;
    expect(dump(parse(source).module, source)).toContain("end_col_offset");
  });
});

test("random texts", () => {
  const next = generator(7);
  const started = performance.now();
  while (performance.now() - started < 2000) {
    let source = "";
    for (let length = next(40); length > 0; length--)
      source += (pieces[next(pieces.length)] ?? "") + (next(2) === 0 ? " " : "");
    expect(parse(source).errors.length).toBeLessThanOrEqual(1);
  }
});

describe("decode", () => {
  test.each([
    ["utf-8", [0x78, 0x3d, 0xc3, 0xa9], "x=é"],
    ["byte-order mark", [0xef, 0xbb, 0xbf, 0x78], "x"],
    ["gbk", [...ascii("# coding: gbk\n"), 0xc4, 0xe3], "# coding: gbk\n你"],
    [
      "latin-1",
      [...ascii("# -*- coding: latin-1 -*-\n"), 0xe9, 0x80],
      "# -*- coding: latin-1 -*-\né\x80",
    ],
    ["big5", [...ascii("\n# coding=big5\n"), 0xa4, 0x40], "\n# coding=big5\n一"],
    ["cp1252", [...ascii("# coding: CP1252\n"), 0x80, 0x93], "# coding: CP1252\n€“"],
    [
      "vim",
      [...ascii("#!x\n# vim: set fileencoding=cp437 :\n"), 0x82],
      "#!x\n# vim: set fileencoding=cp437 :\né",
    ],
    ["utf-7", ascii("# coding: utf_7\n+AOk-"), "# coding: utf_7\né"],
    ["carriage returns", [...ascii("# coding: mac_roman\r"), 0x8e], "# coding: mac_roman\ré"],
    ["after code", [...ascii("x=1 # coding: cp1252\n"), 0xc3, 0xa9], "x=1 # coding: cp1252\né"],
    ["third line", [...ascii("\n\n# coding: cp1252\n"), 0xc3, 0xa9], "\n\n# coding: cp1252\né"],
    ["shift_jis", [...ascii("# coding: shift_jis\n"), 0x82, 0xa0], "# coding: shift_jis\nあ"],
  ])("%s", (_, bytes, text) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, errors: [] });
  });

  test.each([
    ["unknown", ascii("# coding: foo\n"), "unknown encoding: foo"],
    [
      "mark and cookie",
      [0xef, 0xbb, 0xbf, ...ascii("# coding: gbk\n")],
      "encoding problem: gbk with BOM",
    ],
    [
      "no text",
      ascii("# coding: hex\n"),
      "'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs",
    ],
    [
      "bad cp1252",
      [...ascii("# coding: cp1252\n"), 0x81],
      "'charmap' codec can't decode byte 0x81 in position 17: character maps to <undefined>",
    ],
    [
      "bad gbk",
      [...ascii("# coding: gbk\nx='"), 0xff],
      "'gbk' codec can't decode byte 0xff in position 17: illegal multibyte sequence",
    ],
    [
      "bad utf-8",
      [...ascii("a\n"), 0xff],
      "Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    ],
  ])("%s", (_, bytes, message) => {
    expect(decode(Uint8Array.from(bytes)).errors[0]?.message).toBe(message);
  });
});

const pieces =
  "( ) [ ] { } : , = := if else for in lambda def class \n x 1 's' f'{ }' f' ' * ** not and await async yield import from as try except with match case _ type print -> @ ; \\ \t #c\n ... . ! $ return global del é 😀 \r \f 0x 1_ 1e ''' \"\"\" rb'"
    .split(" ")
    .concat(["\n  ", "\n    ", "\0"]);

function staircase(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}if x:\n`);
  return `${lines.join("")}${" ".repeat(levels)}pass\n`;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % below;
  };
}
