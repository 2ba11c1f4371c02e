// iter(): any Python iterable as a JavaScript one, native where it is native already.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { eq } from "../equality.ts";
import { StopIteration, TypeError } from "../exceptions/index.ts";
import { metaclass_method } from "../metaclass.ts";
import { plain } from "../primitive.ts";
import { is_class, type_name } from "../type-name.ts";
import { mark_started, is_generator } from "./generator-state.ts";
import { has_method, PythonIterable, SequenceIterator } from "./python-iterator.ts";

/**
 * `iter(x)`: an iterator, for `for (const item of iter(x))` as well as for `next`. What is an iterator
 * already comes back as it is. TypeError when the value is not iterable.
 */
export function iter<T>(iterable: Iterable<T>): IterableIterator<T>;
export function iter<T>(f: () => T, sentinel: unknown): IterableIterator<T>;
export function iter(iterable: unknown): IterableIterator<Dynamic>;
export function iter(...args: readonly Dynamic[]): IterableIterator<Dynamic> {
  if (args.length > 1) return new CallIterator(args[0], args[1]);
  return iterator_of(args[0]);
}

/**
 * An iterable that can be left early: breaking out of `for (const x of keep_open(generator))` does not
 * close the generator, which goes on where it was left, as in Python where somebody still holds it.
 */
export function keep_open<T>(iterable: Iterable<T>): IterableIterator<T> {
  const iterator = iter(iterable);
  return is_generator(iterator) ? new HeldIterator<T>(iterator as Iterator<T>) : iterator;
}

function iterator_of(value: Dynamic): IterableIterator<Dynamic> {
  if (typeof value === "string") return value[Symbol.iterator]();
  if (typeof value === "object" && value !== null) {
    if (typeof value.__iter__ === "function") return python_iterator(value);
    if (typeof value[Symbol.iterator] === "function") {
      if (is_generator(value)) mark_started(value);
      return value[Symbol.iterator]();
    }
    const text = plain(value);
    if (typeof text === "string") return text[Symbol.iterator]();
    if (typeof value.__getitem__ === "function") return new SequenceIterator(value);
  } else if (typeof value === "function" && is_class(value)) {
    const of_metaclass = metaclass_method(value, "__iter__");
    if (of_metaclass !== null) return iterator_of(of_metaclass());
    if (typeof value.__iter__ === "function") return iterator_of(value.__iter__());
  }
  throw new TypeError(`'${type_name(value)}' object is not iterable`);
}

/** Calls `__iter__`. An iterator that is a Python object gets the JavaScript protocol on its class, so that it stays itself. */
function python_iterator(value: Dynamic): IterableIterator<Dynamic> {
  const iterator: Dynamic = value.__iter__();
  if (has_method(iterator, "__next__")) {
    if (typeof iterator[Symbol.iterator] === "function" && typeof iterator.next === "function")
      return iterator;
    if (typeof iterator.__iter__ !== "function" || iterator.next !== undefined)
      return new PythonIterable(iterator);
    bridge(iterator);
    return iterator;
  }
  if (has_method(iterator, "next")) {
    if (is_generator(iterator)) mark_started(iterator);
    return iterator;
  }
  throw new TypeError(`iter() returned non-iterator of type '${type_name(iterator)}'`);
}

/** Teaches the class of a Python iterator JavaScript's protocol. */
function bridge(iterator: object): void {
  const prototype: object = Object.getPrototypeOf(iterator);
  Object.defineProperty(prototype, Symbol.iterator, {
    value(this: Dynamic) {
      return iterator_of(this);
    },
    configurable: true,
    writable: true,
  });
  Object.defineProperty(prototype, "next", {
    value: python_next,
    configurable: true,
    writable: true,
  });
}

function python_next(this: Dynamic): IteratorResult<Dynamic> {
  try {
    return { value: this.__next__(), done: false };
  } catch (error) {
    if (error instanceof StopIteration) return { value: error.value, done: true };
    throw error;
  }
}

/** `iter(f, sentinel)`: calls until the result equals the sentinel. */
class CallIterator implements IterableIterator<Dynamic> {
  static readonly __name__: string = "callable_iterator";
  static readonly __module__: string = "builtins";

  private readonly f: Dynamic;
  private readonly sentinel: unknown;
  private is_over = false;

  constructor(f: Dynamic, sentinel: unknown) {
    if (typeof f !== "function" && !has_method(f, "__call__"))
      throw new TypeError("iter(v, w): v must be callable");
    this.f = f;
    this.sentinel = sentinel;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Dynamic> {
    if (this.is_over) return { value: undefined, done: true };
    try {
      const value: Dynamic = call(this.f);
      if (!eq(value, this.sentinel)) return { value, done: false };
    } catch (error) {
      if (!(error instanceof StopIteration)) throw error;
    }
    this.is_over = true;
    return { value: undefined, done: true };
  }
}

/** An iterator without `return`, which is how JavaScript's loops close generators. */
class HeldIterator<T> implements IterableIterator<T> {
  private readonly source: Iterator<T>;

  constructor(source: Iterator<T>) {
    this.source = source;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T> {
    return this.source.next();
  }
}
