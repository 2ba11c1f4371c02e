// What is known of each key at one point of the program, with cheap branching: a path is what changed.

/** The changes along one way through the program, from a mark to its end. */
export interface Path<K, V> {
  readonly is_reachable: boolean;
  readonly changes: ReadonlyMap<K, V | undefined>;
}

/**
 * A map with a trail. Branches are run one after the other from the same state: `take` gives what a
 * branch changed and undoes it, `merge` brings the branches together. The cost is that of the changes,
 * never that of the whole state.
 */
export class FlowState<K, V> {
  is_reachable = true;
  private readonly values = new Map<K, V>();
  private readonly trail: { readonly key: K; readonly before: V | undefined }[] = [];
  private readonly watchers: Map<K, V | undefined>[] = [];
  readonly join: Join<V>;

  constructor(join: Join<V>) {
    this.join = join;
  }

  get(key: K): V | undefined {
    return this.values.get(key);
  }

  set(key: K, value: V | undefined): void {
    const before = this.values.get(key);
    if (before === value) return;
    for (const watcher of this.watchers) {
      watcher.set(key, this.join(watcher.has(key) ? watcher.get(key) : before, value));
    }
    this.trail.push({ key, before });
    this.store(key, value);
  }

  mark(): Mark {
    return { length: this.trail.length, is_reachable: this.is_reachable };
  }

  /** What changed since the mark, and back to the mark. */
  take(mark: Mark): Path<K, V> {
    const path = this.since(mark);
    while (this.trail.length > mark.length) {
      const entry = this.trail.pop();
      if (entry !== undefined) this.store(entry.key, entry.before);
    }
    this.is_reachable = mark.is_reachable;
    return path;
  }

  /** What changed since the mark (a `break` leaves from here). */
  since(mark: Mark): Path<K, V> {
    const changes = new Map<K, V | undefined>();
    for (let index = mark.length; index < this.trail.length; index++) {
      const entry = this.trail[index];
      if (entry !== undefined) changes.set(entry.key, this.values.get(entry.key));
    }
    return { is_reachable: this.is_reachable, changes };
  }

  /** Goes along a path that starts here. */
  apply(path: Path<K, V>): void {
    for (const [key, value] of path.changes) this.set(key, value);
    if (!path.is_reachable) this.is_reachable = false;
  }

  /** Several paths that start here come together. */
  merge(paths: readonly Path<K, V>[]): void {
    this.apply(this.merged(paths));
  }

  merged(paths: readonly Path<K, V>[]): Path<K, V> {
    const open = paths.filter((path) => path.is_reachable);
    const [first] = open;
    if (first === undefined || open.length === 1) {
      return first ?? { is_reachable: false, changes: new Map() };
    }
    const changes = new Map<K, V | undefined>();
    for (const path of open) {
      for (const key of path.changes.keys()) {
        if (!changes.has(key)) changes.set(key, this.joined(open, key));
      }
    }
    return { is_reachable: true, changes };
  }

  /** Runs `body` and gives, as a path from here, the state in which it may be left at any point. */
  watch(body: () => void): Path<K, V> {
    const watcher = new Map<K, V | undefined>();
    this.watchers.push(watcher);
    body();
    this.watchers.pop();
    return { is_reachable: this.is_reachable, changes: watcher };
  }

  private joined(paths: readonly Path<K, V>[], key: K): V | undefined {
    const here = this.values.get(key);
    let result: V | undefined;
    let is_first = true;
    for (const path of paths) {
      const value = path.changes.has(key) ? path.changes.get(key) : here;
      result = is_first ? value : this.join(result, value);
      is_first = false;
    }
    return result;
  }

  private store(key: K, value: V | undefined): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}

/** A point to come back to. */
export interface Mark {
  readonly length: number;
  readonly is_reachable: boolean;
}

export type Join<V> = (left: V | undefined, right: V | undefined) => V | undefined;
