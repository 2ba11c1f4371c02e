// A loop's pending tasks, oldest first: a chain through the tasks themselves, so that coming and going is cheap.

export interface Linked {
  _next: Linked | null;
  _previous: Linked | null;
}

export class TaskList {
  #first: Linked | null = null;
  #last: Linked | null = null;

  add(task: Linked): void {
    task._previous = this.#last;
    if (this.#last === null) this.#first = task;
    else this.#last._next = task;
    this.#last = task;
  }

  has(task: Linked): boolean {
    return task === this.#first || task._previous !== null;
  }

  remove(task: Linked): void {
    const { _previous, _next } = task;
    if (_previous === null) this.#first = _next;
    else _previous._next = _next;
    if (_next === null) this.#last = _previous;
    else _next._previous = _previous;
    task._previous = task._next = null;
  }

  *[Symbol.iterator](): IterableIterator<Linked> {
    for (let task = this.#first; task !== null; task = task._next) yield task;
  }
}
