// `pyasync2ts review`: walks through the differences; each is accepted, left, or put off.
import { diffWordsWithSpace } from "diff";
import { createInterface } from "node:readline";
import type { Case } from "./case.ts";
import type { Difference } from "./compare.ts";
import type { Paint } from "./paint.ts";
import { keep } from "./record.ts";
import type { Verdict } from "./verdict.ts";

export interface Reviewed {
  readonly accepted: readonly Case[];
  readonly rejected: readonly Case[];
  readonly put_off: readonly Case[];
}

const QUESTION = "[a]ccept what is printed now, [r]eject it, [s]kip, [q]uit? ";

/** Asks on standard error and reads answers, a line each, from standard input; its end means to quit. */
export async function review(pending: readonly Verdict[], paint: Paint): Promise<Reviewed> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const reviewed = { accepted: [] as Case[], rejected: [] as Case[], put_off: [] as Case[] };
  let has_quit = false;
  for (const [index, verdict] of pending.entries()) {
    const { case: each, outcome } = verdict;
    if (!has_quit && outcome !== null) {
      process.stdout.write(`\n${each.name} (${index + 1} of ${pending.length})\n`);
      for (const difference of verdict.comparison?.differences ?? [])
        process.stdout.write(word_diff(difference, paint));
      if (verdict.comparison?.status != null)
        process.stdout.write(`exit status ${verdict.comparison.status.join(" → ")}\n`);
      const answer = await ask();
      if (answer === "a") keep(each, outcome);
      has_quit = answer === "q";
      const pile = answer === "a" ? "accepted" : answer === "r" ? "rejected" : "put_off";
      reviewed[pile].push(each);
    } else reviewed.put_off.push(each);
  }
  return reviewed;

  async function ask(): Promise<string> {
    for (;;) {
      process.stderr.write(QUESTION);
      const { value, done } = await lines.next();
      if (done === true) return "q";
      const answer = String(value).trim().toLowerCase().slice(0, 1);
      if ("arsq".includes(answer) && answer !== "") return answer;
    }
  }
}

/** The whole text with `[-what goes-]` and `{+what comes+}`, lines that stay the same left out. */
export function word_diff({ stream, expected, actual }: Difference, paint: Paint): string {
  const marked = diffWordsWithSpace(expected, actual)
    .map(({ added, removed, value }) => {
      if (added === true) return by_line(value, (part) => paint.added(`{+${part}+}`));
      return removed === true ? by_line(value, (part) => paint.removed(`[-${part}-]`)) : value;
    })
    .join("");
  const lines = marked.split("\n");
  const shown = lines.filter((line) => /\[-|\{\+/.test(line));
  return `${stream}: ${shown.length} of ${lines.length} lines differ\n${shown.map((line) => `  ${line}\n`).join("")}`;
}

function by_line(text: string, mark: (part: string) => string): string {
  return text
    .split("\n")
    .map((part, index, all) => (part === "" && index === all.length - 1 ? "" : mark(part)))
    .join("\n");
}
