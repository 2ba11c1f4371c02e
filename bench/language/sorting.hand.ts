type Row = [name: string, score: number, weight: number, place: number];

function make_records(count: number): Row[] {
  let seed = 42;
  const records: Row[] = [];
  for (let i = 0; i < count; i++) {
    seed = (seed * 69069 + 1) % 4294967296;
    const name = [3, 9, 15, 21]
      .map((shift) => String.fromCharCode(97 + ((seed >>> shift) % 26)))
      .join("");
    records.push([name, seed % 1000, seed / 65536, i]);
  }
  return records;
}

const by_text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const records = make_records(200000);
const by_name = [...records].sort((a, b) => by_text(a[0], b[0]));
const first = by_name[0]!;
console.log(`('${first[0]}', ${first[1]}, ${first[2]}, ${first[3]})`, by_name.at(-1)![0]);
const by_score = [...records].sort((a, b) => b[1] - a[1] || by_text(a[0], b[0]));
const [top, last] = [by_score[0]!, by_score.at(-1)!];
console.log(`('${top[0]}', ${top[1]})`, `('${last[0]}', ${last[1]})`);
records.sort((a, b) => b[2] - a[2]);
console.log(`${records[0]![2].toFixed(3)} ${records.at(-1)![2].toFixed(3)}`);
const numbers = by_name.map((record) => record[1]);
numbers.sort((a, b) => a - b);
console.log(numbers[0], numbers[30000], numbers.at(-1));
let names = records.map((record) => record[0]);
for (let round = 0; round < 3; round++) {
  names = [...names].sort((a, b) => a.length - b.length);
  names = [...names].sort((a, b) => by_text(b, a));
}
console.log(names[0], names.at(-1));
let best = records[0]!;
for (const record of records)
  if (record[1] > best[1] || (record[1] === best[1] && record[3] > best[3])) best = record;
console.log(best[1], best[3]);
