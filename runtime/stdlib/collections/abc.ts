// Python's collections.abc.
export {
  AsyncGenerator,
  AsyncIterable,
  AsyncIterator,
  Awaitable,
  Coroutine,
  Generator,
} from "../_collections_abc/awaitables.ts";
export {
  ItemsView,
  KeysView,
  Mapping,
  MutableMapping,
  ValuesView,
} from "../_collections_abc/mappings.ts";
export {
  Callable,
  Collection,
  Container,
  Hashable,
  Iterable,
  Iterator,
  Reversible,
  Sized,
} from "../_collections_abc/one-trick.ts";
export { MutableSequence, Sequence } from "../_collections_abc/sequences.ts";
export { AbstractSet as Set, MutableSet } from "../_collections_abc/sets.ts";
