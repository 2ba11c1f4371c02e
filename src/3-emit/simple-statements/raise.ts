// raise E(x) from c → throw raise_from(new E(x), c);
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_exception_class, is_surely_no_exception } from "../shared/exception-class.ts";
import { is_none } from "../shared/literal.ts";
import { raised } from "../shared/raised.ts";
import { untraced_error } from "../shared/untraced.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function raise(node: ast.Raise, emit: StatementEmit): readonly target.Statement[] {
  const { exc, cause } = node;
  if (exc === null) return reraise(emit);
  const error = exception(exc, emit);
  if (cause === null) return [build.throw_(raised(untraced_error(node, error, emit), emit))];
  // A cause that is the handled exception is the context as well.
  const is_handled = cause.tag === "Name" && emit.surroundings.handled === cause.id;
  const effect = is_handled ? error : raised(error, emit);
  const make = emit.builtin(is_handled || is_none(cause) ? "raise_from" : "caused_by");
  return [build.throw_(build.call(make, [effect, emit.expression(cause)]))];
}

/** Outside of all handlers it is the exception that a caller handles. */
function reraise(emit: StatementEmit): readonly target.Statement[] {
  const { handled } = emit.surroundings;
  if (handled !== null) return [build.throw_(build.identifier(handled))];
  return [build.throw_(build.call(emit.builtin("reraised")))];
}

/** `raise E` makes an instance; a value of unknown kind is looked at when it is raised. */
function exception(node: ast.Expression, emit: StatementEmit): target.Expression {
  const type = emit.facts.types.of(node);
  const value = emit.expression(node);
  switch (type.type) {
    case "class":
    case "runtime_class":
      if (!is_exception_class(type) || is_surely_no_exception(type, emit.facts))
        return build.call(emit.builtin("as_raised"), [value]);
      return build.new_(value);
    case "instance":
    case "runtime_instance":
      if (is_surely_no_exception(type, emit.facts))
        return build.call(emit.builtin("as_raised"), [value]);
      if (value.kind === "New" || (node.tag === "Call" && is_class_call(node, emit))) return value;
      return build.call(emit.builtin("retraced"), [value]);
    default:
      if (node.tag === "Call" && is_class_call(node, emit)) return value;
      return build.call(emit.builtin("as_raised"), [value]);
  }
}

function is_class_call(node: ast.Call, emit: StatementEmit): boolean {
  const { kind } = emit.facts.calls.callee(node);
  return kind === "class" || kind === "runtime_class";
}
