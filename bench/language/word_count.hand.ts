const SYLLABLES = ["ka", "lo", "mi", "re", "tu", "san", "vel", "dor", "en", "qui"];

function make_text(count: number): string {
  const words: string[] = [];
  let seed = 7;
  for (let i = 0; i < count; i++) {
    seed = (seed * 48271 + 12345) % 2147483647;
    const first = SYLLABLES[Math.floor(seed / 65536) % 10]!;
    const second = SYLLABLES[Math.floor(seed / 1048576) % 10]!;
    const third = SYLLABLES[Math.floor(seed / 16777216) % 10]!;
    words.push(first + second + third);
  }
  return words.join(" ");
}

function count_words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of text.trim().split(/\s+/)) {
    const word = each.replace(/^[.,;]+|[.,;]+$/g, "").toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const text = make_text(120000);
const totals = new Map<string, number>();
for (let round = 0; round < 50; round++)
  for (const [word, count] of count_words(text)) totals.set(word, (totals.get(word) ?? 0) + count);
const ranked = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : a > b ? 1 : 0));
for (const [word, count] of ranked.slice(0, 10)) console.log(`${word.padEnd(10)} ${count}`);
console.log(
  totals.size,
  [...totals.values()].reduce((sum, count) => sum + count, 0),
);
