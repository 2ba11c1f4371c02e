// Whether a caught exception is one that a handler names.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_exception_class, is_exception_name } from "./exception-class.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** `e instanceof A || e instanceof B`; `takes(e, types)` where something else than exception classes may be named. */
export function exception_test(
  type: ast.Expression | null,
  caught: string,
  emit: StatementEmit,
): target.Expression {
  const error = build.identifier(caught);
  const classes = classes_of(type);
  if (type !== null && !classes.every((each) => is_class(each, emit)))
    return build.call(emit.builtin("takes"), [error, emit.expression(type)]);
  const [first, ...rest] = classes.map((each) =>
    build.binary("instanceof", error, emit.expression(each)),
  );
  return first === undefined ? build.boolean(false) : build.chain("||", first, ...rest);
}

/** A bare `except:` and `except BaseException`. */
export function takes_all(type: ast.Expression | null, emit: StatementEmit): boolean {
  return type === null || builtin_name(type, emit) === "BaseException";
}

/**
 * Errors that JavaScript raises itself stand for these (a TypeError, a stack overflow …), so the handler
 * must see the Python exception in their place.
 */
export function sees_native_errors(type: ast.Expression | null, emit: StatementEmit): boolean {
  if (type === null) return false;
  return classes_of(type).some((each) => {
    const name = builtin_name(each, emit);
    return name === null ? !is_class(each, emit) : NATIVE.has(name);
  });
}

const NATIVE: ReadonlySet<string> = new Set([
  "BaseException",
  "Exception",
  "TypeError",
  "AttributeError",
  "NameError",
  "UnboundLocalError",
  "RuntimeError",
  "RecursionError",
  "ValueError",
  "ArithmeticError",
  "OverflowError",
  "MemoryError",
  "OSError",
  "IOError",
  "FileNotFoundError",
  "FileExistsError",
  "IsADirectoryError",
  "NotADirectoryError",
  "PermissionError",
]);

function classes_of(type: ast.Expression | null): readonly ast.Expression[] {
  if (type === null) return [];
  return type.tag === "Tuple" ? type.elts.flatMap(classes_of) : [type];
}

function is_class(node: ast.Expression, emit: StatementEmit): boolean {
  return is_exception_class(emit.facts.types.of(node)) || builtin_name(node, emit) !== null;
}

function builtin_name(node: ast.Expression, emit: StatementEmit): string | null {
  if (node.tag !== "Name") return null;
  const resolution = emit.facts.scopes.resolve(node);
  return resolution.kind === "builtin" && is_exception_name(node.id) ? node.id : null;
}
