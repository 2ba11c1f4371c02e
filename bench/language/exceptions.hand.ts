class InvalidOrder extends Error {
  readonly number: number;

  constructor(number: number, reason: string) {
    super(`order ${number}: ${reason}`);
    this.number = number;
  }
}

function check(number: number): number {
  if (number % 5 === 0) throw new InvalidOrder(number, "divisible by five");
  return number * 2;
}

function lookup(table: Map<number, number>, key: number): number {
  return table.get(key) ?? -1;
}

function to_int(text: string): number | null {
  return /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : null;
}

function item_at(items: number[], index: number): number {
  const item = items[index];
  if (item === undefined) throw new RangeError("list index out of range");
  return item;
}

let [accepted, refused, last] = [0, 0, ""];
for (let number = 0; number < 1200000; number++) {
  try {
    accepted += check(number);
  } catch (error) {
    if (!(error instanceof InvalidOrder)) throw error;
    refused++;
    last = error.message;
  } finally {
    accepted++;
  }
}
console.log(accepted, refused, last);
const table = new Map<number, number>();
for (let n = 0; n < 1000; n += 2) table.set(n, n * n);
let sum = 0;
for (let n = 0; n < 2400000; n++) sum += lookup(table, n);
console.log(sum);
const texts = ["12", "x", "7", "", "99", "1.5"];
let good = 0;
for (let i = 0; i < 1200000; i++) good += to_int(texts[i % 6]!) ?? 0;
console.log(good);
const items = [1, 2, 3];
let misses = 0;
for (let i = 0; i < 240000; i++) {
  try {
    item_at(items, i % 6);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    misses++;
    last = error.message;
  }
}
console.log(misses, last);
