"""Exceptions raised and caught in loops."""


class InvalidOrder(Exception):
    def __init__(self, number, reason):
        super().__init__(f"order {number}: {reason}")
        self.number = number


def check(number):
    if number % 5 == 0:
        raise InvalidOrder(number, "divisible by five")
    return number * 2


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return -1


def to_int(text):
    try:
        return int(text)
    except ValueError:
        return None


def main():
    accepted = refused = 0
    last = ""
    for number in range(1200000):
        try:
            accepted += check(number)
        except InvalidOrder as error:
            refused += 1
            last = str(error)
        finally:
            accepted += 1
    print(accepted, refused, last)
    table = {n: n * n for n in range(0, 1000, 2)}
    print(sum(lookup(table, n) for n in range(2400000)))
    texts = ["12", "x", "7", "", "99", "1.5"]
    good = 0
    for i in range(1200000):
        value = to_int(texts[i % 6])
        if value is not None:
            good += value
    print(good)
    items = [1, 2, 3]
    misses = 0
    for i in range(240000):
        try:
            items[i % 6]
        except IndexError as error:
            misses += 1
            last = str(error)
    print(misses, last)


main()
