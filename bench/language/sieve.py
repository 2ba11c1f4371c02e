"""Primes by the sieve of Eratosthenes, over a list of bools."""


def primes_below(limit: int) -> list[int]:
    is_prime = [True] * limit
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i < limit:
        if is_prime[i]:
            for multiple in range(i * i, limit, i):
                is_prime[multiple] = False
        i += 1
    return [n for n in range(limit) if is_prime[n]]


def main() -> None:
    for _ in range(12):
        primes = primes_below(1_500_000)
    print(len(primes), primes[-1], sum(primes))


main()
