// Prettier's only door: layout, quotes, spare parentheses. Loaded when first asked for.

import type { Plugin } from "prettier";
import { gathered, replaced, rough_parts, taken_apart } from "./layout/rough-parts.ts";
import { PRINT_WIDTH, type Rough } from "./writer.ts";

/**
 * TypeScript in prettier's layout. `rough`: what the printer left to it; the whole text otherwise. Errors: throws where
 * the code does not parse (a defect of ours).
 */
export async function format(code: string, rough: readonly Rough[] | null = null): Promise<string> {
  if (rough === null) return whole(code);
  try {
    const parts = rough_parts(code, rough);
    const text = gathered(parts);
    if (text === null) return code;
    return replaced(code, rough, taken_apart(parts, await whole(text)));
  } catch {
    return whole(code);
  }
}

async function whole(code: string): Promise<string> {
  const [babel, estree] = await Promise.all([
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  try {
    // reads a third faster than the TypeScript compiler's own parser, and half as much is loaded
    return await laid_out(code, "babel-ts", [babel, estree as Plugin]);
  } catch {
    const typescript = await import("prettier/plugins/typescript");
    return laid_out(code, "typescript", [typescript, estree as Plugin]);
  }
}

async function laid_out(code: string, parser: string, plugins: Plugin[]): Promise<string> {
  const prettier = await import("prettier/standalone");
  return prettier.format(code, {
    parser,
    plugins,
    printWidth: PRINT_WIDTH,
    quoteProps: "as-needed",
  });
}
