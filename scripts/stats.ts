// npm run stats [-- --reasons] [-- FILE…]: what became native and what needs a helper, over all fixtures or the given files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { read_imported } from "../src/cli/modules.ts";
import { render_census, render_groups, render_reasons } from "../src/cli/census-table.ts";
import { census, type Census } from "../src/index.ts";
import { find_programs } from "../test/support/fixture.ts";

const given = process.argv.slice(2).filter((word) => word !== "--reasons");
const has_reasons = process.argv.includes("--reasons");
const files = given.length > 0 ? given : find_programs().map(({ file }) => file);
const groups = new Map<string, Census[]>();
for (const file of files) {
  const taken = census(readFileSync(file), { file, read: read_imported(file) });
  const group = group_of(file);
  groups.set(group, [...(groups.get(group) ?? []), ...taken]);
}
const all = [...groups.values()].flat();
process.stdout.write(render_groups(groups) + "\n");
process.stdout.write(render_census(all, { helpers: has_reasons ? 0 : 40 }));
if (has_reasons) process.stdout.write("\n" + render_reasons(all, 80));

/** The area of a fixture; the file itself where it is given. */
function group_of(file: string): string {
  const [, inside] = file.split(`${path.sep}fixtures${path.sep}`);
  return inside?.split(path.sep)[0] ?? path.basename(file);
}
