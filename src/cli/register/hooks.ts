// The hook in a thread of its own, for Node before 22.15. Built as dist/register-hooks.js.
import { PythonModules, type RegisterData } from "./python-modules.ts";
import { resolved_python } from "./resolver.ts";

let modules: PythonModules | null = null;

export function initialize(data: RegisterData): void {
  modules = new PythonModules(data);
}

export async function resolve(
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => Promise<{ readonly url: string }>,
): Promise<{ readonly url: string }> {
  const found = await next(specifier, context);
  return modules === null ? found : resolved_python(found, modules);
}
