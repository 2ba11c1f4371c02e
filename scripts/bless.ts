// Writes the golden TypeScript of fixtures: `npm run golden:bless [-- AREA-OR-NAME …]`. Read the diff before you commit it.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { emit_typescript } from "../test/support/emit.ts";
import { find_programs, fixtures_root } from "../test/support/fixture.ts";

for (const fixture of find_programs(process.argv.slice(2))) {
  try {
    for (const [name, text] of Object.entries(await emit_typescript(fixture.file, true)))
      writeFileSync(path.join(fixtures_root, name), text);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(
      `${fixture.name}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
}
