// Prettier's only door: layout, quotes, spare parentheses. Loaded when first asked for.

import type { Plugin } from "prettier";

/** TypeScript in prettier's layout. Errors: throws where the code does not parse (a defect of ours). */
export async function format(code: string): Promise<string> {
  const [prettier, typescript, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/typescript"),
    import("prettier/plugins/estree"),
  ]);
  return prettier.format(code, {
    parser: "typescript",
    plugins: [typescript, estree as Plugin],
    printWidth: PRINT_WIDTH,
    quoteProps: "as-needed",
  });
}

/** Prettier's default, as most TypeScript is laid out. */
const PRINT_WIDTH = 80;
