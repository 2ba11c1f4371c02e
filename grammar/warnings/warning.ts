// A warning as CPython words it, and where it stands.
import type { Span } from "../ast/node.ts";

export interface PythonSyntaxWarning extends Span {
  readonly message: string;
}
