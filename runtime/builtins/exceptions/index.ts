// The whole built-in exception hierarchy, and what raises and converts exceptions.
export { as_exception } from "./as-exception.ts";
export { BaseException } from "./base.ts";
export { BaseExceptionGroup, ExceptionGroup, is_group } from "./groups.ts";
export * from "./hierarchy.ts";
export { KeyError } from "./key-error.ts";
export * from "./named-errors.ts";
export * from "./os-error.ts";
export { raise_from } from "./raise-from.ts";
export { generator_error, StopIteration, SystemExit } from "./stop.ts";
export * from "./syntax-error.ts";
export * from "./unicode-error.ts";
export * from "./warnings.ts";
