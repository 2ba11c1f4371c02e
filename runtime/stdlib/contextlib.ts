// Python's contextlib.
import { in_context } from "../builtins/raising/raising.ts";
import { async_generator } from "../builtins/iteration/async-generator.ts";
import { is_async_generator } from "../builtins/iteration/generator-state.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import type { BaseException } from "../builtins/exceptions/index.ts";
import { is_group } from "../builtins/exceptions/groups.ts";
import { issubclass, type } from "../builtins/index.ts";
import { Tuple } from "../builtins/tuple.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import { set_stderr, set_stdout } from "./sys.ts";

export {
  asynccontextmanager,
  AsyncGeneratorManager as _AsyncGeneratorContextManager,
  contextmanager,
  GeneratorManager as _GeneratorContextManager,
} from "./_contextlib/generator-managers.ts";
export {
  AbstractAsyncContextManager,
  AbstractContextManager,
  AsyncContextDecorator,
  ContextDecorator,
} from "./_contextlib/abstract.ts";
export { chdir } from "./_contextlib/chdir.ts";
export { AsyncExitStack, ExitStack } from "./_contextlib/exit-stack.ts";

/** Suppresses exceptions of some classes, also inside of groups. */
export class suppress {
  static readonly __name__: string = "suppress";
  static readonly __module__: string = "contextlib";
  readonly #classes: Dynamic;

  constructor(...exceptions: readonly Dynamic[]) {
    this.#classes = Tuple.of(...exceptions);
  }

  __enter__(): null {
    return null;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    if (error == null) return false;
    if (issubclass(type(error), this.#classes)) return true;
    if (!is_group(error)) return false;
    const [, rest] = error.split(this.#classes);
    if (rest === null) return true;
    if (rest === error) return false;
    throw in_context(rest as BaseException, error);
  }
}

/** Calls `close()` of a thing at the end. */
export class closing<T extends { close(): unknown }> {
  static readonly __module__: string = "contextlib";
  readonly thing: T;

  constructor(thing: T) {
    this.thing = thing;
  }

  __enter__(): T {
    return this.thing;
  }

  __exit__(..._exception: readonly Dynamic[]): null {
    this.thing.close();
    return null;
  }
}

/** Awaits `aclose()` of a thing at the end. */
export class aclosing<
  T extends { aclose(): PromiseLike<unknown> } | AsyncGenerator<unknown, unknown, Dynamic>,
> {
  static readonly __module__: string = "contextlib";
  readonly thing: T;

  constructor(thing: T) {
    this.thing = thing;
  }

  async __aenter__(): Promise<T> {
    return this.thing;
  }

  async __aexit__(..._exception: readonly Dynamic[]): Promise<null> {
    const { thing }: { readonly thing: Dynamic } = this;
    await (is_async_generator(thing) ? async_generator.aclose(thing) : thing.aclose());
    return null;
  }
}

/** Does nothing but give its argument, for `with` and for `async with`. */
export class nullcontext<T = null> {
  static readonly __name__: string = "nullcontext";
  static readonly __module__: string = "contextlib";
  readonly enter_result: T;

  constructor(enter_result: T = null as T) {
    this.enter_result = enter_result;
  }

  __enter__(): T {
    return this.enter_result;
  }

  __exit__(..._exception: readonly Dynamic[]): null {
    return null;
  }

  async __aenter__(): Promise<T> {
    return this.enter_result;
  }

  async __aexit__(..._exception: readonly Dynamic[]): Promise<null> {
    return null;
  }
}

abstract class Redirect {
  static readonly __module__: string = "contextlib";
  readonly #new_target: Dynamic;
  readonly #old_targets: Dynamic[] = [];
  readonly #stream: "stdout" | "stderr";

  constructor(new_target: Dynamic, stream: "stdout" | "stderr") {
    this.#new_target = new_target;
    this.#stream = stream;
  }

  __enter__(): Dynamic {
    this.#old_targets.push(standard_streams()[this.#stream]);
    this.#set(this.#new_target);
    return this.#new_target;
  }

  __exit__(..._exception: readonly Dynamic[]): null {
    this.#set(this.#old_targets.pop());
    return null;
  }

  /** For those who write to `sys.stdout` themselves, too. */
  #set(target: Dynamic): void {
    if (this.#stream === "stdout") set_stdout(target);
    else set_stderr(target);
  }
}

/** What is printed goes to another stream. */
export class redirect_stdout extends Redirect {
  static readonly __name__: string = "redirect_stdout";
  constructor(new_target: Dynamic) {
    super(new_target, "stdout");
  }
}

export class redirect_stderr extends Redirect {
  static readonly __name__: string = "redirect_stderr";
  constructor(new_target: Dynamic) {
    super(new_target, "stderr");
  }
}
