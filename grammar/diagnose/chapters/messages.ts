// Actions that several chapters share.
import { expression_name, invalid_target, type TargetsOf } from "../found.ts";
import type { Machine } from "../machine.ts";
import { type Action, type Names, one } from "../notation.ts";
import { line_of } from "../../tokens/quotes.ts";

/** At the place `a`, or from `a` to `b`. */
export function refused(message: string): Action {
  return (machine, names) =>
    machine.refuse(message, one(names, "a"), "b" in names ? one(names, "b") : one(names, "a"));
}

/** From `a` to where the tokenizer stands. */
export function refused_from(message: string): Action {
  return (machine, names) => machine.refuse_from(message, one(names, "a"));
}

/** At the farthest token that was looked at. */
export function refused_last(message: string): Action {
  return (machine) => machine.refuse_last(message);
}

/** At the token that comes next. */
export function refused_next(message: string): Action {
  return (machine) => machine.refuse_next(message);
}

/** The same with the name of the kind of expression that `a` is. */
export function refused_kind(message: (name: string) => string): Action {
  return (machine, names) => {
    const a = one(names, "a");
    return machine.refuse(message(expression_name(a)), a);
  };
}

/** When `a` can't be a target. */
export function refused_target(owner: TargetsOf): Action {
  return (machine, names) => {
    const invalid = invalid_target(one(names, "a"), owner);
    if (invalid === null) return undefined;
    const verb = owner === "del" ? "delete" : "assign to";
    return machine.refuse(`cannot ${verb} ${expression_name(invalid)}`, invalid);
  };
}

export const colon_expected = refused_last("expected ':'");

/** When no block comes below the statement whose keyword is `a`. */
export function block_expected(owner: string): Action {
  return (machine: Machine, names: Names) => {
    const line = line_of(machine.text, one(names, "a").start);
    return machine.refuse_last(
      `expected an indented block after ${owner} on line ${line}`,
      "IndentationError",
    );
  };
}
