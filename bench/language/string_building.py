"""Text put together piece by piece: +=, join, f-strings, a caesar cipher."""


def caesar(text: str, shift: int) -> str:
    result = ""
    for ch in text:
        if "a" <= ch <= "z":
            result += chr((ord(ch) - ord("a") + shift) % 26 + ord("a"))
        else:
            result += ch
    return result


def table(rows: int) -> str:
    lines = []
    for i in range(rows):
        lines.append(f"{i:5d} | {i * i:10d} | {i / 7:8.3f} | {'*' * (i % 10)}")
    return "\n".join(lines)


def count_vowels(text: str) -> int:
    count = 0
    for i in range(len(text)):
        if text[i] in "aeiou":
            count += 1
    return count


def palindromes(limit: int) -> int:
    found = 0
    for n in range(limit):
        digits = str(n)
        if digits == digits[::-1]:
            found += 1
    return found


def main() -> None:
    text = "the quick brown fox jumps over the lazy dog, " * 12000
    for shift in (3, 13, 23):
        text = caesar(text, shift)
    print(text[:45], len(text))
    print(count_vowels(text))
    lines = table(320000)
    print(len(lines), lines[-40:])
    print(palindromes(3000000))


main()
