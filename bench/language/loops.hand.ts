function collatz(limit: number): [number, number] {
  let [longest, best] = [0, 0];
  for (let start = 1; start < limit; start++) {
    let n = start;
    let steps = 0;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    if (steps > longest) [longest, best] = [steps, start];
  }
  return [longest, best];
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function coprimes(limit: number): number {
  let count = 0;
  for (let a = 1; a < limit; a++) for (let b = 1; b < limit; b++) if (gcd(a, b) === 1) count++;
  return count;
}

function change(amount: number, coins: number[]): bigint {
  // beyond 2**53
  const ways = new Array<bigint>(amount + 1).fill(0n);
  ways[0] = 1n;
  for (const coin of coins)
    for (let value = coin; value <= amount; value++) ways[value]! += ways[value - coin]!;
  return ways[amount]!;
}

function checksum(count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < 200; j++) total = (total * 31 + (i ^ j)) & 0xffff;
  return total;
}

const [longest, best] = collatz(80000);
console.log(`(${longest}, ${best})`);
console.log(coprimes(1000));
console.log(change(20000, [1, 2, 5, 10, 20, 50, 100, 200]).toString());
console.log(checksum(25000));
