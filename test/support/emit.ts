// The TypeScript that the command would write for a file.
import { readFileSync } from "node:fs";
import { read_imported } from "../../src/cli/modules.ts";
import { render_diagnostics } from "../../src/diagnostics/render.ts";
import { format, transpile } from "../../src/index.ts";

/** Throws with the rendered diagnostics when the program has errors. */
export async function emit_typescript(file: string): Promise<string> {
  const result = transpile(readFileSync(file), { file, read: read_imported(file) });
  if (result.code === null)
    throw new Error(
      render_diagnostics(result.diagnostics, {
        format: "pretty",
        color: false,
        source: result.source,
      }),
    );
  return format(result.code);
}
