"""Nested loops with int arithmetic."""


def collatz(limit):
    longest, best = 0, 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return longest, best


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def coprimes(limit):
    count = 0
    for a in range(1, limit):
        for b in range(1, limit):
            if gcd(a, b) == 1:
                count += 1
    return count


def change(amount, coins):
    ways = [0] * (amount + 1)
    ways[0] = 1
    for coin in coins:
        for value in range(coin, amount + 1):
            ways[value] += ways[value - coin]
    return ways[amount]


def checksum(count):
    total = 0
    for i in range(count):
        for j in range(200):
            total = (total * 31 + (i ^ j)) & 0xFFFF
    return total


def main():
    print(collatz(80000))
    print(coprimes(1000))
    print(change(20000, [1, 2, 5, 10, 20, 50, 100, 200]))
    print(checksum(25000))


main()
