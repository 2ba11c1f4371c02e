// What a piece of Python is emitted as, laid out, without the imports at its head.
import { format } from "../../src/4-print/format.ts";
import { transpile } from "../../src/index.ts";

/** Errors: what could not be translated. */
export async function emitted(python: string): Promise<string> {
  const { code, diagnostics } = transpile(python, { file: "test.py" });
  if (code === null) throw new Error(diagnostics.map((each) => each.message).join("\n"));
  const text = await format(code);
  return text.replace(/^import [^;]*;\n/gm, "").trim();
}

/** The messages of what is refused. */
export function refused(python: string): readonly string[] {
  return transpile(python, { file: "test.py" }).diagnostics.map((each) => each.message);
}
