function primes_below(limit: number): number[] {
  const is_prime = new Array<boolean>(limit).fill(true);
  is_prime[0] = is_prime[1] = false;
  for (let i = 2; i * i < limit; i++) {
    if (!is_prime[i]) continue;
    for (let multiple = i * i; multiple < limit; multiple += i) is_prime[multiple] = false;
  }
  const primes: number[] = [];
  for (let n = 0; n < limit; n++) if (is_prime[n]) primes.push(n);
  return primes;
}

let primes: number[] = [];
for (let round = 0; round < 12; round++) primes = primes_below(1_500_000);
console.log(
  primes.length,
  primes.at(-1),
  primes.reduce((sum, prime) => sum + prime, 0),
);
