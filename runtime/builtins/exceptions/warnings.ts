// The warning categories.
import { Exception } from "./hierarchy.ts";

export class Warning extends Exception {
  static override readonly __name__: string = "Warning";
  static override readonly __module__: string = "builtins";
}

export class BytesWarning extends Warning {
  static override readonly __name__: string = "BytesWarning";
  static override readonly __module__: string = "builtins";
}

export class DeprecationWarning extends Warning {
  static override readonly __name__: string = "DeprecationWarning";
  static override readonly __module__: string = "builtins";
}

export class EncodingWarning extends Warning {
  static override readonly __name__: string = "EncodingWarning";
  static override readonly __module__: string = "builtins";
}

export class FutureWarning extends Warning {
  static override readonly __name__: string = "FutureWarning";
  static override readonly __module__: string = "builtins";
}

export class ImportWarning extends Warning {
  static override readonly __name__: string = "ImportWarning";
  static override readonly __module__: string = "builtins";
}

export class PendingDeprecationWarning extends Warning {
  static override readonly __name__: string = "PendingDeprecationWarning";
  static override readonly __module__: string = "builtins";
}

export class ResourceWarning extends Warning {
  static override readonly __name__: string = "ResourceWarning";
  static override readonly __module__: string = "builtins";
}

export class RuntimeWarning extends Warning {
  static override readonly __name__: string = "RuntimeWarning";
  static override readonly __module__: string = "builtins";
}

export class SyntaxWarning extends Warning {
  static override readonly __name__: string = "SyntaxWarning";
  static override readonly __module__: string = "builtins";
}

export class UnicodeWarning extends Warning {
  static override readonly __name__: string = "UnicodeWarning";
  static override readonly __module__: string = "builtins";
}

export class UserWarning extends Warning {
  static override readonly __name__: string = "UserWarning";
  static override readonly __module__: string = "builtins";
}
