"""Lines of text taken apart and put together by str methods."""


def make_log(count):
    levels = ["INFO", "WARN", "ERROR", "DEBUG"]
    lines = []
    for i in range(count):
        level = levels[i % 4]
        lines.append(f"2024-01-{i % 28 + 1:02d} {level} user={i % 50} action=open_{i % 9} cost={i * 7 % 1000}")
    return "\n".join(lines)


def parse(line):
    date, level, rest = line.split(" ", 2)
    fields = {}
    for part in rest.split():
        key, _, value = part.partition("=")
        fields[key] = value
    return date, level, fields


def slug(text):
    cleaned = "".join(ch if ch.isalnum() else " " for ch in text.lower())
    return "-".join(cleaned.split())


def main():
    text = make_log(400000)
    per_level = {}
    cost = 0
    for line in text.splitlines():
        date, level, fields = parse(line)
        if not date.startswith("2024"):
            continue
        per_level[level] = per_level.get(level, 0) + 1
        if fields["action"].endswith("3"):
            cost += int(fields["cost"])
    print(per_level, cost)
    lines = text.split("\n")[:110000]
    print(slug(lines[77]))
    total = 0
    for line in lines:
        total += len(slug(line))
    print(total)
    replaced = text.replace("action", "do").replace("user=", "u:")
    print(len(replaced), replaced.count("open_4"), replaced.find("u:49"))
    print(" | ".join(word.title() for word in "many small words in a row".split()))
    print(text[:60].center(70, "*"), text.upper()[:30].ljust(35) + "|")


main()
