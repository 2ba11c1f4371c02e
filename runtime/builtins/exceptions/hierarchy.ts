// The built-in exceptions that add nothing but their name and place in the hierarchy.
import { BaseException } from "./base.ts";

export class Exception extends BaseException {
  static override readonly __module__: string = "builtins";
}

export class GeneratorExit extends BaseException {
  static override readonly __module__: string = "builtins";
}

export class KeyboardInterrupt extends BaseException {
  static override readonly __module__: string = "builtins";
}

export class ArithmeticError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class FloatingPointError extends ArithmeticError {
  static override readonly __module__: string = "builtins";
}

export class OverflowError extends ArithmeticError {
  static override readonly __module__: string = "builtins";
}

export class ZeroDivisionError extends ArithmeticError {
  static override readonly __module__: string = "builtins";
}

export class AssertionError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class BufferError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class EOFError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class LookupError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class IndexError extends LookupError {
  static override readonly __module__: string = "builtins";
}

export class MemoryError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class ReferenceError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class RuntimeError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class NotImplementedError extends RuntimeError {
  static override readonly __module__: string = "builtins";
}

export class PythonFinalizationError extends RuntimeError {
  static override readonly __module__: string = "builtins";
}

export class RecursionError extends RuntimeError {
  static override readonly __module__: string = "builtins";
}

export class StopAsyncIteration extends Exception {
  static override readonly __module__: string = "builtins";
}

export class SystemError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class TypeError extends Exception {
  static override readonly __module__: string = "builtins";
}

export class ValueError extends Exception {
  static override readonly __module__: string = "builtins";
}
