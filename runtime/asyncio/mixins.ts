// What locks and queues share: they belong to the loop in which they first have to wait.
import { Fillable } from "../builtins/attributes/fillable.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { repr } from "../builtins/representation.ts";
import { class_full_name } from "../builtins/type-name.ts";
import { running_loop } from "./events.ts";
import type { AbstractEventLoop } from "./events.ts";

export class LoopBound extends Fillable {
  _loop: AbstractEventLoop | null = null;

  /** The running loop. RuntimeError when the object has been used in another one. */
  _get_loop(): AbstractEventLoop {
    const loop = running_loop();
    this._loop ??= loop;
    if (this._loop !== loop)
      throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    return loop;
  }

  /** `module.Class object at 0x…`, as object.__repr__ says it. */
  _object_repr(): string {
    return `${class_full_name(this.constructor)} object at ${address(this)}`;
  }
}
