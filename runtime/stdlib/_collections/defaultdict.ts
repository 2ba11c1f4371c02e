// collections.defaultdict and OrderedDict.
import { eq } from "../../builtins/equality.ts";
import { KeyError, TypeError } from "../../builtins/exceptions/index.ts";
import {
  call,
  callable,
  Dict,
  type Dynamic,
  type MappingSource,
  NotImplemented,
} from "../../builtins/index.ts";
import { repr, repr_guarded } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name } from "../../builtins/type-name.ts";

/** A dict that makes the value of a missing key by calling the factory. */
export class defaultdict<K = Dynamic, V = Dynamic> extends Dict<K, V> {
  static override readonly __name__: string = "defaultdict";
  static readonly __full_name__: string = "collections.defaultdict";
  static override readonly __module__: string = "collections";

  // `__init__`, which the constructor of a dict calls for classes below it, has set it by then.
  declare default_factory: Dynamic;

  constructor(
    // what it makes is said by the type of the whole: `set` alone makes sets of anything
    default_factory: (() => unknown) | (new () => unknown) | null = null,
    // what is there from the start need not be of the factory's type
    source: MappingSource<K, Dynamic> | null = null,
    keywords?: Readonly<Record<string, V>>,
  ) {
    super(...([default_factory, source, keywords] as unknown as []));
  }

  override __init__(
    default_factory: Dynamic = null,
    source: MappingSource<K, Dynamic> | null = null,
    keywords?: Readonly<Record<string, V>>,
  ): void {
    if (default_factory != null && !callable(default_factory))
      throw new TypeError("first argument must be callable or None");
    this.default_factory = default_factory;
    if (source !== null) this.update(source, keywords);
    else if (keywords !== undefined) this.update(keywords as never);
  }

  __missing__(key: K): V {
    if (this.default_factory == null) throw new KeyError(key);
    const value = call(this.default_factory) as V;
    this.set(key, value);
    return value;
  }

  override copy(): defaultdict<K, V> {
    const made = new defaultdict<K, V>(this.default_factory);
    made.update(this);
    return made;
  }

  override __or__(other: Dynamic): Dynamic {
    if (!(other instanceof Dict)) return NotImplemented;
    const made = this.copy();
    made.update(other as Dynamic);
    return made;
  }

  override __ror__(other: Dynamic): Dynamic {
    if (!(other instanceof Dict)) return NotImplemented;
    const made = new defaultdict<Dynamic, Dynamic>(this.default_factory, other);
    made.update(this);
    return made;
  }

  override __repr__(): string {
    const { default_factory } = this;
    // A method of the very dict shows it again.
    const factory =
      default_factory === null
        ? "None"
        : repr_guarded(default_factory, "...", () => repr(default_factory));
    return `${class_name(this.constructor)}(${factory}, ${super.__repr__()})`;
  }
}

/** A dict whose order counts when two of them are compared. */
export class OrderedDict<K = Dynamic, V = Dynamic> extends Dict<K, V> {
  static override readonly __name__: string = "OrderedDict";
  static readonly __full_name__: string = "collections.OrderedDict";
  static override readonly __module__: string = "collections";

  /** Moves a key to the end, or to the beginning. KeyError when it is missing. */
  move_to_end(key: K, last: boolean = true): void {
    const value = this.at(key);
    this.delete(key);
    if (last) {
      this.set(key, value);
      return;
    }
    const rest = [...this.entries()];
    this.clear();
    this.set(key, value);
    for (const [each, its] of rest) this.set(each, its);
  }

  /** Removes and returns the last item, or the first. KeyError when there is none. */
  override popitem(last: boolean = true): readonly [K, V] {
    if (this.size === 0) throw new KeyError("dictionary is empty");
    if (last) return super.popitem();
    const [first] = this.entries();
    const [key, value] = first as [K, V];
    this.delete(key);
    return Tuple.of(key, value);
  }

  override copy(): OrderedDict<K, V> {
    return new OrderedDict<K, V>(this);
  }

  override __or__(other: Dynamic): Dynamic {
    if (!(other instanceof Dict)) return NotImplemented;
    const made = new OrderedDict<Dynamic, Dynamic>(this);
    made.update(other);
    return made;
  }

  override __ror__(other: Dynamic): Dynamic {
    return other instanceof Dict
      ? new OrderedDict<Dynamic, Dynamic>(other).__or__(this)
      : NotImplemented;
  }

  override __eq__(other: unknown): boolean {
    if (!super.__eq__(other)) return false;
    if (!(other instanceof OrderedDict)) return true;
    const keys = [...other];
    return [...this].every((key, at) => eq(key, keys[at]));
  }

  override __repr__(): string {
    const name = class_name(this.constructor);
    if (this.size === 0) return `${name}()`;
    return repr_guarded(this, "...", () => `${name}({${items_text(this)}})`);
  }
}

function items_text(dict: Dict<Dynamic, Dynamic>): string {
  return [...dict.entries()].map(([key, value]) => `${repr(key)}: ${repr(value)}`).join(", ");
}
