"""A pipeline of generators."""


def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def squares(source):
    for value in source:
        yield value * value


def only_even(source):
    for value in source:
        if value % 2 == 0:
            yield value


def pairs(source):
    previous = None
    for value in source:
        if previous is not None:
            yield previous, value
        previous = value


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def windows(values, size):
    for start in range(len(values) - size + 1):
        yield values[start:start + size]


def main():
    total = 0
    for low, high in pairs(only_even(squares(numbers(3000000)))):
        total += high - low
    print(total)
    tree = [1, [2, [3, [4, 5], 6], 7], [8, 9]]
    count = 0
    for _ in range(180000):
        for leaf in flatten(tree):
            count += leaf
    print(count)
    print(sum(x for x in numbers(3000000) if x % 3 == 1))
    best = 0
    values = list(squares(numbers(300)))
    for _ in range(3000):
        for window in windows(values, 5):
            best = max(best, sum(window))
    print(best)
    print(any(x > 999990 for x in numbers(1000000)), next(only_even(numbers(10))))


main()
