// What happens to exceptions that nobody awaits: the program's handler, or a message on the log.
import { call } from "../builtins/calls/call.ts";
import type { Context } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Dict } from "../builtins/mappings/dict.ts";
import { repr } from "../builtins/representation.ts";
import { interpreter } from "../builtins/threads.ts";
import { leaves_loop } from "./events.ts";
import type { ExceptionContext } from "./events.ts";
import { log } from "./log.ts";

interface Reporting {
  default_exception_handler(context: ExceptionContext): void;
}

/** `loop.call_exception_handler`: the handler runs in the context of the task or handle that failed. */
export function report_exception<L extends Reporting>(
  loop: L,
  handler: ((loop: L, context: ExceptionContext) => unknown) | null,
  given: ExceptionContext | Readonly<Record<string, Dynamic>>,
): void {
  const context: ExceptionContext =
    given instanceof Dict ? given : new Dict<string, Dynamic>(Object.entries(given));
  if (handler === null) {
    guarded("Exception in default exception handler", () =>
      loop.default_exception_handler(context),
    );
    return;
  }
  try {
    in_context_of(context, () => call(handler, loop, context));
  } catch (error) {
    if (leaves_loop(error)) throw error;
    const message =
      "Exception in default exception handler while handling an unexpected error " +
      "in custom exception handler";
    guarded(message, () =>
      loop.default_exception_handler(
        new Dict<string, Dynamic>([
          ["message", "Unhandled error in exception handler"],
          ["exception", error],
          ["context", context],
        ]),
      ),
    );
  }
}

/** `loop.default_exception_handler`: one record on the log, the entries of the context in order of their names. */
export function default_exception_handler(context: ExceptionContext): void {
  const lines = [context.get("message") || "Unhandled exception in event loop"];
  for (const key of [...context.keys()].sort()) {
    if (key !== "message" && key !== "exception") lines.push(`${key}: ${repr(context.get(key))}`);
  }
  log("base_events", "error", lines.join("\n"), { error: context.get("exception") ?? null });
}

function guarded(message: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (leaves_loop(error)) throw error;
    log("base_events", "error", message, { error, is_handled: true });
  }
}

function in_context_of(context: ExceptionContext, action: () => void): void {
  const thing: Dynamic = context.get("task") ?? context.get("future") ?? context.get("handle");
  const own: Context | null = thing?.get_context?.() ?? null;
  if (own === null) return action();
  const thread = interpreter.current;
  const outer = thread.context;
  thread.context = own;
  try {
    action();
  } finally {
    thread.context = outer;
  }
}
