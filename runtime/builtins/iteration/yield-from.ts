// `yield from` for iterators that are no native generators: those have no send, throw or return.
import type { Dynamic } from "../dynamic.ts";
import { AttributeError, GeneratorExit, StopIteration } from "../exceptions/index.ts";
import { type_name } from "../type-name.ts";
import { is_generator } from "./generator-state.ts";
import { generator, resume } from "./generator.ts";
import { iter } from "./iter.ts";
import { next } from "./next.ts";

/** `yield* yield_from(x)`: passes what is sent and thrown on to the iterator; its value is the iterator's. */
export function yield_from<T, R = Dynamic>(
  iterable: Generator<T, R, Dynamic>,
): Generator<T, R, Dynamic>;
export function yield_from<T>(iterable: Iterable<T>): Generator<T, Dynamic, Dynamic>;
export function yield_from(iterable: unknown): Generator<Dynamic, Dynamic, Dynamic>;
export function* yield_from(iterable: Dynamic): Generator<Dynamic, Dynamic, Dynamic> {
  const iterator: Dynamic = iter(iterable);
  const kind = iterator === iterable ? undefined : ITERATORS[type_name(iterable)];
  if (kind === undefined && is_generator(iterator)) return yield* delegated(iterator);
  let step = (): Dynamic => next(iterator);
  for (;;) {
    let item: Dynamic;
    try {
      item = step();
    } catch (error) {
      if (error instanceof StopIteration) return error.value;
      throw error;
    }
    try {
      const sent: Dynamic = yield item;
      step = sent == null ? () => next(iterator) : () => send(iterator, sent, kind);
    } catch (error) {
      step = () => forward(iterator, error);
    }
  }
}

/** As `yield*`, except that a StopIteration does not leave the generator, nor does its end take GeneratorExit away. */
function* delegated(source: Generator<Dynamic, Dynamic, Dynamic>): Generator<Dynamic> {
  let step = resume(source, "next", undefined);
  while (!step.done) {
    let is_left = true;
    let sent: Dynamic;
    let thrown: Dynamic = null;
    try {
      sent = yield step.value;
      is_left = false;
    } catch (error) {
      is_left = false;
      thrown = error;
    } finally {
      if (is_left) source.return(undefined);
    }
    if (thrown instanceof GeneratorExit) {
      generator.close(source);
      throw thrown;
    }
    step = thrown === null ? resume(source, "next", sent) : resume(source, "throw", thrown);
  }
  return step.value ?? null;
}

function send(iterator: Dynamic, value: Dynamic, kind: string | undefined): Dynamic {
  if (kind === undefined && typeof iterator.send === "function") return iterator.send(value);
  throw new AttributeError(`'${kind ?? type_name(iterator)}' object has no attribute 'send'`);
}

/** What Python calls the iterators of containers that JavaScript iterates by those of others. */
const ITERATORS: Readonly<Record<string, string>> = {
  bytes: "bytes_iterator",
  bytearray: "bytearray_iterator",
  dict_items: "dict_itemiterator",
  dict_values: "dict_valueiterator",
};

function forward(iterator: Dynamic, error: unknown): Dynamic {
  if (error instanceof GeneratorExit) {
    if (typeof iterator.close === "function") iterator.close();
    throw error;
  }
  const method: Dynamic = iterator.throw_ ?? iterator.throw;
  if (typeof method === "function") return Reflect.apply(method, iterator, [error]);
  throw error;
}
