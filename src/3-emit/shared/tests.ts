// Whether a module is one of tests.
import type { Binding } from "../../facts/scopes.ts";

/** It imports `unittest`, or something of it. */
export function imports_unittest(bindings: Iterable<Binding>): boolean {
  for (const { imported } of bindings)
    if (imported?.origin === "runtime" && imported.module === "unittest") return true;
  return false;
}
