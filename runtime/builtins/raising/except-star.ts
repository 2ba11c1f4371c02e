// except*: each handler takes its part of a group, what nobody takes is raised again.
import type { Dynamic } from "../dynamic.ts";
import { as_exception } from "../exceptions/as-exception.ts";
import { BaseException } from "../exceptions/base.ts";
import {
  BaseExceptionGroup,
  ExceptionGroup,
  is_group,
  type GroupCondition,
} from "../exceptions/groups.ts";
import { Exception, TypeError } from "../exceptions/hierarchy.ts";
import { Tuple } from "../tuple.ts";
import { caught_here, made_by_statement } from "../traceback/trail.ts";
import { handle, without_context, type Handling } from "./handling.ts";

type Handler<R> = readonly [types: GroupCondition, run: (group: Dynamic) => R];

/** Runs the handlers of `except*` clauses for what a try body raised. Raises what is left, and what they raise. */
export function except_star(error: unknown, handlers: readonly Handler<void>[]): void {
  const parts = new GroupParts(error);
  for (const [types, run] of handlers) {
    const group = parts.take(types);
    if (group === null) continue;
    try {
      run(group);
    } catch (raised) {
      parts.raised(raised);
    } finally {
      parts.done();
    }
  }
  parts.finish();
}

/** The same for handlers that await. */
export async function except_star_async(
  error: unknown,
  handlers: readonly Handler<Promise<void>>[],
): Promise<void> {
  const parts = new GroupParts(error);
  for (const [types, run] of handlers) {
    const group = parts.take(types);
    if (group === null) continue;
    try {
      await run(group);
    } catch (raised) {
      parts.raised(raised);
    } finally {
      parts.done();
    }
  }
  parts.finish();
}

/**
 * What is left of the exception, and what the handlers raised. States: nothing taken → (taken → done)* → finished; `raised`
 * comes between `take` and `done`.
 */
export class GroupParts {
  private readonly error: BaseException;
  private rest: BaseException | null;
  private handling: Handling | null = null;
  private readonly errors: BaseException[] = [];
  private readonly reraised: BaseException[] = [];

  constructor(error: unknown) {
    this.error = as_exception(error);
    this.rest = this.error;
  }

  /** The part that a clause takes, as a group; `null` when nothing matches. */
  take(types: GroupCondition): Dynamic | null {
    const group = this.taken(types);
    if (group !== null) this.handling = handle(group);
    return group;
  }

  private taken(types: GroupCondition): BaseException | null {
    const { rest } = this;
    if (rest === null) return null;
    check_types(types, this.error);
    if (is_group(rest)) {
      const [taken, left] = rest.split(types);
      this.rest = left;
      return taken;
    }
    if (!matches(rest, types)) return null;
    this.rest = null;
    return group_of("", Tuple.of(rest));
  }

  /** A handler raised: the group again, or something else with the group as its context. */
  raised(raised: unknown): void {
    const error = as_exception(raised);
    if (error === this.handling?.exception) this.reraised.push(error);
    else this.errors.push(this.handling?.raised(error) ?? error);
  }

  /** A generator gives way in a handler. */
  paused<T>(value: T): T {
    return this.handling?.paused(value) ?? value;
  }

  resumed<T>(value: T): T {
    return this.handling?.resumed(value) ?? value;
  }

  /** The handler of what was taken has ended. */
  done(): void {
    this.handling?.done();
    this.handling = null;
  }

  /** Raises what nobody took, and what was raised. */
  finish(): void {
    const left = [...this.reraised, ...(this.rest === null ? [] : [this.rest])];
    const is_group_left = left.length > 0 && is_group(this.error);
    const all = [...this.errors, ...(is_group_left ? [merged(this.error, left)] : left)];
    const [single] = all;
    if (single === undefined) return;
    if (all.length === 1) throw single;
    for (const each of all) caught_here(each);
    const group = group_of("", all);
    made_by_statement(group);
    without_context(group);
    throw group;
  }
}

/** The parts that go on, in the shape of the group that they come from. */
function merged(error: BaseException, parts: readonly BaseException[]): BaseException {
  const kept = new Set(parts.flatMap(leaves));
  if (!is_group(error)) return error;
  return error.subgroup((each: BaseException) => kept.has(each)) ?? error;
}

function leaves(error: BaseException): readonly BaseException[] {
  return is_group(error) ? error.exceptions.flatMap(leaves) : [error];
}

/** TypeError for what `except*` can't name. */
function check_types(types: Dynamic, handled: BaseException): void {
  const refused = (message: string): TypeError => {
    const error = new TypeError(message);
    error.__context__ = handled;
    return error;
  };
  for (const type of types instanceof Tuple ? types : [types]) {
    const is_exception =
      type === BaseException || (type as Dynamic)?.prototype instanceof BaseException;
    if (!is_exception)
      throw refused("catching classes that do not inherit from BaseException is not allowed");
    const is_of_groups = [BaseExceptionGroup, ExceptionGroup].some(
      (group) => type === group || (type as Dynamic).prototype instanceof group,
    );
    if (is_of_groups)
      throw refused("catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
}

function matches(error: BaseException, types: GroupCondition): boolean {
  const list: readonly Dynamic[] = Array.isArray(types) ? types : [types];
  return list.some((type) => error instanceof type);
}

function group_of(message: string, errors: readonly BaseException[]): BaseException {
  return errors.every((error) => error instanceof Exception)
    ? new ExceptionGroup(message, errors)
    : new BaseExceptionGroup(message, errors);
}
