// What kind of value an expression has, as far as the analysis can prove. `unknown` is always a right answer.
import type { ClassDef, FunctionDef, AsyncFunctionDef, Lambda } from "../../grammar/ast/index.ts";

/** Every type is a claim about *all* values that may arrive: emission relies on it, so never guess. */
export type Type =
  | { readonly type: "unknown" }
  /** No value arrives at all (`raise`, code that is not reached). */
  | { readonly type: "never" }
  | { readonly type: "none" }
  | { readonly type: "bool" }
  | { readonly type: "int" }
  | { readonly type: "float" }
  | { readonly type: "complex" }
  /** `is_flat`: none of its characters takes two UTF-16 units, so that JavaScript's indices are Python's. */
  | { readonly type: "str"; readonly is_flat?: true }
  | { readonly type: "bytes" }
  | { readonly type: "bytearray" }
  | { readonly type: "ellipsis" }
  | { readonly type: "range" }
  | { readonly type: "slice" }
  | { readonly type: "list"; readonly element: Type }
  | { readonly type: "tuple"; readonly elements: readonly Type[] }
  /** A tuple of unknown length. */
  | { readonly type: "tuple_of"; readonly element: Type }
  | { readonly type: "dict"; readonly key: Type; readonly value: Type }
  | { readonly type: "set"; readonly element: Type }
  | { readonly type: "frozenset"; readonly element: Type }
  /** Any iterator that Python's built-ins make (`map`, `zip`, `enumerate`, `iter`). */
  | { readonly type: "iterator"; readonly element: Type }
  | {
      readonly type: "generator";
      readonly yields: Type;
      readonly sends: Type;
      readonly returns: Type;
    }
  | { readonly type: "async_generator"; readonly yields: Type; readonly sends: Type }
  | { readonly type: "coroutine"; readonly returns: Type }
  | { readonly type: "function"; readonly node: FunctionDef | AsyncFunctionDef | Lambda }
  | {
      readonly type: "bound_method";
      readonly node: FunctionDef | AsyncFunctionDef;
      readonly receiver: Type;
    }
  /** A function of the runtime: `asyncio.sleep`, `print`. */
  | { readonly type: "runtime_function"; readonly module: string; readonly name: string }
  /** A method of a runtime object, not called yet: `queue.get`. */
  | {
      readonly type: "runtime_method";
      readonly module: string;
      readonly class_name: string;
      readonly name: string;
      readonly receiver: Type;
    }
  | {
      readonly type: "callable";
      readonly parameters: readonly Type[] | null;
      readonly returns: Type;
      /** The function of the program whose results it remembers: `@functools.cache`. */
      readonly remembers?: FunctionDef;
    }
  /** A class of the program, as a value. */
  | { readonly type: "class"; readonly node: ClassDef }
  | { readonly type: "runtime_class"; readonly module: string; readonly name: string }
  | {
      readonly type: "instance";
      readonly node: ClassDef;
      readonly arguments: readonly Type[];
      /** A test has told that an unknown value is one: whoever lost sight of it has let it escape already. */
      readonly is_found?: boolean;
    }
  | {
      readonly type: "runtime_instance";
      readonly module: string;
      readonly name: string;
      readonly arguments: readonly Type[];
    }
  | { readonly type: "module"; readonly name: string; readonly origin: "runtime" | "user" }
  /** Flat, two members or more, no duplicates, no `unknown`. */
  | { readonly type: "union"; readonly members: readonly Type[] };

/** An inclusive interval of ints; an end that is not known is an infinity. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
