// Generators, attributes, calls and managers: what CPython 3.13 does, step by step.
import { expect, test } from "vitest";
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";

const {
  bound,
  call,
  call_method,
  call_with,
  enter,
  generator,
  getattr,
  getitem,
  hasattr,
  isinstance,
  issubclass,
  iter,
  keep_open,
  list,
  next,
  or_,
  PyObject,
  repr,
  setattr,
  signature,
  StopIteration,
  Tuple,
  yield_from,
} = builtins;

/** The error's class and text, or the repr of the result. */
function outcome(f: () => unknown): string {
  try {
    return repr(f());
  } catch (error) {
    const exception = builtins.as_exception(error);
    return `${builtins.type(exception).__name__}: ${builtins.str(exception)}`;
  }
}

class Base extends PyObject {
  declare x: Dynamic;
  static count = 3;
  override __init__(x: Dynamic): void {
    this.x = x;
  }
  method(y: Dynamic): Dynamic {
    return [this.x, y];
  }
  get computed(): number {
    return 9;
  }
  async wait(): Promise<Dynamic> {
    return this.x;
  }
}
signature(Base.prototype.__init__, "x");

class Derived extends Base {}

function* echo(log: Dynamic[]): Generator<Dynamic, Dynamic, Dynamic> {
  try {
    log.push(yield 1);
    yield 2;
  } catch (error) {
    log.push(repr(error));
    yield 3;
  } finally {
    log.push("finally");
  }
  return 5;
}

test("send, throw and close drive a native generator as Python's", () => {
  const log: Dynamic[] = [];
  const first = echo(log);
  expect(outcome(() => generator.send(first, 5))).toBe(
    "TypeError: can't send non-None value to a just-started generator",
  );
  expect(next(first)).toBe(1);
  expect(generator.send(first, 7)).toBe(2);
  expect(generator.throw(first, new builtins.ValueError("v"))).toBe(3);
  expect(outcome(() => next(first))).toBe("StopIteration: 5");
  expect(outcome(() => next(first))).toBe("StopIteration: ");
  expect(next(first, "over")).toBe("over");
  expect(log).toEqual([7, "ValueError('v')", "finally"]);
  const second = echo(log);
  next(second);
  expect(outcome(() => generator.close(second))).toBe(
    "RuntimeError: generator ignored GeneratorExit",
  );
});

test("a StopIteration that leaves a generator's body is a RuntimeError", () => {
  // oxlint-disable-next-line require-yield -- the body fails first
  function* failing(): Generator<number> {
    throw new StopIteration(3);
  }
  expect(outcome(() => next(failing()))).toBe("RuntimeError: generator raised StopIteration");
});

test("yield from passes values both ways, and gives what the generator returned", () => {
  const log: Dynamic[] = [];
  function* outer(): Generator<Dynamic, Dynamic, Dynamic> {
    log.push(yield* yield_from(echo(log)));
    log.push(yield* yield_from([10]));
  }
  const g = outer();
  expect([next(g), generator.send(g, "sent"), next(g)]).toEqual([1, 2, 10]);
  expect(outcome(() => generator.send(g, 1))).toBe(
    "AttributeError: 'list_iterator' object has no attribute 'send'",
  );
  expect(log).toEqual(["sent", "finally", 5]);
});

test("leaving a loop early leaves a generator open that somebody holds", () => {
  const held = echo([]);
  for (const item of keep_open(held)) {
    expect(item).toBe(1);
    break;
  }
  expect(list(held)).toEqual([2]);
});

test("objects with Python's iteration methods are iterated", () => {
  class Countdown extends PyObject {
    declare n: number;
    override __init__(n: number): void {
      this.n = n;
    }
    __iter__(): this {
      return this;
    }
    __next__(): number {
      if (this.n === 0) throw new StopIteration();
      return this.n--;
    }
  }
  class Squares extends PyObject {
    __getitem__(index: number): number {
      if (index > 2) throw new builtins.IndexError("no more");
      return index * index;
    }
  }
  const countdown: Dynamic = new Countdown(3);
  expect(iter(countdown)).toBe(countdown);
  expect(list(countdown)).toEqual([3, 2, 1]);
  expect(list(new Squares() as Dynamic)).toEqual([0, 1, 4]);
  expect(outcome(() => iter(5))).toBe("TypeError: 'int' object is not iterable");
});

test("attributes are found on instances, classes and built-in types", () => {
  const object: Dynamic = new Derived(5);
  expect([getattr(object, "x"), getattr(object, "computed"), getattr(object, "count")]).toEqual([
    5, 9, 3,
  ]);
  // Each access binds anew, and what is bound to the same object compares equal.
  expect(builtins.eq(getattr(object, "method"), bound(object as Base, "method"))).toBe(true);
  expect(getattr(object, "method")(1)).toEqual([5, 1]);
  expect(getattr(Base, "method")(object, 2)).toEqual([5, 2]);
  expect(getattr("abc", "upper")()).toBe("ABC");
  expect(["x", "method", "constructor", "toString"].map((name) => hasattr(object, name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(outcome(() => getattr(object, "nope"))).toBe(
    "AttributeError: 'Derived' object has no attribute 'nope'",
  );
  expect(outcome(() => getattr(Base, "nope"))).toBe(
    "AttributeError: type object 'Base' has no attribute 'nope'",
  );
  expect(outcome(() => setattr(5, "a", 1))).toBe(
    "AttributeError: 'int' object has no attribute 'a' and no __dict__ for setting new attributes",
  );
  expect(outcome(() => setattr(object, "computed", 1))).toBe(
    "AttributeError: property 'computed' of 'Derived' object has no setter",
  );
  expect(repr(getattr(Derived, "__mro__"))).toBe(
    "(<class '__main__.Derived'>, <class '__main__.Base'>, <class 'object'>)",
  );
});

test("isinstance and issubclass know built-in types, unions and subclasses", () => {
  const { int, str, float, tuple, dict, bool, object } = builtins;
  const checks: readonly (readonly [Dynamic, Dynamic, boolean])[] = [
    [5, int, true],
    [true, int, true],
    [5, float, false],
    [2.5, float, true],
    ["s", Tuple.of(int, str), true],
    [[], list, true],
    [Tuple.of(1), list, false],
    [Tuple.of(1), tuple, true],
    [dict(), dict, true],
    [null, or_(int, null), true],
    [new Derived(1), Base, true],
    [new Base(1), Derived, false],
    [3, object, true],
  ];
  for (const [value, type, expected] of checks) expect(isinstance(value, type)).toBe(expected);
  expect([issubclass(bool, int), issubclass(tuple, list), issubclass(Derived, Base)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(outcome(() => isinstance(1, 5))).toBe(
    "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union",
  );
  expect(outcome(() => isinstance([], getitem(list, int)))).toBe(
    "TypeError: isinstance() argument 2 cannot be a parameterized generic",
  );
});

test("unknown callees are called by what they are", async () => {
  const f = signature(
    (x: Dynamic, y: Dynamic = 2, { z = 3 }: { z?: Dynamic } = {}) => Tuple.of(x, y, z),
    "x, y=, *, z=",
  );
  expect(outcome(() => call_with(f, [1], { z: 9 }))).toBe("(1, 2, 9)");
  expect(outcome(() => call_with(f, [], { y: 9, x: 1 }))).toBe("(1, 9, 3)");
  expect(outcome(() => call_with(f, [1, 2, 3], { z: 1 }))).toBe(
    "TypeError: <lambda>() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given",
  );
  expect(outcome(() => call_with(Base, [1, 2], {}))).toBe(
    "TypeError: Base.__init__() takes 2 positional arguments but 3 were given",
  );
  expect(outcome(() => call_with(f, [], { z: 9 }))).toBe(
    "TypeError: <lambda>() missing 1 required positional argument: 'x'",
  );
  expect(outcome(() => call_with(Base, [1], { x: 4 }))).toBe(
    "TypeError: Base.__init__() got multiple values for argument 'x'",
  );
  expect(outcome(() => call(5))).toBe("TypeError: 'int' object is not callable");
  expect((call(Base, 3) as Base).x).toBe(3);
  expect(outcome(() => call_method("a,b", "split", ","))).toBe("['a', 'b']");
  const waiting: Dynamic = call_method(new Base(8), "wait");
  expect(repr(waiting)).toMatch(/^<coroutine object .*wait at 0x/);
  expect(await waiting).toBe(8);
  await expect((async () => await waiting)()).rejects.toThrow(builtins.RuntimeError);
});

test("managers see the exception and may suppress it", () => {
  const log: string[] = [];
  class Manager extends PyObject {
    __enter__(): number {
      log.push("enter");
      return 5;
    }
    __exit__(_type: Dynamic, error: Dynamic): boolean {
      log.push(`exit ${repr(error)}`);
      return error instanceof builtins.KeyError;
    }
  }
  const run = (error: unknown): string =>
    outcome(() => {
      const scope = enter(new Manager());
      try {
        if (error !== null) throw error;
        return scope.value;
      } catch (caught) {
        scope.raised(caught);
      } finally {
        scope.leave();
      }
      return "suppressed";
    });
  expect(run(null)).toBe("5");
  expect(run(new builtins.KeyError("k"))).toBe("'suppressed'");
  expect(run(new builtins.ValueError("v"))).toBe("ValueError: v");
  expect(log).toEqual([
    "enter",
    "exit None",
    "enter",
    "exit KeyError('k')",
    "enter",
    "exit ValueError('v')",
  ]);
  expect(outcome(() => enter(5))).toBe(
    "TypeError: 'int' object does not support the context manager protocol",
  );
});
