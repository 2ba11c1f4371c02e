// The hook for `import … from "./app.py"`: where Node finds a Python file, the JavaScript that stands for it.
import { fileURLToPath } from "node:url";
import type { PythonModules } from "./python-modules.ts";

interface Resolved {
  readonly url: string;
}

/** What Node resolved, or the JavaScript in its place. Throws a HostError for files that can't be transpiled. */
export function resolved_python<T extends Resolved>(found: T, modules: PythonModules): T {
  const { protocol, pathname } = new URL(found.url);
  if (protocol !== "file:" || !/\.pyw?$/.test(pathname)) return found;
  const url = modules.url_of(fileURLToPath(found.url));
  return { ...found, url, format: "module", shortCircuit: true };
}
