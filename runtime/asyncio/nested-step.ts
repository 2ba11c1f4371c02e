// The step of an eager task inside the step of its maker: whose turn it was is restored when the inner one is over.
import { interpreter } from "../builtins/threads.ts";

export class NestedStep {
  readonly outer: NestedStep | null;
  readonly #resolve: () => void;
  readonly #reject: (error: unknown) => void;
  readonly #thread = interpreter.current;
  readonly #stepping = this.#thread.stepping;
  readonly #context = this.#thread.context;
  readonly #handling = this.#thread.handling;

  constructor(resolve: () => void, reject: (error: unknown) => void, outer: NestedStep | null) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.outer = outer;
  }

  /** The maker goes on; it gets the exception that leaves the loop. */
  end(escaping: unknown): void {
    const thread = this.#thread;
    thread.stepping = this.#stepping;
    thread.context = this.#context;
    thread.handling = this.#handling;
    thread.expecting = null;
    if (escaping === undefined) this.#resolve();
    else this.#reject(escaping);
  }
}
