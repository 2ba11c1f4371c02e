// Ranges: intervals that hold for every value.
import { expect, test } from "vitest";
import { analysed, range_of } from "./support.ts";

const COUNTER = 2 ** 51;

test.each<[string, string, readonly [number, number] | null]>([
  ["for i in range(2, 5):\n    print(i)\n", "i", [2, 4]],
  ["for i in range(10, 0, -3):\n    print(i)\n", "i", [1, 10]],
  ["i = 0\nwhile i < 10:\n    print(-i)\n    i += 3\n", "-i", [-9, 0]],
  ["i = 0\nwhile True:\n    i += 1\n    print(i + 1)\n", "i + 1", [2, COUNTER]],
  ["n = 1\nfor i in range(9):\n    n *= 2\nprint(n + 0)\n", "n + 0", [1, Infinity]],
  ["xs = input()\nprint(len(xs) - 1)\n", "len(xs) - 1", [-1, 2 ** 32 - 1]],
  ["x = hash('a')\nprint(x % 7)\n", "x % 7", [0, 6]],
  ["x = hash('a')\nprint(x + 1)\n", "x + 1", null],
  ["x = hash('a')\nif 0 <= x < 5:\n    print(x + 1)\n", "x + 1", [1, 5]],
  ["def f(n):\n    return n + 1\nf(1)\nf(41)\n", "n + 1", [2, 42]],
  ["a, b = 0, 1\nwhile input():\n    a, b = b, a + b\nprint(a + b)\n", "a + b", [1, Infinity]],
  ["x = -7 // 2\nprint(x)\n", "x", [-4, -4]],
  ["x = 2 ** 53\nprint(x - 1)\n", "x - 1", [2 ** 53 - 2, Infinity]],
])("%j: %s", (source, text, expected) => {
  expect(range_of(analysed(source), text)).toEqual(expected);
});
