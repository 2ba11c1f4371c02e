// Whether control can run off the end of a suite, as far as the statements themselves tell.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import { suppresses } from "./suppression.ts";

/**
 * False only where every way through ends in return, raise, break, continue or an endless loop. Without facts
 * any context manager may suppress what its body raises.
 */
export function falls_through(body: readonly ast.Statement[], facts: Facts | null): boolean {
  return body.every((statement) => passes(statement, facts));
}

function passes(statement: ast.Statement, facts: Facts | null): boolean {
  switch (statement.tag) {
    case "Return":
    case "Raise":
    case "Break":
    case "Continue":
      return false;
    case "If":
      return falls_through(statement.body, facts) || falls_through(statement.orelse, facts);
    case "While":
      return !is_endless(statement) || has_break(statement.body);
    case "With":
    case "AsyncWith":
      return falls_through(statement.body, facts) || may_suppress(statement, facts);
    case "Try":
    case "TryStar":
      if (!falls_through(statement.finalbody, facts)) return false;
      return (
        (falls_through(statement.body, facts) && falls_through(statement.orelse, facts)) ||
        statement.handlers.some((handler) => falls_through(handler.body, facts))
      );
    case "Match":
      return (
        !statement.cases.some((each) => each.guard === null && is_irrefutable(each.pattern)) ||
        statement.cases.some((each) => falls_through(each.body, facts))
      );
    default:
      return true;
  }
}

function may_suppress(statement: ast.With | ast.AsyncWith, facts: Facts | null): boolean {
  if (facts === null) return true;
  const is_async = statement.tag === "AsyncWith";
  return statement.items.some((item) => suppresses(item.context_expr, is_async, facts));
}

/** `while True:` and `while 1:`. */
export function is_endless(loop: ast.While): boolean {
  const { test } = loop;
  if (test.tag !== "Constant") return false;
  const { value } = test;
  return (value.type === "bool" && value.value) || (value.type === "int" && value.value !== 0n);
}

/** A pattern that takes every subject. */
export function is_irrefutable(pattern: ast.Pattern): boolean {
  if (pattern.tag === "MatchAs") return pattern.pattern === null || is_irrefutable(pattern.pattern);
  return pattern.tag === "MatchOr" && pattern.patterns.some(is_irrefutable);
}

/** Whether the suite of a loop leaves that loop with `break`. */
export function has_break(body: readonly ast.Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.tag) {
      case "Break":
        return true;
      case "For":
      case "AsyncFor":
      case "While":
        return has_break(statement.orelse);
      case "If":
        return has_break(statement.body) || has_break(statement.orelse);
      case "With":
      case "AsyncWith":
        return has_break(statement.body);
      case "Try":
      case "TryStar":
        return (
          has_break(statement.body) ||
          statement.handlers.some((handler) => has_break(handler.body)) ||
          has_break(statement.orelse) ||
          has_break(statement.finalbody)
        );
      case "Match":
        return statement.cases.some((each) => has_break(each.body));
      default:
        return false;
    }
  });
}
