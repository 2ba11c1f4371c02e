function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function permutations(items: number[]): number[][] {
  if (items.length <= 1) return [items];
  const found: number[][] = [];
  for (const [i, item] of items.entries())
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)]))
      found.push([item, ...rest]);
  return found;
}

function hanoi(
  n: number,
  source: string,
  target: string,
  spare: string,
  moves: [string, string][],
): void {
  if (n === 0) return;
  hanoi(n - 1, source, spare, target, moves);
  moves.push([source, target]);
  hanoi(n - 1, spare, target, source, moves);
}

console.log(fib(34));
console.log(ackermann(2, 480));
console.log(permutations([1, 2, 3, 4, 5, 6, 7, 8]).length);
const moves: [string, string][] = [];
hanoi(18, "a", "c", "b", moves);
const [from, to] = moves[100]!;
console.log(moves.length, `('${from}', '${to}')`);
