// IsolatedAsyncioTestCase: tests that are coroutines, each with a loop of its own.
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import { call } from "../../builtins/calls/call.ts";
import { is_coroutine_function } from "../../builtins/calls/callable-kind.ts";
import { coroutine } from "../../builtins/coroutine.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AssertionError } from "../../builtins/exceptions/index.ts";
import { bound, class_attributes } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { repr } from "../../builtins/representation.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import { Runner } from "../../asyncio/runners.ts";
import type { Context } from "../../builtins/context.ts";
import { interpreter } from "../../builtins/threads.ts";
import { called, type Given } from "./calling.ts";
import { TestCase, warn_of_value } from "./case.ts";
import { enter_async_context } from "./contexts.ts";

export class IsolatedAsyncioTestCase extends TestCase {
  static override readonly __name__: string = "IsolatedAsyncioTestCase";
  static override readonly __module__: string = "unittest.async_case";
  static loop_factory: Dynamic = null;
  static {
    class_attributes(this, "loop_factory");
    blocking_methods(this, "run", "debug");
  }

  declare loop_factory: Dynamic;
  declare _asyncioRunner: Runner | null;
  declare _asyncioTestContext: Context;

  override __init__(methodName: string = "runTest"): void {
    super.__init__(methodName);
    this._asyncioRunner = null;
    this._asyncioTestContext = interpreter.current.context.copy();
  }

  async asyncSetUp(): Promise<void> {}

  async asyncTearDown(): Promise<void> {}

  /** Remembers a coroutine function for when the test is done. */
  addAsyncCleanup(func: Dynamic, ...args: readonly Dynamic[]): void {
    this.addCleanup(func, ...args);
  }

  /** Enters an asynchronous manager that is left when the test is done. */
  async enterAsyncContext(cm: Dynamic): Promise<Dynamic> {
    return await enter_async_context(cm, (f, ...args) => this.addAsyncCleanup(f, ...args));
  }

  override async _callSetUp(): Blocking<void> {
    this.#runner().get_loop();
    await this.#in_context(bound(this, "setUp"), []);
    await this.#run_async(bound(this, "asyncSetUp"), []);
  }

  override async _callTestMethod(method: Dynamic): Blocking<void> {
    warn_of_value(method, await this.#maybe_async(method, []));
  }

  override async _callTearDown(): Blocking<void> {
    await this.#run_async(bound(this, "asyncTearDown"), []);
    await this.#in_context(bound(this, "tearDown"), []);
  }

  override async _callCleanup(function_: Dynamic, ...args: readonly Dynamic[]): Blocking<void> {
    await this.#maybe_async(function_, args);
  }

  override async run(result: Dynamic = null): Blocking<Dynamic> {
    this._asyncioRunner = new Runner({ debug: true, loop_factory: this.loop_factory });
    try {
      return await super.run(result);
    } finally {
      await this.#close();
    }
  }

  override async debug(): Blocking<void> {
    this._asyncioRunner = new Runner({ debug: true, loop_factory: this.loop_factory });
    await super.debug();
    await this.#close();
  }

  async #close(): Blocking<void> {
    const runner = this.#runner();
    this._asyncioRunner = null;
    await runner.close();
  }

  #runner(): Runner {
    if (this._asyncioRunner === null) throw new AssertionError("asyncio runner is not initialized");
    return this._asyncioRunner;
  }

  async #maybe_async(f: Dynamic, args: readonly Dynamic[]): Blocking<Given> {
    return is_coroutine_function(f) ? this.#run_async(f, args) : this.#in_context(f, args);
  }

  async #run_async(f: Dynamic, args: readonly Dynamic[]): Blocking<Given> {
    if (!is_coroutine_function(f)) throw new AssertionError(`${repr(f)} is not an async function`);
    const last = args.at(-1);
    const made: Dynamic = is_keywords(last)
      ? call_with(f, args.slice(0, -1), last)
      : args.length === 0
        ? coroutine(f)
        : call(f, ...args);
    return { value: await this.#runner().run(made, { context: this._asyncioTestContext }) };
  }

  /** In the context that all parts of the test share. */
  async #in_context(f: Dynamic, args: readonly Dynamic[]): Blocking<Given> {
    const thread = interpreter.current;
    const outer = thread.context;
    thread.context = this._asyncioTestContext;
    try {
      return await called(f, args);
    } finally {
      thread.context = outer;
    }
  }
}
