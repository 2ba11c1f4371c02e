// A worker of a process pool: finds the program's functions by name and calls them.
import { call } from "../builtins/calls/call.ts";
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import * as builtins from "../builtins/index.ts";
import { format_exception } from "../builtins/traceback/format-exception.ts";
import { flush_stdout } from "../platform/output.ts";
import { pool_module_url, serve_pool } from "../platform/workers.ts";
import { pack, PicklingError, unpack, type FindGlobal, type Packed } from "./transfer.ts";

/** What a pool asks of a worker, and what comes back. */
export interface JobMessage {
  readonly job: number;
  /** `[function, arguments]`. */
  readonly work: Packed;
}

export type AnswerMessage =
  | { readonly job: number; readonly result: Packed }
  | { readonly job: number; readonly error: Packed; readonly traceback: string };

/** Called when the pool's module is loaded; in a worker of a pool it begins to take jobs. */
export function serve_if_worker(): void {
  const url = pool_module_url();
  if (url === null) return;
  let globals: Promise<FindGlobal> | null = null;
  const answer = serve_pool((message) => {
    globals ??= import(url).then(find_in);
    void globals.then((find) => work(message as JobMessage, find)).then(answer);
  });
}

/** Looks names up as Python does: the module's own, then built-ins; `Outer.Inner` step by step. */
export function find_in(module: object): FindGlobal {
  return (name) => {
    const [first = "", ...rest] = name.split(".");
    const start: unknown = Reflect.get(module, first) ?? Reflect.get(builtins, first) ?? OWN[first];
    return rest.reduce<unknown>(
      (found, each) => (found == null ? undefined : Reflect.get(Object(found), each)),
      start,
    );
  };
}

const OWN: Readonly<Record<string, unknown>> = { PicklingError };

async function work({ job, work }: JobMessage, find: FindGlobal): Promise<AnswerMessage> {
  try {
    const [f, args] = unpack(work, find);
    const running: unknown = call(f, ...args);
    return { job, result: pack(running instanceof Promise ? await running : running) };
  } catch (thrown) {
    return failed(job, thrown);
  } finally {
    flush_stdout();
  }
}

function failed(job: number, thrown: unknown): AnswerMessage {
  const error = as_exception(thrown);
  const traceback = format_exception(error);
  try {
    return { job, error: pack(error), traceback };
  } catch (refusal) {
    return { job, error: pack(as_exception(refusal)), traceback };
  }
}
