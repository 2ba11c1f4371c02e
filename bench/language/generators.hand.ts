function* numbers(limit: number): Generator<number> {
  for (let n = 0; n < limit; n++) yield n;
}

function* squares(source: Iterable<number>): Generator<number> {
  for (const value of source) yield value * value;
}

function* only_even(source: Iterable<number>): Generator<number> {
  for (const value of source) if (value % 2 === 0) yield value;
}

function* pairs(source: Iterable<number>): Generator<[number, number]> {
  let previous: number | null = null;
  for (const value of source) {
    if (previous !== null) yield [previous, value];
    previous = value;
  }
}

type Tree = (number | Tree)[];

function* flatten(tree: Tree): Generator<number> {
  for (const item of tree) {
    if (Array.isArray(item)) yield* flatten(item);
    else yield item;
  }
}

function* windows(values: number[], size: number): Generator<number[]> {
  for (let start = 0; start <= values.length - size; start++)
    yield values.slice(start, start + size);
}

let total = 0;
for (const [low, high] of pairs(only_even(squares(numbers(3000000))))) total += high - low;
console.log(total);
const tree: Tree = [1, [2, [3, [4, 5], 6], 7], [8, 9]];
let count = 0;
for (let round = 0; round < 180000; round++) for (const leaf of flatten(tree)) count += leaf;
console.log(count);
let thirds = 0;
for (const x of numbers(3000000)) if (x % 3 === 1) thirds += x;
console.log(thirds);
let best = 0;
const values = [...squares(numbers(300))];
for (let round = 0; round < 3000; round++)
  for (const window of windows(values, 5))
    best = Math.max(
      best,
      window.reduce((sum, value) => sum + value, 0),
    );
console.log(best);
let is_found = false;
for (const x of numbers(1000000))
  if (x > 999990) {
    is_found = true;
    break;
  }
console.log(is_found ? "True" : "False", only_even(numbers(10)).next().value);
