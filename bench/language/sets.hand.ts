function common(a: Set<number>, b: Set<number>): number[] {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  return [both, a.size + b.size - both, a.size - both, a.size + b.size - 2 * both];
}

function distinct_words(count: number): Set<string> {
  const words = new Set<string>();
  for (let i = 0; i < count; i++) words.add(`w${(i * i) % 5003}`);
  return words;
}

const MOVES = [
  [1, 2],
  [2, 1],
  [-1, 2],
  [2, -1],
  [1, -2],
  [-2, 1],
  [-1, -2],
  [-2, -1],
] as const;

function reachable(width: number, height: number): [number, number] {
  const seen = new Set(["0,0"]);
  let frontier: [number, number][] = [[0, 0]];
  let steps = 0;
  while (frontier.length > 0) {
    const following: [number, number][] = [];
    for (const [x, y] of frontier) {
      for (const [dx, dy] of MOVES) {
        const [column, row] = [x + dx, y + dy];
        if (column < 0 || column >= width || row < 0 || row >= height) continue;
        const key = `${column},${row}`;
        if (seen.has(key)) continue;
        seen.add(key);
        following.push([column, row]);
      }
    }
    frontier = following;
    steps++;
  }
  return [seen.size, steps];
}

const evens = new Set<number>();
for (let n = 0; n < 60000; n += 2) evens.add(n);
const thirds = new Set<number>();
for (let n = 0; n < 60000; n++) if (n % 3 === 0) thirds.add(n);
let result: number[] = [];
for (let round = 0; round < 20; round++) result = common(evens, thirds);
console.log(`(${result.join(", ")})`);
let hits = 0;
for (let n = 0; n < 6000000; n++) if (evens.has(n)) hits++;
console.log(hits);
const words = distinct_words(1800000);
const shown = (truth: boolean): string => (truth ? "True" : "False");
console.log(words.size, shown(words.has("w4")), shown(words.has("w5")));
console.log(`(${reachable(430, 430).join(", ")})`);
const rests = new Set<number>();
for (let n = 0; n < 1000; n++) rests.add((n * n) % 101);
console.log(
  `[${[...rests]
    .sort((a, b) => a - b)
    .slice(0, 10)
    .join(", ")}]`,
);
