// What few futures need and nobody should pay for: how they failed, who cancelled them, callbacks behind the first.
import type { Dynamic } from "../builtins/dynamic.ts";
import type { Trail } from "../builtins/traceback/trail.ts";
import type { Ready } from "./events.ts";
import type { CancelledError } from "./exceptions.ts";

/** Made when a future first needs it. */
export class FutureDetails {
  exception: Dynamic = null;
  trail: Trail | null = null;
  cancel_message: Dynamic = null;
  /** The CancelledError that ended a task: the first who asks gets it, as its context is worth keeping. */
  cancelled_error: CancelledError | null = null;
  /** Whether an exception waits for somebody to look at it. */
  is_unretrieved = false;
  more_callbacks: Ready[] | null = null;
}

/** The same for a task. */
export class TaskDetails extends FutureDetails {
  /** A cancel request is to be raised at the next step. */
  must_cancel = false;
  cancel_requests = 0;
  /** What the next step raises instead of going on. */
  next_error: unknown = null;
  /** The handler that is under way where the coroutine hangs. */
  handling: object | null = null;
}
