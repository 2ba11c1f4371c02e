"""Recursive functions."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items):
    if len(items) <= 1:
        return [items]
    found = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            found.append([items[i]] + rest)
    return found


def hanoi(n, source, target, spare, moves):
    if n == 0:
        return
    hanoi(n - 1, source, spare, target, moves)
    moves.append((source, target))
    hanoi(n - 1, spare, target, source, moves)


def main():
    print(fib(34))
    print(ackermann(2, 480))
    print(len(permutations([1, 2, 3, 4, 5, 6, 7, 8])))
    moves = []
    hanoi(18, "a", "c", "b", moves)
    print(len(moves), moves[100])


main()
