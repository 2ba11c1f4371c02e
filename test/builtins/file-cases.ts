// Random cases of operations on files.
import type { Encoded, Operation } from "./operations.ts";
import type { Random } from "../support/random.ts";

const TEXTS = [
  "",
  "a\n",
  "one\ntwo\nthree",
  "a\r\nb\rc\n\n",
  "é😀ñ\nß\r\n",
  "x".repeat(9000) + "\ny",
  "\r",
];

/** Writes a file, opens it in some mode, then reads, writes and moves about. */
export function file_case(random: Random, path: string): Operation[] {
  const f: Encoded = { name: "f" };
  const text = random.pick(TEXTS);
  const latin = Buffer.from(text, "utf8").toString("latin1");
  const mode = random.pick([
    "r",
    "r",
    "r",
    "rt",
    "r+",
    "rb",
    "rb+",
    "w",
    "w+",
    "a",
    "a+",
    "ab",
    "wb+",
    "x",
  ]);
  const options: Record<string, Encoded> = {};
  if (!mode.includes("b")) {
    if (random.next() < 0.4) options["newline"] = random.pick(["", "\n", "\r", "\r\n"]);
    if (random.next() < 0.4)
      options["encoding"] = random.pick(["utf-8", "latin-1", "ascii", "nope"]);
    if (random.next() < 0.3) options["errors"] = random.pick(["replace", "ignore", "strict"]);
  }
  const data = (): Encoded => random.pick<Encoded>(["", "hi\n", "a\nb", "é", { bytes: "by\n" }, 5]);
  const size = (): Encoded => random.pick<Encoded>([0, 1, 2, 3, 5, -1]);
  const operations: Operation[] = [
    ["f", "open", path, "wb", { options: {} }],
    [null, ".write", f, { bytes: latin }],
    [null, ".close", f],
    ["f", "open", random.next() < 0.05 ? `${path}.missing` : path, mode, { options }],
  ];
  for (let count = random.int(1, 8); count > 0; count--)
    operations.push(
      random.pick<() => Operation>([
        () => [null, ".read", f],
        () => [null, ".read", f, size()],
        () => [null, ".readline", f],
        () => [null, ".readline", f, size()],
        () => [null, ".readlines", f],
        () => [null, "list", f],
        () => [null, "next", f],
        () => [null, ".write", f, data()],
        () => [null, ".seek", f, 0],
        () => [null, ".seek", f, 0, 2],
        () => [null, random.pick([".seekable", ".isatty"]), f],
        () => [null, ".writelines", f, { list: [data(), data()] }],
      ])(),
    );
  operations.push(
    [null, ".close", f],
    [null, random.pick([".read", ".close", ".tell", "list"]), f],
  );
  operations.push(
    ["f", "open", path, "rb", { options: {} }],
    [null, ".read", f],
    [null, ".close", f],
  );
  return operations;
}
