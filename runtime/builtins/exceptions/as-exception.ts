// A caught JavaScript error as the Python exception it stands for.
import { stack_text } from "../../platform/stack-frames.ts";
import { Failure } from "../failure.ts";
import { BaseException } from "./base.ts";
import { error_number, error_text } from "./errno.ts";
import {
  MemoryError,
  OverflowError,
  RecursionError,
  RuntimeError,
  TypeError,
  ValueError,
} from "./hierarchy.ts";
import { AttributeError, NameError, UnboundLocalError } from "./named-errors.ts";
import { OSError } from "./os-error.ts";
import { came_from_engine } from "../traceback/trail.ts";

const converted = new WeakMap<Error, BaseException>();

/**
 * What `except` sees of something that was thrown: a Python exception as it is, an error of the engine or of
 * Node as the exception that Python would have raised. The same error always gives the same exception.
 */
export function as_exception(thrown: unknown): BaseException {
  if (thrown instanceof BaseException) return thrown;
  if (!(thrown instanceof Error)) return new RuntimeError(String(thrown));
  let exception = converted.get(thrown);
  if (exception === undefined) {
    exception = convert(thrown);
    const stack = stack_text(thrown);
    if (stack !== null) exception.stack = stack;
    came_from_engine(exception);
    converted.set(thrown, exception);
  }
  return exception;
}

function convert(error: Error): BaseException {
  if (error instanceof Failure) return of_failure(error);
  if ("code" in error && typeof error.code === "string") {
    const exception = of_system(error, error.code);
    if (exception !== null) return exception;
  }
  switch (error.name) {
    case "TypeError":
      return of_type_error(error.message);
    case "RangeError":
      return of_range_error(error.message);
    case "ReferenceError":
      return of_reference_error(error);
    default:
      return new RuntimeError(error.message);
  }
}

function of_failure(failure: Failure): BaseException {
  switch (failure.kind) {
    case "TypeError":
      return new TypeError(failure.message);
    case "ValueError":
      return new ValueError(failure.message);
    case "OverflowError":
      return new OverflowError(failure.message);
    case "RecursionError":
      return new RecursionError(failure.message);
  }
}

/** Node's `ENOENT` and its like, with the paths they are about. */
function of_system(error: Error, code: string): BaseException | null {
  const number = error_number(code);
  if (number === null) return null;
  const path = "path" in error ? error.path : undefined;
  if (path === undefined) return new OSError(number, error_text(number));
  const dest = "dest" in error ? error.dest : undefined;
  if (dest === undefined) return new OSError(number, error_text(number), path);
  return new OSError(number, error_text(number), path, null, dest);
}

function of_type_error(message: string): BaseException {
  const access =
    /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) '(.*)'\)$/.exec(
      message,
    );
  if (access !== null) return of_none_access(access[1] ?? "");
  const fixed = /^Cannot set property (\S+) of #<(.+)> which has only a getter$/.exec(message);
  if (fixed !== null)
    return new AttributeError(`property '${fixed[1]}' of '${fixed[2]}' object has no setter`);
  const callee = /^(.*) is not a (?:function|constructor)/s.exec(message);
  if (callee !== null) return of_call(callee[1] ?? "");
  const items = /^(?:(\w+) )?(.*?) is not iterable/s.exec(message);
  if (items !== null)
    return new TypeError(`'${type_of_shown(items[1], items[2] ?? "")}' object is not iterable`);
  if (/^Cannot destructure '.*' as it is (?:null|undefined)/.test(message)) {
    return new TypeError("cannot unpack non-iterable NoneType object");
  }
  if (
    /^Cannot (?:assign to read only|delete) property '\d+' of (?:object )?'?\[object Array\]/.test(
      message,
    )
  ) {
    return new TypeError("'tuple' object does not support item assignment");
  }
  if (/^Cannot assign to read only property '[a-z_]/.test(message))
    return new AttributeError("readonly attribute");
  return new TypeError(message);
}

function of_none_access(name: string): BaseException {
  if (name === "Symbol(Symbol.iterator)") return new TypeError("'NoneType' object is not iterable");
  if (/^\d+$/.test(name)) return new TypeError("'NoneType' object is not subscriptable");
  return new AttributeError(`'NoneType' object has no attribute '${name}'`, { name, obj: null });
}

/** The engine shows the callee's text only: a member that is not there, or a value that is no function. */
function of_call(callee: string): BaseException {
  const member = /^(.+)\.([\p{ID_Start}_$][\p{ID_Continue}$]*)$/u.exec(callee);
  if (member === null)
    return new TypeError(`'${type_of_shown(undefined, callee)}' object is not callable`);
  const name = member[2] ?? "";
  return new AttributeError(`'object' object has no attribute '${name}'`, { name });
}

/** The Python type of a value that an engine's message shows, such as `number 5` or `object null`. */
function type_of_shown(kind: string | undefined, shown: string): string {
  if (/^(?:null|undefined)$/.test(shown) || kind === "undefined") return "NoneType";
  if (kind === "number" || /^-?\d/.test(shown)) return /^-?\d+$/.test(shown) ? "int" : "float";
  if (kind === "boolean" || /^(?:true|false)$/.test(shown)) return "bool";
  if (kind === "string" || shown.startsWith('"')) return "str";
  return "object";
}

function of_range_error(message: string): BaseException {
  if (message === "Maximum call stack size exceeded") {
    return new RecursionError("maximum recursion depth exceeded");
  }
  if (
    /^(?:Invalid (?:string|array|typed array) length|Invalid count value|Maximum BigInt size|Array buffer allocation)/.test(
      message,
    )
  ) {
    return new MemoryError();
  }
  return new ValueError(message);
}

function of_reference_error(error: Error): BaseException {
  const early = /^Cannot access '(.*)' before initialization$/.exec(error.message);
  if (early !== null) {
    const name = early[1] ?? "";
    if (is_module_level(error)) return new NameError(`name '${name}' is not defined`, { name });
    const text = `cannot access local variable '${name}' where it is not associated with a value`;
    return new UnboundLocalError(text);
  }
  const name = /^(\S+) is not defined$/.exec(error.message)?.[1];
  return new NameError(name === undefined ? error.message : `name '${name}' is not defined`, {
    name: name ?? null,
  });
}

/** Frames of a module's own code have no function name, only their place. */
function is_module_level(error: Error): boolean {
  const frame = stack_text(error)
    ?.split("\n")
    .find((line) => line.startsWith("    at "));
  return frame !== undefined && !frame.endsWith(")");
}
