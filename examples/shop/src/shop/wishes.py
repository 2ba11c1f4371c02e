from collections.abc import Iterator


def wishes() -> Iterator[tuple[str, int]]:
    yield from [("tea", 3), ("rice", 10), ("salt", 1)]
    for count in range(2, 4):
        yield "tea", count**2
