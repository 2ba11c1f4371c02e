function caesar(text: string, shift: number): string {
  let result = "";
  for (const ch of text) {
    if (ch >= "a" && ch <= "z")
      result += String.fromCharCode(((ch.charCodeAt(0) - 97 + shift) % 26) + 97);
    else result += ch;
  }
  return result;
}

function table(rows: number): string {
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const cells = [
      String(i).padStart(5),
      String(i * i).padStart(10),
      (i / 7).toFixed(3).padStart(8),
      "*".repeat(i % 10),
    ];
    lines.push(cells.join(" | "));
  }
  return lines.join("\n");
}

function count_vowels(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ("aeiou".includes(text[i]!)) count++;
  return count;
}

function palindromes(limit: number): number {
  let found = 0;
  for (let n = 0; n < limit; n++) {
    const digits = String(n);
    if (digits === [...digits].reverse().join("")) found++;
  }
  return found;
}

let text = "the quick brown fox jumps over the lazy dog, ".repeat(12000);
for (const shift of [3, 13, 23]) text = caesar(text, shift);
console.log(text.slice(0, 45), text.length);
console.log(count_vowels(text));
const lines = table(320000);
console.log(lines.length, lines.slice(-40));
console.log(palindromes(3000000));
