// What emitted code imports of sets.
export { FrozenSet, frozenset } from "./frozenset.ts";
export { PySet, set } from "./set.ts";
