// The exceptions of decimal: each is a signal that a context can trap or only note.
import { bases } from "../../builtins/classes/bases.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ArithmeticError, TypeError, ZeroDivisionError } from "../../builtins/exceptions/index.ts";

export class DecimalException extends ArithmeticError {
  static override readonly __name__: string = "DecimalException";
  static override readonly __module__: string = "decimal";
}

export class Clamped extends DecimalException {
  static override readonly __name__: string = "Clamped";
  static override readonly __module__: string = "decimal";
}

export class Rounded extends DecimalException {
  static override readonly __name__: string = "Rounded";
  static override readonly __module__: string = "decimal";
}

export class Inexact extends DecimalException {
  static override readonly __name__: string = "Inexact";
  static override readonly __module__: string = "decimal";
}

export class Subnormal extends DecimalException {
  static override readonly __name__: string = "Subnormal";
  static override readonly __module__: string = "decimal";
}

export class InvalidOperation extends DecimalException {
  static override readonly __name__: string = "InvalidOperation";
  static override readonly __module__: string = "decimal";
}

export class DivisionByZero extends bases(DecimalException, ZeroDivisionError) {
  static readonly __name__: string = "DivisionByZero";
  static readonly __module__: string = "decimal";
}

export class FloatOperation extends bases(DecimalException, TypeError) {
  static readonly __name__: string = "FloatOperation";
  static readonly __module__: string = "decimal";
}

export class Overflow extends bases(Inexact, Rounded) {
  static readonly __name__: string = "Overflow";
  static readonly __module__: string = "decimal";
}

export class Underflow extends bases(Inexact, Rounded, Subnormal) {
  static readonly __name__: string = "Underflow";
  static readonly __module__: string = "decimal";
}

/** Conditions that are told as InvalidOperation, which then names them. */
export type InvalidCondition =
  | "InvalidOperation"
  | "ConversionSyntax"
  | "DivisionImpossible"
  | "DivisionUndefined"
  | "InvalidContext";

/** In the order in which a context shows and raises them. */
export const SIGNALS: readonly Dynamic[] = [
  InvalidOperation,
  FloatOperation,
  DivisionByZero,
  Overflow,
  Underflow,
  Subnormal,
  Inexact,
  Rounded,
  Clamped,
];
