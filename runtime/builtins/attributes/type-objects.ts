// The types of None, functions, generators and modules: there to be named, compared and asked with isinstance.
import { is_async_generator, is_generator } from "../iteration/generator-state.ts";
import { is_class } from "../type-name.ts";

/** A type that JavaScript has no class for: it decides itself what its instances are. */
// oxlint-disable-next-line typescript/no-extraneous-class -- classes are what programs compare types with
abstract class Described {
  static readonly __module__: string = "builtins";
}

export class NoneType extends Described {
  static readonly __name__: string = "NoneType";

  static __instancecheck__(value: unknown): boolean {
    return value == null;
  }
}

export class FunctionType extends Described {
  static readonly __name__: string = "function";

  static __instancecheck__(value: unknown): boolean {
    return typeof value === "function" && !is_class(value);
  }
}

export class BuiltinFunctionType extends Described {
  static readonly __name__: string = "builtin_function_or_method";

  static __instancecheck__(value: unknown): boolean {
    return typeof value === "function" && !is_class(value);
  }
}

export class GeneratorType extends Described {
  static readonly __name__: string = "generator";

  static __instancecheck__(value: unknown): boolean {
    return is_generator(value);
  }
}

export class AsyncGeneratorType extends Described {
  static readonly __name__: string = "async_generator";

  static __instancecheck__(value: unknown): boolean {
    return is_async_generator(value);
  }
}

export class ModuleType extends Described {
  static readonly __name__: string = "module";

  static __instancecheck__(value: unknown): boolean {
    return Object.prototype.toString.call(value) === "[object Module]";
  }
}

/** `type` itself, where it is asked about: `isinstance(x, type)`, `type(cls)`. */
export class ClassType extends Described {
  static readonly __name__: string = "type";

  static __instancecheck__(value: unknown): boolean {
    return typeof value === "function" && is_class(value);
  }
}
