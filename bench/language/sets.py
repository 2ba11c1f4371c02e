"""Sets of ints, strings and tuples: membership, algebra, a walk over a grid."""


def common(a, b):
    return len(a & b), len(a | b), len(a - b), len(a ^ b)


def distinct_words(count):
    words = set()
    for i in range(count):
        words.add(f"w{i * i % 5003}")
    return words


def reachable(width, height):
    """Cells that a knight gets to, by breadth first."""
    seen = {(0, 0)}
    frontier = [(0, 0)]
    steps = 0
    while frontier:
        following = []
        for x, y in frontier:
            for dx, dy in ((1, 2), (2, 1), (-1, 2), (2, -1), (1, -2), (-2, 1), (-1, -2), (-2, -1)):
                cell = (x + dx, y + dy)
                if 0 <= cell[0] < width and 0 <= cell[1] < height and cell not in seen:
                    seen.add(cell)
                    following.append(cell)
        frontier = following
        steps += 1
    return len(seen), steps


def main():
    evens = set(range(0, 60000, 2))
    thirds = {n for n in range(60000) if n % 3 == 0}
    for _ in range(20):
        result = common(evens, thirds)
    print(result)
    hits = 0
    for n in range(6000000):
        if n in evens:
            hits += 1
    print(hits)
    words = distinct_words(1800000)
    print(len(words), "w4" in words, "w5" in words)
    print(reachable(430, 430))
    print(sorted({n * n % 101 for n in range(1000)})[:10])


main()
