// except*: each handler takes its part of a group, what nobody takes is raised again.
import type { Dynamic } from "../dynamic.ts";
import { as_exception } from "../exceptions/as-exception.ts";
import type { BaseException } from "../exceptions/base.ts";
import {
  BaseExceptionGroup,
  ExceptionGroup,
  is_group,
  type GroupCondition,
} from "../exceptions/groups.ts";
import { Exception } from "../exceptions/hierarchy.ts";
import { Tuple } from "../tuple.ts";
import { handle } from "./handling.ts";

type Handler<R> = readonly [types: GroupCondition, run: (group: Dynamic) => R];

/** Runs the handlers of `except*` clauses for what a try body raised. Raises what is left, and what they raise. */
export function except_star(error: unknown, handlers: readonly Handler<void>[]): void {
  const parts = new Parts(error);
  for (const [types, run] of handlers) {
    const group = parts.take(types);
    if (group === null) continue;
    const handling = handle(group);
    try {
      run(group);
    } catch (raised) {
      parts.keep(raised, group);
    } finally {
      handling.done();
    }
  }
  parts.finish();
}

/** The same for handlers that await. */
export async function except_star_async(
  error: unknown,
  handlers: readonly Handler<Promise<void>>[],
): Promise<void> {
  const parts = new Parts(error);
  for (const [types, run] of handlers) {
    const group = parts.take(types);
    if (group === null) continue;
    const handling = handle(group);
    try {
      await run(group);
    } catch (raised) {
      parts.keep(raised, group);
    } finally {
      handling.done();
    }
  }
  parts.finish();
}

/** What is left of the exception, and what the handlers raised. */
class Parts {
  private readonly error: BaseException;
  private rest: BaseException | null;
  private readonly raised: BaseException[] = [];
  private readonly reraised: BaseException[] = [];

  constructor(error: unknown) {
    this.error = as_exception(error);
    this.rest = this.error;
  }

  /** The part that a clause takes, as a group; `null` when nothing matches. */
  take(types: GroupCondition): BaseException | null {
    const { rest } = this;
    if (rest === null) return null;
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
  keep(raised: unknown, handled: BaseException): void {
    const error = as_exception(raised);
    if (error === handled) {
      this.reraised.push(error);
      return;
    }
    error.__context__ ??= handled;
    this.raised.push(error);
  }

  finish(): void {
    const left = [...this.reraised, ...(this.rest === null ? [] : [this.rest])];
    const is_group_left = left.length > 0 && is_group(this.error);
    const all = [...this.raised, ...(is_group_left ? [merged(this.error, left)] : left)];
    const [single] = all;
    if (single === undefined) return;
    throw all.length === 1 ? single : group_of("", all);
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

function matches(error: BaseException, types: GroupCondition): boolean {
  const list: readonly Dynamic[] = Array.isArray(types) ? types : [types];
  return list.some((type) => error instanceof type);
}

function group_of(message: string, errors: readonly BaseException[]): BaseException {
  return errors.every((error) => error instanceof Exception)
    ? new ExceptionGroup(message, errors)
    : new BaseExceptionGroup(message, errors);
}
