// The first step of an eager task, which waits for its maker to let it run.
import type { AbstractEventLoop, Ready } from "./events.ts";

/** States: made → begun inside its maker's step (`begin`), or by the loop where nobody waits for it (`_run`). */
export class EagerStart implements Ready {
  #is_begun = false;
  readonly #task: Ready & { readonly _loop: AbstractEventLoop };

  constructor(task: Ready & { readonly _loop: AbstractEventLoop }) {
    this.#task = task;
  }

  /** Settles when the step is over. SystemExit and KeyboardInterrupt are raised to the maker. */
  async begin(): Promise<void> {
    if (this.#is_begun || !this.#task._loop._is_in_handle()) return;
    this.#is_begun = true;
    await this.#task._loop._nest_step(() => this.#task._run());
  }

  _run(): void {
    if (this.#is_begun) return;
    this.#is_begun = true;
    this.#task._run();
  }
}
