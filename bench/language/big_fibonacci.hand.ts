function fibonacci(n: number): bigint {
  let [a, b] = [0n, 1n];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}

function digit_sum(n: bigint): number {
  let sum = 0;
  for (const digit of n.toString()) sum += Number(digit);
  return sum;
}

for (const n of [10, 90, 1000, 18000]) {
  const value = fibonacci(n);
  console.log(n, digit_sum(value), Number(value % 1000000007n));
}
let total = 0n;
for (let i = 0; i < 100000; i++) total += fibonacci(300) % 9973n;
console.log(total.toString());
