// Python's types: the types that have no name among the built-ins, and simple objects.
import { own_attributes } from "../builtins/attributes/own-attributes.ts";
import { coroutine_function } from "../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { eq } from "../builtins/equality.ts";
import { Dict } from "../builtins/mappings/dict.ts";
import { repr } from "../builtins/representation.ts";
import { class_name } from "../builtins/type-name.ts";

export {
  AsyncGeneratorType,
  FunctionType,
  BuiltinFunctionType,
  BuiltinFunctionType as BuiltinMethodType,
  FunctionType as LambdaType,
  GeneratorType,
  MethodType,
  ModuleType,
  NoneType,
} from "../builtins/attributes/type-objects.ts";
export { Coroutine as CoroutineType } from "../builtins/coroutine.ts";
export { GenericAlias } from "../builtins/sequences/generic-alias.ts";
export { Traceback as TracebackType } from "../builtins/traceback/traceback.ts";

/** An object with the attributes that are given. */
export class SimpleNamespace {
  static readonly __name__: string = "SimpleNamespace";
  static readonly __module__: string = "types";

  constructor(options: Readonly<Record<string, Dynamic>> = {}) {
    Object.assign(this, options);
  }

  __eq__(other: unknown): boolean {
    const pairs = (object: object): Dict<string, Dynamic> => new Dict(own_attributes(object));
    return other instanceof SimpleNamespace && Boolean(eq(pairs(this), pairs(other)));
  }

  __repr__(): string {
    const type = class_name(this.constructor);
    const shown = own_attributes(this).map(([name, value]) => `${name}=${repr(value)}`);
    return `${type === "SimpleNamespace" ? "namespace" : type}(${shown.join(", ")})`;
  }
}

/** Marks a generator function as one that makes awaitables. */
export function coroutine(func: Dynamic): Dynamic {
  return coroutine_function(func);
}
