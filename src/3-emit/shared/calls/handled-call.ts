// traceback.print_exc() inside a handler → traceback.print_exception(error): the text shows which exception is meant
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { StatementEmit } from "../statement-emit.ts";

/** `null` for calls that don't ask for the exception being handled, or where the runtime alone knows it. */
export function handled_call(node: ast.Call, emit: StatementEmit): target.Expression | null {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "runtime" || emit.surroundings.handled === null) return null;
  const error = build.identifier(emit.surroundings.handled);
  const { module, name } = callee.callable;
  const sibling = (other: string): target.Expression =>
    node.func.tag === "Attribute"
      ? build.member(emit.expression(node.func.value), other)
      : emit.runtime(module, other);
  switch (`${module}.${name}`) {
    case "sys.exception":
      return error;
    case "sys.exc_info":
      return build.call(sibling("exc_info"), [error]);
    case "traceback.format_exc": {
      if (node.args.length > 0 || node.keywords.length > 0) return null;
      const lines = build.call(sibling("format_exception"), [error]);
      return build.method_call(lines, "join", [build.string("")]);
    }
    case "traceback.print_exc": {
      const file = node.keywords.find(({ arg }) => arg === "file");
      if (node.args.length > 0 || node.keywords.length > (file === undefined ? 0 : 1)) return null;
      const skipped = [build.undefined_(), build.undefined_(), build.undefined_()];
      const rest = file === undefined ? [] : [...skipped, emit.expression(file.value)];
      return build.call(sibling("print_exception"), [error, ...rest]);
    }
    default:
      return null;
  }
}
