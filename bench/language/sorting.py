"""Sorting records by several keys."""


def make_records(count):
    seed = 42
    records = []
    for i in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        name = "".join(chr(97 + (seed >> shift) % 26) for shift in (3, 9, 15, 21))
        records.append((name, seed % 1000, seed / 65536.0, i))
    return records


def main():
    records = make_records(200000)
    by_name = sorted(records, key=lambda r: r[0])
    print(by_name[0], by_name[-1][0])
    by_score = sorted(records, key=lambda r: (-r[1], r[0]))
    print(by_score[0][:2], by_score[-1][:2])
    records.sort(key=lambda r: r[2], reverse=True)
    print(f"{records[0][2]:.3f} {records[-1][2]:.3f}")
    numbers = [r[1] for r in by_name]
    numbers.sort()
    print(numbers[0], numbers[30000], numbers[-1])
    names = [r[0] for r in records]
    for _ in range(3):
        names = sorted(names, key=len)
        names = sorted(names, reverse=True)
    print(names[0], names[-1])
    best = max(records, key=lambda r: (r[1], r[3]))
    print(best[1], best[3])


main()
