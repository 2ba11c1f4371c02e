// What the futures of locks and queues stand for, remembered on virtual clocks: a deadlock is reported in these words.

const awaited = new WeakMap<object, object>();

/** Who waits for the future waits for the object. */
export function note_awaited(future: object, object: object): void {
  awaited.set(future, object);
}

/** The object that the future stands for, or the future itself. */
export function awaited_object(future: object): object {
  return awaited.get(future) ?? future;
}
