// Verdicts for machines: JUnit's XML, JSON.
import { describe } from "./describe.ts";
import { paint } from "./paint.ts";
import type { Sides } from "./sides.ts";
import { is_good, type Verdict } from "./verdict.ts";

/** The XML that continuous integration reads. */
export function junit(verdicts: readonly Verdict[], sides: Sides): string {
  const failures = verdicts.filter((verdict) => !is_good(verdict)).length;
  const skipped = verdicts.filter(({ kind }) => kind === "skipped").length;
  const seconds = verdicts.reduce((sum, verdict) => sum + verdict.seconds, 0);
  const cases = verdicts.map((verdict) => {
    const open = `  <testcase name="${xml(verdict.case.name)}" classname="pyasync2ts" time="${verdict.seconds.toFixed(3)}"`;
    if (verdict.kind === "skipped")
      return `${open}><skipped message="${xml(verdict.case.directives.skip ?? "")}"/></testcase>\n`;
    if (is_good(verdict)) return `${open}/>\n`;
    const text = describe(verdict, sides, paint(false));
    return `${open}><failure message="${xml(verdict.kind)}">${xml(text)}</failure></testcase>\n`;
  });
  const head = `<testsuite name="pyasync2ts" tests="${verdicts.length}" failures="${failures}" skipped="${skipped}" time="${seconds.toFixed(3)}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${cases.join("")}</testsuite>\n`;
}

/** An object a case: `name`, `kind`, `seconds`, and of a failed one `differences`, `status` and `place`. */
export function json(verdicts: readonly Verdict[], obsolete: readonly string[]): string {
  const cases = verdicts.map(({ case: each, kind, seconds, comparison, place }) => ({
    name: each.name,
    kind,
    seconds: Number(seconds.toFixed(3)),
    ...(kind === "failed" && { ...comparison, place }),
  }));
  return `${JSON.stringify({ cases, obsolete }, null, 2)}\n`;
}

function xml(text: string): string {
  return [...text].map((character) => ENTITIES[character] ?? printable(character)).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** XML 1.0 knows three control characters. */
function printable(character: string): string {
  return character >= " " || "\t\n\r".includes(character) ? character : "\uFFFD";
}
