"""The commonest words of a text."""

SYLLABLES = ["ka", "lo", "mi", "re", "tu", "san", "vel", "dor", "en", "qui"]


def make_text(count):
    words = []
    seed = 7
    for _ in range(count):
        seed = (seed * 48271 + 12345) % 2147483647
        first = SYLLABLES[seed // 65536 % 10]
        second = SYLLABLES[seed // 1048576 % 10]
        third = SYLLABLES[seed // 16777216 % 10]
        words.append(first + second + third)
    return " ".join(words)


def count_words(text):
    counts = {}
    for word in text.split():
        word = word.strip(".,;").lower()
        counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    text = make_text(120000)
    totals = {}
    for _ in range(50):
        for word, count in count_words(text).items():
            if word in totals:
                totals[word] += count
            else:
                totals[word] = count
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    for word, count in ranked[:10]:
        print(f"{word:10} {count}")
    print(len(totals), sum(totals.values()))


main()
