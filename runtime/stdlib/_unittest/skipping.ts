// Skipped tests, and tests that are expected to fail: marks on functions and classes.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Exception } from "../../builtins/exceptions/index.ts";
import { getattr } from "../../builtins/index.ts";
import { truth } from "../../builtins/truth.ts";
import { is_class } from "../../builtins/type-name.ts";
import { wraps } from "../functools.ts";

/** Raised in a test, its fixtures or its module, it skips them. */
export class SkipTest extends Exception {
  static override readonly __name__: string = "SkipTest";
  static override readonly __module__: string = "unittest.case";
}

/** Decorator of a class or function. Without a reason the thing itself stands in its place. */
export function skip(reason: Dynamic): Dynamic {
  if (typeof reason === "function" && !is_class(reason)) return skipped(reason, "");
  return (test_item: Dynamic) => skipped(test_item, reason);
}

/** `skip(reason)` where the condition is true. */
export function skipIf(condition: unknown, reason: Dynamic): Dynamic {
  return truth(condition) ? skip(reason) : unchanged;
}

/** `skip(reason)` where the condition is false. */
export function skipUnless(condition: unknown, reason: Dynamic): Dynamic {
  return truth(condition) ? unchanged : skip(reason);
}

/** The test, or every test of the class, succeeds by failing. */
export function expectedFailure(test_item: Dynamic): Dynamic {
  test_item.__unittest_expecting_failure__ = true;
  return test_item;
}

/** Why the test does not run; `null` when it does. */
export function skip_reason(type: Dynamic, method: Dynamic): Dynamic {
  const is_skipped = [type, method].some((each) =>
    truth(getattr(each, "__unittest_skip__", false)),
  );
  if (!is_skipped) return null;
  const by_class: unknown = getattr(type, "__unittest_skip_why__", "");
  return truth(by_class) ? by_class : getattr(method, "__unittest_skip_why__", "");
}

export function is_expecting_failure(test: Dynamic, method: Dynamic): boolean {
  return [test, method].some((each) =>
    truth(getattr(each, "__unittest_expecting_failure__", false)),
  );
}

function skipped(test_item: Dynamic, reason: Dynamic): Dynamic {
  const marked: Dynamic =
    typeof test_item === "function" && is_class(test_item)
      ? test_item
      : (wraps(test_item) as Dynamic)(() => {
          throw new SkipTest(reason);
        });
  marked.__unittest_skip__ = true;
  marked.__unittest_skip_why__ = reason;
  return marked;
}

function unchanged<T>(test_item: T): T {
  return test_item;
}
