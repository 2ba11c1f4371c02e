// The warning categories.
import { Exception } from "./hierarchy.ts";

export class Warning extends Exception {
  static override readonly __module__: string = "builtins";
}

export class BytesWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class DeprecationWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class EncodingWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class FutureWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class ImportWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class PendingDeprecationWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class ResourceWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class RuntimeWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class SyntaxWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class UnicodeWarning extends Warning {
  static override readonly __module__: string = "builtins";
}

export class UserWarning extends Warning {
  static override readonly __module__: string = "builtins";
}
