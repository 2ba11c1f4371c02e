// Real files with small damage: tokens or characters cut out, doubled, swapped or put in.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { decode } from "../../grammar/index.ts";
import type { Case } from "./judge.ts";

type Random = (below: number) => number;

/** `count` mutants of pieces of the library's files, the same ones for the same seed. */
export function* mutants(python: string, count: number, seed: number): Generator<Case> {
  const random = generator(seed);
  const files = library_files(python);
  for (let made = 0; made < count; made++) {
    const file = files[random(files.length)] ?? "";
    const piece = piece_of(text_of(file), random);
    const text = mutated(piece, random);
    const source = Buffer.from(text).toString("base64");
    yield { module: path.basename(file), kind: "str", source };
  }
}

/** Files of the library's top folders, in order of name. */
function library_files(python: string): readonly string[] {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  const folder = spawnSync(python, ["-c", code], { encoding: "utf8" }).stdout.trim();
  return ["", "asyncio", "collections", "concurrent/futures", "email", "json", "test", "unittest"]
    .map((name) => path.join(folder, name))
    .filter((place) => existsSync(place))
    .flatMap((place) =>
      readdirSync(place)
        .sort()
        .map((name) => path.join(place, name)),
    )
    .filter((name) => name.endsWith(".py"));
}

const texts = new Map<string, string>();

function text_of(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const { text } = decode(readFileSync(file));
  texts.set(file, text);
  return text;
}

/** From one line at the left margin to another: a statement or some. */
function piece_of(text: string, random: Random): string {
  const lines = text.split(/(?<=\n)/);
  let first = random(Math.max(1, lines.length));
  while (first > 0 && !/^[A-Za-z@]/.test(lines[first] ?? "")) first--;
  let last = first + 1 + random(40);
  while (last < lines.length && !/^[A-Za-z@]/.test(lines[last] ?? "")) last++;
  return lines.slice(first, Math.min(last, first + 120)).join("");
}

const token =
  /[A-Za-z_]\w*|\d[\w.]*|"""|'''|\*\*=?|\/\/=?|>>=?|<<=?|->|:=|[-+*/%@&|^=<>!]=|\.\.\.|\r?\n|[ \t]+|[\s\S]/g;
const inserted =
  "( ) [ ] { } : , ; . = == := -> * ** @ + - not in is and or if else elif for while def class lambda return yield await async import from as with try except finally raise pass break continue global nonlocal del assert True None x 1 'a' f'{x}' \\ \t ... ! $ ? ` 0777 0x b'' \" ' \"\"\" # match case type print \n";
const pool = [...inserted.split(" "), " ", "  "];

function mutated(text: string, random: Random): string {
  const tokens = text.match(token) ?? [];
  if (tokens.length < 2) return text;
  for (let changes = 1 + (random(4) === 0 ? 1 : 0); changes > 0; changes--) {
    const at = random(tokens.length);
    const word = tokens[at] ?? "";
    switch (random(9)) {
      case 0:
      case 1:
        tokens.splice(at, 1);
        break;
      case 2:
        tokens.splice(at, 0, word, /^\w/.test(word) ? " " : "");
        break;
      case 3: {
        const other = random(tokens.length);
        tokens[at] = tokens[other] ?? "";
        tokens[other] = word;
        break;
      }
      case 4:
      case 5:
        tokens.splice(at, 0, ` ${pool[random(pool.length)] ?? ""} `);
        break;
      case 6:
        tokens[at] = pool[random(pool.length)] ?? "";
        break;
      case 7: {
        const from = random(Math.max(1, word.length));
        tokens[at] = word.slice(0, from) + word.slice(from + 1);
        break;
      }
      default:
        tokens.length = Math.max(2, at);
    }
  }
  return tokens.join("");
}

function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
