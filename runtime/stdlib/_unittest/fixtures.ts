// Fixtures of classes and modules: set up before their first test, torn down behind their last one.
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { Exception } from "../../builtins/exceptions/index.ts";
import { getattr } from "../../builtins/index.ts";
import { module_named } from "../../builtins/program-modules.ts";
import { text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { class_module } from "../../builtins/type-name.ts";
import { blocking } from "../../builtins/calls/callable-kind.ts";
import { called } from "./calling.ts";
import { ErrorHolder } from "./error-holder.ts";
import { class_text } from "./messages.ts";
import { add_skip, exception_info } from "./outcome.ts";
import { SkipTest } from "./skipping.ts";
import { doModuleCleanups } from "./module-cleanups.ts";

/** What a result that only lets exceptions through is marked with: `TestSuite.debug`. */
export class DebugResult {
  _previousTestClass: Dynamic = null;
  _moduleSetUpFailed = false;
  _testRunEntered = false;
  shouldStop = false;
}

export async function set_up_class(test: Dynamic, result: Dynamic): Blocking<void> {
  const type: Dynamic = test.constructor;
  if (type === previous_class(result) || truth(result._moduleSetUpFailed)) return;
  if (truth(getattr(type, "__unittest_skip__", false))) return;
  type._classSetupFailed = false;
  if (getattr(type, "setUpClass", null) === null) return;
  const name = class_text(type);
  await with_buffer(result, async () => {
    const error = await call_fixture(result, getattr(type, "setUpClass"));
    if (error === null) return;
    type._classSetupFailed = true;
    tell(result, error, "setUpClass", name);
    if (getattr(type, "doClassCleanups", null) === null) return;
    await called(getattr(type, "doClassCleanups"));
    for (const info of type.tearDown_exceptions) tell(result, info[1], "setUpClass", name);
  });
}

/** Of the class whose tests are done; `next` is the test behind them, `null` at the end. */
export async function tear_down_class(next: Dynamic, result: Dynamic): Blocking<void> {
  const type = previous_class(result);
  if (type === null || next?.constructor === type) return;
  if (truth(getattr(type, "_classSetupFailed", false)) || truth(result._moduleSetUpFailed)) return;
  if (truth(getattr(type, "__unittest_skip__", false))) return;
  const name = class_text(type);
  await with_buffer(result, async () => {
    if (getattr(type, "tearDownClass", null) !== null) {
      const error = await call_fixture(result, getattr(type, "tearDownClass"));
      if (error !== null) tell(result, error, "tearDownClass", name);
    }
    if (getattr(type, "doClassCleanups", null) === null) return;
    await called(getattr(type, "doClassCleanups"));
    for (const info of type.tearDown_exceptions) {
      if (result instanceof DebugResult) throw info[1];
      tell(result, info[1], "tearDownClass", name);
    }
  });
}

/** When the test is the first one of its module. */
export async function set_up_module(test: Dynamic, result: Dynamic): Blocking<void> {
  const previous = previous_class(result);
  const name = class_module(test.constructor);
  if (previous !== null && class_module(previous) === name) return;
  await tear_down_module(result);
  result._moduleSetUpFailed = false;
  const set_up = fixture(name, "setUpModule");
  if (set_up === null) return;
  await with_buffer(result, async () => {
    const error = await call_fixture(result, set_up);
    if (error === null) return;
    result._moduleSetUpFailed = true;
    tell(result, error, "setUpModule", name);
    const another = await call_fixture(result, blocking(doModuleCleanups));
    if (another !== null) tell(result, another, "setUpModule", name);
  });
}

export async function tear_down_module(result: Dynamic): Blocking<void> {
  const previous = previous_class(result);
  if (previous === null || truth(result._moduleSetUpFailed)) return;
  const name = class_module(previous);
  const tear_down = fixture(name, "tearDownModule");
  await with_buffer(result, async () => {
    for (const f of [tear_down, blocking(doModuleCleanups)]) {
      const error = f === null ? null : await call_fixture(result, f);
      if (error !== null) tell(result, error, "tearDownModule", name);
    }
  });
}

function previous_class(result: Dynamic): Dynamic {
  return getattr(result, "_previousTestClass", null);
}

function fixture(module: string, name: string): Dynamic {
  return module_named(module)?.value(name) ?? null;
}

/** What calling the fixture raises; a debugging run lets it through. */
async function call_fixture(result: Dynamic, f: Dynamic): Blocking<Dynamic> {
  try {
    await called(f);
    return null;
  } catch (thrown) {
    const error = as_exception(thrown);
    if (!(error instanceof Exception) || result instanceof DebugResult) throw error;
    return error;
  }
}

function tell(result: Dynamic, error: Dynamic, method: string, parent: string): void {
  const holder = new ErrorHolder(`${method} (${parent})`);
  if (error instanceof SkipTest) add_skip(result, holder, text_of(error));
  else result.addError(holder, exception_info(error));
}

async function with_buffer(result: Dynamic, body: () => Promise<void>): Blocking<void> {
  result._setupStdout?.();
  try {
    await body();
  } finally {
    result._restoreStdout?.();
  }
}
