// Every byte and pair of bytes in all of Python's charsets, and what they are written as: as CPython has it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import path from "node:path";
import { expect, test } from "vitest";
import { decode } from "../../runtime/builtins/text/codecs/decode.ts";
import { encode } from "../../runtime/builtins/text/codecs/encode.ts";
import { MULTIBYTE } from "../../runtime/encodings/multibyte.generated.ts";
import { SINGLE_BYTE } from "../../runtime/encodings/single-byte.generated.ts";
import { find_python } from "../support/python.ts";

const python = find_python("3.13");
if (python === null) console.warn("charsets are not compared: there is no Python 3.13");
const singles = Object.keys(SINGLE_BYTE);
const all = [...singles, ...Object.keys(MULTIBYTE)];

test.skipIf(python === null)("all bytes, pairs and characters", { timeout: 120_000 }, () => {
  const script = path.join(import.meta.dirname, "judge.py");
  const { stdout, stderr, status } = spawnSync(python ?? "", [script, ...all], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  const expected = JSON.parse(stdout) as unknown;
  expect(Object.fromEntries(all.map((name) => [name, digests(name)]))).toEqual(expected);
});

function digests(name: string): readonly string[] {
  const data = Array.from({ length: 256 }, (_, byte) => [byte]);
  if (!singles.includes(name))
    for (let lead = 0x80; lead < 0x100; lead++)
      for (let trail = 0x20; trail < 0x100; trail++) data.push([lead, trail]);
  const read = data.map((bytes) => decode(Uint8Array.from(bytes), name, "replace"));
  const characters = [...new Set(read.join(""))].sort();
  const written = encode(characters.join(""), name, "xmlcharrefreplace");
  return [digest(read.join("\n")), digest(written)];
}

function digest(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
