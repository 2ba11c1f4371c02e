// BaseExceptionGroup and ExceptionGroup: several exceptions raised as one, split by type or condition.
import type { Dynamic } from "../dynamic.ts";
import { repr_items } from "../representation.ts";
import { follows_trail } from "../traceback/trail.ts";
import { Tuple } from "../tuple.ts";
import { class_name, is_class, type_name } from "../type-name.ts";
import { BaseException } from "./base.ts";
import { Exception, TypeError, ValueError } from "./hierarchy.ts";

type ExceptionClass = abstract new (...args: Dynamic[]) => BaseException;

/** What `split` and `subgroup` select by: a class, a tuple of classes, or a predicate. */
export type GroupCondition =
  ExceptionClass | readonly ExceptionClass[] | ((error: BaseException) => unknown);

type Group = BaseExceptionGroup | ExceptionGroup;

/** `new BaseExceptionGroup(…)` of nothing but Exceptions makes an ExceptionGroup. `instanceof` knows both. */
export class BaseExceptionGroup<E extends BaseException = BaseException> extends BaseException {
  static override readonly __name__: string = "BaseExceptionGroup";
  static override readonly __module__: string = "builtins";

  declare readonly exceptions: readonly E[];

  constructor(...args: readonly Dynamic[]) {
    const exceptions = checked_exceptions<E>(args);
    if (
      new.target === BaseExceptionGroup &&
      exceptions.every((error) => error instanceof Exception)
    ) {
      // oxlint-disable-next-line no-constructor-return -- Python's BaseExceptionGroup chooses its class too
      return new ExceptionGroup(...args) as unknown as BaseExceptionGroup<E>;
    }
    super(...args);
    own_parts(this, args[0], exceptions);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const has_instance = Function.prototype[Symbol.hasInstance];
    if (has_instance.call(this, value)) return true;
    return this === BaseExceptionGroup && has_instance.call(ExceptionGroup, value);
  }

  override __str__(): string {
    return group_text(this);
  }

  override __repr__(): string {
    return group_repr(this);
  }

  /** A new group of the same kind for `exceptions`; subclasses override it. */
  derive(exceptions: readonly BaseException[]): Group {
    return new BaseExceptionGroup(this.message, exceptions);
  }

  subgroup(condition: GroupCondition): Group | null {
    return partition(this, condition)[0];
  }

  split(condition: GroupCondition): readonly [Group | null, Group | null] {
    return Tuple.of(...partition(this, condition));
  }
}

export class ExceptionGroup<E extends BaseException = Exception> extends Exception {
  static override readonly __name__: string = "ExceptionGroup";
  static override readonly __module__: string = "builtins";

  declare readonly exceptions: readonly E[];

  constructor(...args: readonly Dynamic[]) {
    const exceptions = checked_exceptions<E>(args);
    if (exceptions.some((error) => !(error instanceof Exception))) {
      const owner =
        new.target === ExceptionGroup ? "an ExceptionGroup" : `'${class_name(new.target)}'`;
      throw new TypeError(`Cannot nest BaseExceptions in ${owner}`);
    }
    super(...args);
    own_parts(this, args[0], exceptions);
  }

  override __str__(): string {
    return group_text(this);
  }

  override __repr__(): string {
    return group_repr(this);
  }

  /** A new group of the same kind for `exceptions`; subclasses override it. */
  derive(exceptions: readonly BaseException[]): Group {
    return new BaseExceptionGroup(this.message, exceptions);
  }

  subgroup(condition: GroupCondition): Group | null {
    return partition(this, condition)[0];
  }

  split(condition: GroupCondition): readonly [Group | null, Group | null] {
    return Tuple.of(...partition(this, condition));
  }
}

/** Whether an exception is a group of either class. */
export function is_group(error: unknown): error is Group {
  return error instanceof BaseExceptionGroup;
}

function own_parts(
  group: BaseException,
  message: string,
  exceptions: readonly BaseException[],
): void {
  Object.defineProperty(group, "message", { value: message, enumerable: true });
  Object.defineProperty(group, "exceptions", { value: exceptions, enumerable: true });
}

function checked_exceptions<E>(args: readonly Dynamic[]): readonly E[] {
  if (args.length !== 2) {
    throw new TypeError(
      `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`,
    );
  }
  const [message, exceptions] = args;
  if (typeof message !== "string") {
    throw new TypeError(
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${type_name(message)}`,
    );
  }
  if (exceptions === "" || (exceptions instanceof Uint8Array && exceptions.length === 0))
    throw new ValueError("second argument (exceptions) must be a non-empty sequence");
  if (typeof exceptions === "string")
    throw new ValueError("Item 0 of second argument (exceptions) is not an exception");
  if (!Array.isArray(exceptions))
    throw new TypeError("second argument (exceptions) must be a sequence");
  if (exceptions.length === 0) {
    throw new ValueError("second argument (exceptions) must be a non-empty sequence");
  }
  const wrong = exceptions.findIndex((error) => !(error instanceof BaseException));
  if (wrong >= 0) {
    throw new ValueError(`Item ${wrong} of second argument (exceptions) is not an exception`);
  }
  return Tuple.from_iterable(exceptions as E[]);
}

function group_text(group: Group): string {
  const count = group.exceptions.length;
  return `${group.message} (${count} sub-exception${count === 1 ? "" : "s"})`;
}

function group_repr(group: Group): string {
  return `${class_name(group.constructor)}(${repr_items(group.args)})`;
}

/** The part of the group that matches and the rest, nested groups kept in shape, either `null` when empty. */
function partition(group: Group, condition: GroupCondition): [Group | null, Group | null] {
  return split_by(group, matcher(condition)) as [Group | null, Group | null];
}

function split_by(
  error: BaseException,
  matches: (error: BaseException) => boolean,
): [BaseException | null, BaseException | null] {
  if (matches(error)) return [error, null];
  if (!is_group(error)) return [null, error];
  const inside: BaseException[] = [];
  const outside: BaseException[] = [];
  for (const member of error.exceptions) {
    const [match, rest] = split_by(member, matches);
    if (match !== null) inside.push(match);
    if (rest !== null) outside.push(rest);
  }
  return [derived(error, inside), derived(error, outside)];
}

function derived(group: Group, exceptions: readonly BaseException[]): Group | null {
  if (exceptions.length === 0) return null;
  const part: unknown = group.derive(exceptions);
  if (!is_group(part)) throw new TypeError("derive must return an instance of BaseExceptionGroup");
  part.__context__ = group.__context__;
  // Which suppresses the context, as CPython does.
  part.__cause__ = group.__cause__;
  if (group.stack !== undefined) part.stack = group.stack;
  follows_trail(part, group);
  if (group.__notes__ !== undefined) part.__notes__ = [...group.__notes__];
  return part;
}

function matcher(condition: GroupCondition): (error: BaseException) => boolean {
  if (Array.isArray(condition) && condition.length > 0 && condition.every(is_exception_class)) {
    return (error) => condition.some((type) => error instanceof type);
  }
  if (is_exception_class(condition)) return (error) => error instanceof condition;
  if (typeof condition === "function" && !is_class(condition)) {
    const test = condition as (error: BaseException) => unknown;
    return (error) => Boolean(test(error));
  }
  throw new TypeError(
    "expected an exception type, a tuple of exception types, or a callable (other than a class)",
  );
}

function is_exception_class(value: unknown): value is ExceptionClass {
  return (
    typeof value === "function" &&
    (value === BaseException || value.prototype instanceof BaseException)
  );
}
