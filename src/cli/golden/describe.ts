// What failed, for people: the difference, the line that printed it, and how to see it again.
import { createTwoFilesPatch } from "diff";
import path from "node:path";
import type { Difference } from "./compare.ts";
import type { Place } from "./locate.ts";
import type { Paint } from "./paint.ts";
import type { Sides } from "./sides.ts";
import type { Verdict } from "./verdict.ts";

const CONTEXT = 3;
const LONGEST = 60;

/** Several lines, the last one ended. `sides`: how the case was run. */
export function describe(verdict: Verdict, sides: Sides, paint: Paint): string {
  const { case: each, kind, outcome, comparison, place } = verdict;
  const lines: string[] = [];
  switch (kind) {
    case "missing":
      lines.push(`nothing is recorded: pyasync2ts test --record ${each.name}`);
      break;
    case "wrong header":
      lines.push(...each.wrong.map(({ line, message }) => `${each.name}:${line}: ${message}`));
      break;
    case "unexpected pass":
      lines.push("passes, though its header says `# test: xfail`: take that line out");
      break;
    default: {
      if (outcome?.is_timed_out === true)
        lines.push(`stopped after ${each.directives.timeout} s (\`# test: timeout\`)`);
      else if (comparison?.status != null)
        lines.push(`exit status ${comparison.status[1]} instead of ${comparison.status[0]}`);
      for (const difference of comparison?.differences ?? [])
        lines.push(...described(difference, place, paint));
      const is_told = comparison?.differences.some(({ stream }) => stream === "stderr") === true;
      if (comparison?.status != null && !is_told && outcome !== null)
        lines.push(...limited(outcome.stderr.trimEnd().split("\n")).map(paint.faint));
      const virtual = sides.is_virtual ? " --virtual-time" : "";
      lines.push(`see it again: pyasync2ts verify${virtual} ${each.name}`);
    }
  }
  return lines.map((line) => `  ${line}\n`).join("");
}

function described(difference: Difference, place: Place | null, paint: Paint): readonly string[] {
  const { stream, expected, actual, line } = difference;
  const at = stream === "stdout" && place !== null ? `, printed by ${place_text(place)}` : "";
  const patch = createTwoFilesPatch("recorded", "now", ended(expected), ended(actual), "", "", {
    context: CONTEXT,
  });
  const body = patch.trimEnd().split("\n").slice(3);
  return [
    `${stream} differs from line ${line}${at}`,
    ...limited(body).map((each) => coloured(each, paint)),
  ];
}

function place_text({ file, source_line, function: name, task }: Place): string {
  const shown = path.relative("", file);
  return `${shown.startsWith("..") ? file : shown}:${source_line} in ${name}, ${task}`;
}

function coloured(line: string, paint: Paint): string {
  if (line.startsWith("+")) return paint.added(line);
  if (line.startsWith("-")) return paint.removed(line);
  return line.startsWith("@@") ? paint.faint(line) : line;
}

function limited(lines: readonly string[]): readonly string[] {
  if (lines.length <= LONGEST) return lines;
  return [...lines.slice(0, LONGEST), `... and ${lines.length - LONGEST} lines more`];
}

/** A diff of texts that lack the last line break says so in a line of its own; here it is clear enough. */
function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
