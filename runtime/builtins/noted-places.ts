// Where tasks hang, for what shows it: noted at each `await` once a program asks for it, as it costs some time.
import { keep_stack_frames } from "../platform/process.ts";
import { places } from "./places.ts";
import { interpreter } from "./threads.ts";

/** From now on reprs of tasks, `get_stack` and `print_stack` tell the lines at which tasks hang. */
export function note_places(): void {
  places.noting = { await_of_future, await_of_coroutine };
  keep_stack_frames(DEEPEST);
}

/** Calls between a task's own coroutine and what it hangs on that are looked through. */
const DEEPEST = 100;

interface Noted {
  /** The engine's trace of the last `await` of a future. */
  readonly hangs: Error | null;
  /** The same of a coroutine object, beyond which the engine doesn't see. */
  readonly awaits: Error | null;
}

const noted = new WeakMap<object, Noted>();

function await_of_future(): void {
  const task = stepping();
  if (task !== null)
    noted.set(task, { hangs: new Error(), awaits: noted.get(task)?.awaits ?? null });
}

function await_of_coroutine(): void {
  const task = stepping();
  if (task !== null) noted.set(task, { hangs: null, awaits: new Error() });
}

/** The traces that may tell where the task's own coroutine stands, the likelier ones first. */
export function noted_places(task: object): readonly Error[] {
  if (stepping() === task) return [new Error()];
  const { hangs = null, awaits = null } = noted.get(task) ?? {};
  return [hangs, awaits].filter((each) => each !== null);
}

function stepping(): object | null {
  return interpreter.current.stepping as object | null;
}
