// The built-in exceptions that add nothing but their name and place in the hierarchy.
import { BaseException } from "./base.ts";

export class Exception extends BaseException {
  static override readonly __name__: string = "Exception";
  static override readonly __module__: string = "builtins";
}

export class GeneratorExit extends BaseException {
  static override readonly __name__: string = "GeneratorExit";
  static override readonly __module__: string = "builtins";
}

export class KeyboardInterrupt extends BaseException {
  static override readonly __name__: string = "KeyboardInterrupt";
  static override readonly __module__: string = "builtins";
}

export class ArithmeticError extends Exception {
  static override readonly __name__: string = "ArithmeticError";
  static override readonly __module__: string = "builtins";
}

export class FloatingPointError extends ArithmeticError {
  static override readonly __name__: string = "FloatingPointError";
  static override readonly __module__: string = "builtins";
}

export class OverflowError extends ArithmeticError {
  static override readonly __name__: string = "OverflowError";
  static override readonly __module__: string = "builtins";
}

export class ZeroDivisionError extends ArithmeticError {
  static override readonly __name__: string = "ZeroDivisionError";
  static override readonly __module__: string = "builtins";
}

export class AssertionError extends Exception {
  static override readonly __name__: string = "AssertionError";
  static override readonly __module__: string = "builtins";
}

export class BufferError extends Exception {
  static override readonly __name__: string = "BufferError";
  static override readonly __module__: string = "builtins";
}

export class EOFError extends Exception {
  static override readonly __name__: string = "EOFError";
  static override readonly __module__: string = "builtins";
}

export class LookupError extends Exception {
  static override readonly __name__: string = "LookupError";
  static override readonly __module__: string = "builtins";
}

export class IndexError extends LookupError {
  static override readonly __name__: string = "IndexError";
  static override readonly __module__: string = "builtins";
}

export class MemoryError extends Exception {
  static override readonly __name__: string = "MemoryError";
  static override readonly __module__: string = "builtins";
}

export class ReferenceError extends Exception {
  static override readonly __name__: string = "ReferenceError";
  static override readonly __module__: string = "builtins";
}

export class RuntimeError extends Exception {
  static override readonly __name__: string = "RuntimeError";
  static override readonly __module__: string = "builtins";
}

export class NotImplementedError extends RuntimeError {
  static override readonly __name__: string = "NotImplementedError";
  static override readonly __module__: string = "builtins";
}

export class PythonFinalizationError extends RuntimeError {
  static override readonly __name__: string = "PythonFinalizationError";
  static override readonly __module__: string = "builtins";
}

export class RecursionError extends RuntimeError {
  static override readonly __name__: string = "RecursionError";
  static override readonly __module__: string = "builtins";
}

export class StopAsyncIteration extends Exception {
  static override readonly __name__: string = "StopAsyncIteration";
  static override readonly __module__: string = "builtins";
}

export class SystemError extends Exception {
  static override readonly __name__: string = "SystemError";
  static override readonly __module__: string = "builtins";
}

export class TypeError extends Exception {
  static override readonly __name__: string = "TypeError";
  static override readonly __module__: string = "builtins";
}

export class ValueError extends Exception {
  static override readonly __name__: string = "ValueError";
  static override readonly __module__: string = "builtins";
}
