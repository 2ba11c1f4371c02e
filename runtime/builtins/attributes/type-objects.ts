// The types of None, functions, generators and modules: there to be named, compared and asked with isinstance.
import { is_async_generator, is_generator } from "../iteration/generator-state.ts";
import { function_kind, is_class } from "../type-name.ts";

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class NoneType {
  static readonly __name__: string = "NoneType";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return value == null;
  }
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class FunctionType {
  static readonly __name__: string = "function";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return is_function_of(value, "function");
  }
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class MethodType {
  static readonly __name__: string = "method";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return is_function_of(value, "method");
  }
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class BuiltinFunctionType {
  static readonly __name__: string = "builtin_function_or_method";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return is_function_of(value, "builtin_function_or_method");
  }
}

function is_function_of(value: unknown, kind: ReturnType<typeof function_kind>): boolean {
  return typeof value === "function" && !is_class(value) && function_kind(value) === kind;
}

/** The type of a function that is no class. */
export function type_of_function(f: Function): Function {
  const kind = function_kind(f);
  if (kind === "function") return FunctionType;
  return kind === "method" ? MethodType : BuiltinFunctionType;
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class GeneratorType {
  static readonly __name__: string = "generator";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return is_generator(value);
  }
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class AsyncGeneratorType {
  static readonly __name__: string = "async_generator";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return is_async_generator(value);
  }
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class ModuleType {
  static readonly __name__: string = "module";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return Object.prototype.toString.call(value) === "[object Module]";
  }
}

/** `type` itself, where it is asked about: `isinstance(x, type)`, `type(cls)`. */
// oxlint-disable-next-line typescript/no-extraneous-class -- programs compare classes
export class ClassType {
  static readonly __name__: string = "type";
  static readonly __module__: string = "builtins";

  static __instancecheck__(value: unknown): boolean {
    return typeof value === "function" && is_class(value);
  }
}

const iterator_types = new Map<string, Function>();

/** The class of JavaScript's own iterators, by the name of the Python type they stand for. */
export function iterator_type(name: string): Function {
  let type = iterator_types.get(name);
  if (type === undefined) {
    // oxlint-disable-next-line typescript/no-extraneous-class -- a name to compare and to show
    type = class {};
    Object.defineProperties(type, { __name__: { value: name }, __module__: { value: "builtins" } });
    iterator_types.set(name, type);
  }
  return type;
}
