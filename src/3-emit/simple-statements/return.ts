// return x → return x
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_none } from "../shared/literal.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { may_be_awaitable } from "../shared/types.ts";

export function return_(node: ast.Return, emit: StatementEmit): readonly target.Statement[] {
  const { value } = node;
  if (value === null || is_none(value))
    return [build.return_(gives_nothing(emit) ? null : build.null_())];
  if (gives_nothing(emit) && !is_constructor(emit)) {
    // A call that gives None is still made; `return f()` of a void function says it shortest.
    return [build.return_(emit.expression(value))];
  }
  if (is_constructor(emit)) return [build.statement(emit.expression(value)), build.return_(null)];
  return [build.return_(handed_over(value, emit))];
}

/** An async function would flatten an awaitable that it returns; Python hands it over as it is. */
function handed_over(value: ast.Expression, emit: StatementEmit): target.Expression {
  const emitted = emit.expression(value);
  const { effect, node } = emit.frame;
  // `cls(…)` of a class method makes what the method was called on, which TypeScript can't tell.
  if (emitted.kind === "New" && emitted.callee.kind === "This" && node.tag === "FunctionDef") {
    return build.as_(emitted, emit.type(emit.facts.types.returns(node)));
  }
  const is_async = effect === "coroutine" || effect === "blocking";
  if (!is_async || is_computed(value, emit)) return emitted;
  if (!may_be_awaitable(emit.facts.types.of(value), emit.facts)) return emitted;
  const keep = emit.surroundings.is_finalized ? "kept_value" : "as_value";
  return build.call(emit.builtin(keep), [emitted]);
}

/** What operators give is no awaitable, unless a class of the program says what its operators do. */
function is_computed(value: ast.Expression, emit: StatementEmit): boolean {
  switch (value.tag) {
    case "Compare":
    case "BinOp":
    case "UnaryOp":
      return !emit.facts.classes.all.some(
        (each) =>
          emit.facts.classes.info(each).bases.some((base) => base.type === "unknown") ||
          [...emit.facts.classes.info(each).methods.keys()].some((name) => OPERATOR.test(name)),
      );
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "JoinedStr":
    case "Lambda":
      return true;
    default:
      return false;
  }
}

const OPERATOR =
  /^__[ri]?(?:add|sub|mul|matmul|truediv|floordiv|mod|pow|lshift|rshift|and|or|xor|lt|le|eq|ne|gt|ge|neg|pos|invert)__$/;

/** The function is one that only ever returns None: `void` to TypeScript. */
function gives_nothing(emit: StatementEmit): boolean {
  const { node } = emit.frame;
  if (node.tag === "Module" || node.tag === "ClassDef") return true;
  if (emit.frame.effect === "async_generator") return true;
  const { type } = emit.facts.types.returns(node);
  return type === "none" || type === "never";
}

function is_constructor(emit: StatementEmit): boolean {
  const { node, parent } = emit.frame;
  return node.tag === "FunctionDef" && node.name === "__init__" && parent?.node.tag === "ClassDef";
}
