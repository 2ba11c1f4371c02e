// The TypeScript that the command would write for a program.
import { readFileSync } from "node:fs";
import path from "node:path";
import { read_imported } from "../../src/cli/modules.ts";
import { render_diagnostics } from "../../src/diagnostics/render.ts";
import { format, transpile_with_imports } from "../../src/index.ts";
import { fixtures_root, read_fixture } from "./fixture.ts";

/**
 * Path below fixtures/ → text, for the program and the modules that it imports. Throws with the rendered diagnostics.
 * `by_prettier`: prettier lays out the whole text. What the command writes must be the same.
 */
export async function emit_typescript(
  file: string,
  by_prettier = false,
): Promise<Readonly<Record<string, string>>> {
  const options = { file, read: read_imported(file), map: by_prettier };
  const result = transpile_with_imports(readFileSync(file), options);
  if (result.modules === null)
    throw new Error(
      render_diagnostics(result.diagnostics, {
        format: "pretty",
        color: false,
        source: result.source,
      }),
    );
  const { untyped: unchecked } = read_fixture(
    path.relative(fixtures_root, file).replaceAll(path.sep, "/").replace(/\.py$/, ""),
  );
  const texts = result.modules.map(async (module) => {
    const name = path.relative(fixtures_root, module.path).replaceAll(path.sep, "/");
    const text = await format(module.code, by_prettier ? null : module.rough);
    return [name, unchecked === null ? text : `// @ts-nocheck: ${unchecked}\n${text}`] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
