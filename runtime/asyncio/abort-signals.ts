// AbortSignal, the web's way to cancel: tasks obey one, and give one to fetch and the like.
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { shown_as } from "./format_helpers.ts";
import { CancelledError } from "./exceptions.ts";
import { cancel_listeners, current_task } from "./tasks.ts";
import type { Task } from "./tasks.ts";

const controllers = new WeakMap<object, AbortController>();

/**
 * A signal that aborts when the task, by default the current one, is asked to cancel itself. RuntimeError outside of
 * tasks.
 */
export function abort_signal(task: Task | null = current_task()): AbortSignal {
  if (task === null) throw new RuntimeError("no task to take a signal from");
  const known = controllers.get(task);
  if (known !== undefined) return known.signal;
  const controller = new AbortController();
  controllers.set(task, controller);
  cancel_listeners.set(task, (message) =>
    controller.abort(message === null ? new CancelledError() : new CancelledError(message)),
  );
  return controller.signal;
}

/** The task is cancelled when the signal aborts, now or later. */
export function obey_signal(task: Task<Dynamic>, signal: AbortSignal): void {
  const cancel = (): void => {
    const message = cancel_message(signal.reason);
    // It may come from anywhere in the page or the process.
    task._loop.call_soon_threadsafe(() => task.cancel(message));
  };
  if (signal.aborted) return void task.cancel(cancel_message(signal.reason));
  signal.addEventListener("abort", cancel, { once: true });
  task.add_done_callback(
    shown_as("obey_signal", () => signal.removeEventListener("abort", cancel)),
  );
}

/** A reason that says something becomes the message of the CancelledError. */
function cancel_message(reason: unknown): string | null {
  if (typeof reason === "string") return reason;
  return reason instanceof Error && reason.name !== "AbortError" ? reason.message : null;
}
