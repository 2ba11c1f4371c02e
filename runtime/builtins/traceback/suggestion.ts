// "Did you mean": the name most like one that is not there, by CPython's measure of likeness.

const MOVE = 2;
const MOST_CANDIDATES = 750;
const LONGEST = 40;

/** The candidate that is nearest to the wrong name; the first of several; `null` where none is near enough. */
export function nearest_name(wrong: string, candidates: readonly string[]): string | null {
  if (candidates.length > MOST_CANDIDATES || wrong.length > LONGEST) return null;
  let best = wrong.length;
  let found: string | null = null;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    const third = Math.floor(((candidate.length + wrong.length + 3) * MOVE) / 6);
    const most = Math.min(third, best - 1);
    const distance = distance_of(wrong, candidate, most);
    if (distance > most) continue;
    if (found === null || distance < best) {
      found = candidate;
      best = distance;
    }
  }
  return found;
}

/** Levenshtein's distance, a change of case being half a change; anything above `most` where it is more. */
function distance_of(left: string, right: string, most: number): number {
  let [a, b] = without_shared_ends(left, right);
  if (a === "" || b === "") return MOVE * (a.length + b.length);
  if (a.length > LONGEST || b.length > LONGEST) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE > most) return most + 1;
  const row = Array.from(a, (_, index) => (index + 1) * MOVE);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let distance = i * MOVE;
    result = distance;
    let least = Infinity;
    for (let j = 0; j < a.length; j++) {
      const substituted = distance + cost(b[i] ?? "", a[j] ?? "");
      distance = row[j] ?? 0;
      result = Math.min(Math.min(result, distance) + MOVE, substituted);
      row[j] = result;
      least = Math.min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

function without_shared_ends(a: string, b: string): [string, string] {
  if (a === b) return ["", ""];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function cost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 1 : MOVE;
}
