// npm run stats [-- FILE…]: what became native and what needs a helper, over all fixtures or the given files.
import { readFileSync } from "node:fs";
import { read_imported } from "../src/cli/modules.ts";
import { census } from "../src/index.ts";
import { render_census } from "../src/cli/census-table.ts";
import { find_programs } from "../test/support/fixture.ts";

const given = process.argv.slice(2);
const files = given.length > 0 ? given : find_programs().map(({ file }) => file);
const taken = files.flatMap((file) =>
  census(readFileSync(file), { file, read: read_imported(file) }),
);
process.stdout.write(render_census(taken, { helpers: 40 }));
