// abc: abstract base classes, as far as they are classes like others.
import { ABSTRACT } from "../builtins/classes/abstract.ts";

/** The base of classes with abstract methods. */
export class ABC {
  static readonly __module__: string = "abc";
  static readonly [ABSTRACT]: readonly Readonly<Record<string, unknown>>[] = [];
}

/** Named as `metaclass=ABCMeta` only. */
export class ABCMeta {
  static readonly __module__: string = "abc";
}

/** Marks a method that subclasses define. */
export function abstractmethod<T>(method: T): T {
  return method;
}
