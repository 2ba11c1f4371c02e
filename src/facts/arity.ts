// How many arguments the callables that CPython writes in C take, and its words where there are more or fewer.
import { PACKED_ARITY } from "./arity.generated.ts";
import type { Arity } from "./packed-arity.ts";

/**
 * What CPython's TypeError says when the callable (`len`, `list.append`, `math.sqrt`) gets `count` positional
 * arguments; `null` where it takes them, or is not known. Source: CPython 3.13 itself, asked by `npm run generate:arity`.
 */
export function arity_complaint(callable: string, count: number): string | null {
  const known = arity_of(callable);
  if (known === null) return null;
  const [fewest, most, words] = known;
  if (count >= fewest && (most === null || count <= most)) return null;
  const place = count < fewest ? count : fewest + count - (most ?? 0) - 1;
  return (words[Math.min(place, words.length - 1)] ?? "").replace("{n}", String(count));
}

function arity_of(callable: string): Arity | null {
  const before = asked_for.get(callable);
  if (before !== undefined) return before;
  const known = PACKED_ARITY[callable];
  const arity = typeof known === "string" ? unpacked(callable, known) : (known ?? null);
  asked_for.set(callable, arity);
  return arity;
}

const asked_for = new Map<string, Arity | null>();

/** `"O"`, `"N"` and `"2-3"` stand for the three usual ways in which CPython's C code puts it. */
export function unpacked(callable: string, packed: string): Arity {
  if (packed === "O")
    return [1, 1, Array(2).fill(`${callable}() takes exactly one argument ({n} given)`)];
  if (packed === "N") return [0, 0, [`${callable}() takes no arguments ({n} given)`]];
  const [fewest = 0, most = fewest] = packed
    .split("-")
    .map((part) => (part === "" ? null : Number(part)));
  const name = callable.slice(callable.lastIndexOf(".") + 1);
  const is_fixed = fewest === most;
  const words = (bound: string, count: number | null): string =>
    `${name} expected ${is_fixed ? "" : bound}${count} argument${count === 1 ? "" : "s"}, got {n}`;
  const few = Array<string>(fewest ?? 0).fill(words("at least ", fewest));
  return [fewest ?? 0, most, most === null ? few : [...few, words("at most ", most)]];
}
