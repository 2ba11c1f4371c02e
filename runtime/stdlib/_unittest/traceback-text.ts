// The traceback of a failed test: from the test's own method on.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { format_exception } from "../../builtins/traceback/format-exception.ts";

/** What CPython's runner prints of an exception: without the calls that led to the test. */
export function traceback_text(error: Dynamic): string {
  const seen = new Set<Dynamic>();
  const pending: Dynamic[] = [as_exception(error)];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each == null || seen.has(each)) continue;
    seen.add(each);
    each.stack = from_test(each.stack);
    pending.push(each.__cause__, each.__context__, ...(each.exceptions ?? []));
  }
  return format_exception(error);
}

/** The engine lists the innermost call first; behind the machinery's own come those that started it. */
function from_test(stack: unknown): unknown {
  if (typeof stack !== "string") return stack;
  const lines = stack.split("\n");
  const at = lines.findIndex((line) => MACHINERY.test(line));
  return at < 0 ? stack : lines.slice(0, at).join("\n");
}

/** The methods and functions from which tests and fixtures are called. */
const MACHINERY =
  /^ {4}at (?:async )?(?:\w+\.)*(?:run_part|call_fixture|doClassCleanups|doModuleCleanups|_call(?:SetUp|TestMethod|TearDown|Cleanup))\b/;
