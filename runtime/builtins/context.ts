// Contexts: what context variables hold at each moment. contextvars builds on it, tasks and handles run in them.

/**
 * A snapshot of all context variables. The table is never written to after it was shared: `set` replaces it, so that
 * copying a context costs one object.
 */
export class Context {
  static readonly __name__: string = "Context";
  static readonly __module__: string = "_contextvars";

  #values: ReadonlyMap<unknown, unknown>;

  constructor(values: ReadonlyMap<unknown, unknown> = NO_VALUES) {
    this.#values = values;
  }

  get values_by_variable(): ReadonlyMap<unknown, unknown> {
    return this.#values;
  }

  copy(): Context {
    return new Context(this.#values);
  }

  lookup(variable: unknown): unknown {
    return this.#values.get(variable);
  }

  holds(variable: unknown): boolean {
    return this.#values.has(variable);
  }

  store(variable: unknown, value: unknown): void {
    this.#values = new Map(this.#values).set(variable, value);
  }

  remove(variable: unknown): void {
    const values = new Map(this.#values);
    values.delete(variable);
    this.#values = values;
  }
}

const NO_VALUES: ReadonlyMap<unknown, unknown> = new Map();
