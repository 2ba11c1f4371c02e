function make_log(count: number): string {
  const levels = ["INFO", "WARN", "ERROR", "DEBUG"];
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const day = String((i % 28) + 1).padStart(2, "0");
    lines.push(
      `2024-01-${day} ${levels[i % 4]} user=${i % 50} action=open_${i % 9} cost=${(i * 7) % 1000}`,
    );
  }
  return lines.join("\n");
}

function parse(line: string): [string, string, Map<string, string>] {
  const [date, level, ...rest] = line.split(" ");
  const fields = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf("=");
    fields.set(part.slice(0, at), part.slice(at + 1));
  }
  return [date!, level!, fields];
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, " ")
    .trim()
    .split(/\s+/)
    .join("-");
}

const text = make_log(400000);
const per_level = new Map<string, number>();
let cost = 0;
for (const line of text.split("\n")) {
  const [date, level, fields] = parse(line);
  if (!date.startsWith("2024")) continue;
  per_level.set(level, (per_level.get(level) ?? 0) + 1);
  if (fields.get("action")!.endsWith("3")) cost += Number(fields.get("cost"));
}
console.log(`{${[...per_level].map(([level, count]) => `'${level}': ${count}`).join(", ")}}`, cost);
const lines = text.split("\n").slice(0, 110000);
console.log(slug(lines[77]!));
let total = 0;
for (const line of lines) total += slug(line).length;
console.log(total);
const replaced = text.replaceAll("action", "do").replaceAll("user=", "u:");
console.log(replaced.length, replaced.split("open_4").length - 1, replaced.indexOf("u:49"));
console.log(
  "many small words in a row"
    .split(" ")
    .map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())
    .join(" | "),
);
const start = text.slice(0, 60);
console.log(
  start.padStart(65, "*").padEnd(70, "*"),
  `${text.toUpperCase().slice(0, 30).padEnd(35)}|`,
);
