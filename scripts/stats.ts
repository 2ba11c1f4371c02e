// npm run stats [-- --reasons] [-- FILE…]: what became native and what needs a helper, over all fixtures or the given files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { read_imported } from "../src/cli/modules.ts";
import { render_census, render_reasons, render_shares } from "../src/cli/census-table.ts";
import { census, type Census } from "../src/index.ts";
import { find_programs } from "../test/support/fixture.ts";

const given = process.argv.slice(2).filter((word) => word !== "--reasons");
const has_reasons = process.argv.includes("--reasons");
const fixtures = given.length > 0 ? [] : find_programs();
/** Programs that TypeScript refuses, or whose header says that they are open: what they are about has no types. */
const open = new Set(
  fixtures.flatMap((each) => ((each.untyped ?? each.open) === null ? [] : [each.file])),
);
const groups = new Map<string, Census[]>();
const left_out: Census[] = [];
for (const file of given.length > 0 ? given : fixtures.map((each) => each.file)) {
  const taken = census(readFileSync(file), { file, read: read_imported(file) });
  if (open.has(file)) left_out.push(...taken);
  else {
    const group = group_of(file);
    groups.set(group, [...(groups.get(group) ?? []), ...taken]);
  }
}
const closed = [...groups.values()].flat();
const shares = new Map<string, readonly Census[]>(groups);
if (left_out.length > 0) {
  shares.set("typed or closed", closed);
  shares.set("open by intention", left_out);
  shares.set("all programs", [...closed, ...left_out]);
}
process.stdout.write(render_shares(shares) + "\n");
process.stdout.write(render_census(closed, { helpers: has_reasons ? 0 : 40 }));
if (has_reasons) process.stdout.write("\n" + render_reasons(closed, 80));

/** The area of a fixture; the file itself where it is given. */
function group_of(file: string): string {
  const [, inside] = file.split(`${path.sep}fixtures${path.sep}`);
  return inside?.split(path.sep)[0] ?? path.basename(file);
}
