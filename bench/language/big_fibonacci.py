"""Fibonacci numbers beyond what 64 bits hold."""


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digit_sum(n):
    return sum(int(digit) for digit in str(n))


def main():
    for n in (10, 90, 1000, 18000):
        value = fibonacci(n)
        print(n, digit_sum(value), value % 1000000007)
    total = 0
    for _ in range(100000):
        total += fibonacci(300) % 9973
    print(total)


main()
