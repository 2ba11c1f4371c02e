// Mocks: objects that have every attribute, can be called, and remember what was done with them.
import { call_now } from "../_unittest/calling.ts";

import {
  calls_make_coroutines,
  is_coroutine_function,
} from "../../builtins/calls/callable-kind.ts";
import { generic_find } from "../../builtins/attributes/generic.ts";
import { MISSING } from "../../builtins/attributes/missing.ts";
import { Coroutine } from "../../builtins/coroutine.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import {
  AttributeError,
  BaseException,
  StopAsyncIteration,
  StopIteration,
  TypeError,
} from "../../builtins/exceptions/index.ts";
import { callable, getattr, signature, iter, next, setattr } from "../../builtins/index.ts";
import { id } from "../../builtins/identity.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { repr } from "../../builtins/representation.ts";
import { class_name, is_class, type_name } from "../../builtins/type-name.ts";
import { truth } from "../../builtins/truth.ts";
import * as assertions from "./assertions.ts";
import { type Arguments, arguments_of, Call, spread } from "./call.ts";
import { ASYNC_MAGIC, DEFAULT_MAGIC, is_magic, magic_value, SYNC_MAGIC } from "./magic-names.ts";
import { DEFAULT } from "./sentinels.ts";
import { check_arguments, note_spec } from "./spec.ts";
import { is_mock, type MockState, state_of } from "./state.ts";

/** What the constructor takes by keyword; whatever else there is configures the mock. */
export type MockOptions = Readonly<Record<string, Dynamic>>;

export class NonCallableMock {
  static readonly __name__: string = "NonCallableMock";
  static readonly __module__: string = "unittest.mock";
  static {
    signature(this, "spec=, **kwargs");
  }

  constructor(spec: Dynamic = null, options: MockOptions = {}) {
    const {
      side_effect = null,
      return_value = DEFAULT,
      wraps = null,
      name = null,
      spec_set = null,
      parent = null,
      unsafe = false,
      _new_name = "",
      _new_parent = parent,
      ...configured
    } = options;
    const state = state_of(this);
    Object.assign(state, { wraps, name, parent, return_value });
    state.is_unsafe = truth(unsafe);
    state.new_name = _new_name === "" && name !== null && parent !== null ? name : _new_name;
    state.new_parent = _new_parent;
    note_spec(state, spec_set ?? spec, spec_set !== null);
    if (this instanceof Mock || side_effect !== null) this.side_effect = side_effect;
    this.configure_mock(configured);
  }

  get called(): boolean {
    return state_of(this).called;
  }

  set called(value: boolean) {
    state_of(this).called = value;
  }

  get call_count(): number {
    return state_of(this).call_count;
  }

  set call_count(value: number) {
    state_of(this).call_count = value;
  }

  get call_args(): Dynamic {
    return state_of(this).call_args;
  }

  get call_args_list(): Dynamic[] {
    return state_of(this).call_args_list;
  }

  get mock_calls(): Dynamic[] {
    return state_of(this).mock_calls;
  }

  get method_calls(): Dynamic[] {
    return state_of(this).method_calls;
  }

  /** Another mock, unless it was set. */
  get return_value(): Dynamic {
    const state = state_of(this);
    if (state.return_value === DEFAULT && state.wraps === null)
      state.return_value = child(this, { _new_parent: this, _new_name: "()" });
    return state.return_value;
  }

  set return_value(value: Dynamic) {
    const state = state_of(this);
    state.return_value = value;
    adopt(this, value, null, "()");
  }

  get side_effect(): Dynamic {
    return state_of(this).side_effect;
  }

  /** A function, an exception, or something that gives one value after the other. */
  set side_effect(value: Dynamic) {
    state_of(this).side_effect =
      value === null || is_exception(value) || callable(value) ? value : kept_iterator(value);
  }

  __getattribute__(name: string): Dynamic {
    const state = state_of(this);
    if (name === "__class__") return state.spec_class ?? this.constructor;
    if (state.values.has(name)) return state.values.get(name);
    const known: Dynamic = state.children.get(name);
    if (known !== undefined) return known;
    if (is_magic(name)) return magic_child(this, name);
    if (!state.deleted.has(name) && !(name in OWN_TO_JAVASCRIPT)) {
      const found: Dynamic = generic_find(this, name);
      if (found !== MISSING) return found;
    }
    return attribute(this, name);
  }

  __setattr__(name: string, value: Dynamic): void {
    const state = state_of(this);
    if (PROPERTIES.has(name)) {
      Reflect.set(this, name, value);
      return;
    }
    if (state.is_spec_set && state.methods?.has(name) === false)
      throw new AttributeError(`Mock object has no attribute '${name}'`);
    if (UNSUPPORTED.has(name))
      throw new AttributeError(`Attempting to set unsupported magic method ${repr(name)}.`);
    if (is_magic(name)) return set_magic(this, name, value);
    if (state.is_sealed && !state.children.has(name) && !state.values.has(name))
      throw new AttributeError(`Cannot set ${full_name(this)}.${name}`);
    state.deleted.delete(name);
    if (adopt(this, value, name, name)) {
      state.values.delete(name);
      state.children.set(name, value);
    } else {
      state.children.delete(name);
      state.values.set(name, value);
    }
  }

  __delattr__(name: string): void {
    const state = state_of(this);
    if (state.deleted.has(name)) throw new AttributeError(name);
    state.children.delete(name);
    state.values.delete(name);
    state.deleted.add(name);
  }

  __dir__(): string[] {
    const state = state_of(this);
    const own = PUBLIC.filter((name) => name in this);
    const names = [
      ...(state.methods ?? []),
      ...own,
      ...state.children.keys(),
      ...state.values.keys(),
    ];
    return [...new Set(names)].filter((name) => !state.deleted.has(name)).sort();
  }

  /** `configure_mock(**{"method.return_value": 3})`. */
  configure_mock(options: MockOptions = {}): void {
    const dots = (name: string): number => name.split(".").length;
    const entries = Object.entries(options).sort(([one], [other]) => dots(one) - dots(other));
    for (const [path, value] of entries) {
      const names = path.split(".");
      const last = names.pop() ?? path;
      let object: Dynamic = this;
      for (const name of names) object = getattr(object, name);
      setattr(object, last, value);
    }
  }

  /** The mock becomes an attribute of this one: its calls are remembered here as well. */
  attach_mock(mock: Dynamic, attribute: string): void {
    const state = state_of(mock);
    Object.assign(state, { parent: null, new_parent: null, name: "", new_name: "" });
    setattr(this, attribute, mock);
  }

  mock_add_spec(spec: Dynamic, spec_set: boolean = false): void {
    note_spec(state_of(this), spec, spec_set);
  }

  /** Forgets all calls, also those of its attributes. */
  reset_mock(
    _visited: Dynamic = null,
    {
      return_value = false,
      side_effect = false,
    }: { return_value?: boolean; side_effect?: boolean } = {},
  ): void {
    reset(this, { return_value, side_effect }, new Set());
  }

  assert_not_called(): void {
    assertions.assert_not_called(this);
  }

  assert_called(): void {
    assertions.assert_called(this);
  }

  assert_called_once(): void {
    assertions.assert_called_once(this);
  }

  assert_called_with(...values: readonly Dynamic[]): void {
    assertions.assert_called_with(this, arguments_of(values));
  }

  assert_called_once_with(...values: readonly Dynamic[]): void {
    assertions.assert_called_once(this, "to be called once");
    assertions.assert_called_with(this, arguments_of(values));
  }

  assert_any_call(...values: readonly Dynamic[]): void {
    assertions.assert_any_call(this, arguments_of(values));
  }

  assert_has_calls(calls: Dynamic, any_order: boolean = false): void {
    assertions.assert_has_calls(this, [...iter(calls)], any_order);
  }

  __eq__(other: unknown): Dynamic {
    const own: Dynamic = state_of(this).children.get("__eq__");
    if (own !== undefined) return call_now(own, [other]);
    return this === other ? true : NotImplemented;
  }

  __repr__(): string {
    const { spec_class, is_spec_set } = state_of(this);
    const name = full_name(this);
    const named = name === "mock" || name === "mock." ? "" : ` name=${repr(name)}`;
    const spec =
      spec_class === null
        ? ""
        : ` ${is_spec_set ? "spec_set" : "spec"}=${repr(class_name(spec_class))}`;
    return `<${type_name(this)}${named}${spec} id='${id(this)}'>`;
  }
}

export class Mock extends NonCallableMock {
  static override readonly __name__: string = "Mock";
  static override readonly __module__: string = "unittest.mock";

  __call__(...values: readonly Dynamic[]): Dynamic {
    const given = arguments_of(values);
    const { spec_function } = state_of(this);
    if (spec_function !== null) check_arguments(spec_function, given);
    note_call(this, given);
    return outcome(this, given);
  }
}

export class NonCallableMagicMock extends NonCallableMock {
  static override readonly __name__: string = "NonCallableMagicMock";
  static override readonly __module__: string = "unittest.mock";
  static {
    define_magic(this);
  }
}

/** Has the special methods too. */
export class MagicMock extends Mock {
  static override readonly __name__: string = "MagicMock";
  static override readonly __module__: string = "unittest.mock";
  static {
    define_magic(this);
  }
}

/** Its calls are coroutines. */
export class AsyncMock extends Mock {
  static override readonly __name__: string = "AsyncMock";
  static override readonly __module__: string = "unittest.mock";
  static {
    calls_make_coroutines(this);
    define_magic(this);
  }

  override __call__(...values: readonly Dynamic[]): Dynamic {
    const given = arguments_of(values);
    const state = state_of(this);
    if (state.spec_function !== null) check_arguments(state.spec_function, given);
    note_call(this, given);
    const made = new Coroutine(() => awaited(this, given), []);
    made.__name__ = "_execute_mock_call";
    made.__qualname__ = "AsyncMockMixin._execute_mock_call";
    return made;
  }

  get await_count(): number {
    return state_of(this).await_count;
  }

  get await_args(): Dynamic {
    return state_of(this).await_args;
  }

  get await_args_list(): Dynamic[] {
    return state_of(this).await_args_list;
  }

  assert_awaited(): void {
    assertions.assert_awaited(this);
  }

  assert_awaited_once(): void {
    assertions.assert_awaited_once(this);
  }

  assert_awaited_with(...values: readonly Dynamic[]): void {
    assertions.assert_awaited_with(this, arguments_of(values));
  }

  assert_awaited_once_with(...values: readonly Dynamic[]): void {
    assertions.assert_awaited_once(this);
    assertions.assert_awaited_with(this, arguments_of(values));
  }

  assert_any_await(...values: readonly Dynamic[]): void {
    assertions.assert_any_await(this, arguments_of(values));
  }

  assert_has_awaits(calls: Dynamic, any_order: boolean = false): void {
    assertions.assert_has_awaits(this, [...iter(calls)], any_order);
  }

  assert_not_awaited(): void {
    assertions.assert_not_awaited(this);
  }
}

/** Stands for a property: reading calls it without arguments, setting with the value. */
export class PropertyMock extends Mock {
  static override readonly __name__: string = "PropertyMock";
  static override readonly __module__: string = "unittest.mock";

  __get__(_object: Dynamic, _type: Dynamic = null): Dynamic {
    return this.__call__();
  }

  __set__(_object: Dynamic, value: Dynamic): void {
    this.__call__(value);
  }
}

/** No attribute that does not exist yet comes into being any more. */
export function seal(mock: Dynamic): void {
  const state = state_of(mock);
  state.is_sealed = true;
  for (const each of state.children.values())
    if (is_mock(each) && state_of(each).new_parent === mock) seal(each);
  if (is_mock(state.return_value) && state_of(state.return_value).new_parent === mock)
    seal(state.return_value);
}

const OWN_TO_JAVASCRIPT: Readonly<Record<string, true>> = Object.assign(Object.create(null), {
  constructor: true,
  toString: true,
  valueOf: true,
});

const PUBLIC: readonly string[] =
  "assert_any_await assert_any_call assert_awaited assert_awaited_once assert_awaited_once_with assert_awaited_with assert_called assert_called_once assert_called_once_with assert_called_with assert_has_awaits assert_has_calls assert_not_awaited assert_not_called attach_mock await_args await_args_list await_count call_args call_args_list call_count called configure_mock method_calls mock_add_spec mock_calls reset_mock return_value side_effect".split(
    " ",
  );

const PROPERTIES: ReadonlySet<string> = new Set([
  "return_value",
  "side_effect",
  "called",
  "call_count",
]);
const UNSUPPORTED: ReadonlySet<string> = new Set(
  "__getattr__ __setattr__ __init__ __new__ __prepare__ __instancecheck__ __subclasscheck__ __del__".split(
    " ",
  ),
);
const MISSPELT = /^(?:assert|assret|asert|aseert|assrt)/;
const WITHOUT_PREFIX: ReadonlySet<string> = new Set(
  PUBLIC.filter((name) => /^assert_(?!.*await)/.test(name)).map((name) =>
    name.slice("assert_".length),
  ),
);

/** An attribute that nobody has set: another mock. */
function attribute(mock: NonCallableMock, name: string): Dynamic {
  const state = state_of(mock);
  if (state.methods !== null && !state.methods.has(name))
    throw new AttributeError(`Mock object has no attribute ${repr(name)}`);
  if (state.methods === null && /^__.*__$/.test(name)) throw new AttributeError(name);
  const is_of_spec = state.methods?.has(name) === true;
  if (!state.is_unsafe && !is_of_spec && (MISSPELT.test(name) || WITHOUT_PREFIX.has(name)))
    throw new AttributeError(
      `${repr(name)} is not a valid assertion. Use a spec for the mock if ${repr(name)} is meant to be an attribute.`,
    );
  if (state.deleted.has(name)) throw new AttributeError(name);
  const wraps: Dynamic = state.wraps === null ? null : getattr(state.wraps, name);
  const made = child(mock, { parent: mock, name, wraps, _new_name: name, _new_parent: mock });
  state.children.set(name, made);
  return made;
}

/** Attributes and results are mocks of the same kind, callable ones. */
function child(mock: NonCallableMock, options: MockOptions): Dynamic {
  const state = state_of(mock);
  const name: string | undefined = options["name"];
  if (state.is_sealed)
    throw new AttributeError(`${full_name(mock)}${name === undefined ? "()" : `.${name}`}`);
  const type = child_class(mock, String(options["_new_name"]));
  return new type(null, options);
}

function child_class(mock: NonCallableMock, name: string): typeof Mock {
  const { asyncs, methods } = state_of(mock);
  if (asyncs.has(name)) return AsyncMock;
  if (ASYNC_MAGIC.has(name)) return AsyncMock;
  if (mock instanceof AsyncMock)
    return SYNC_MAGIC.has(name) || methods?.has(name) === true ? MagicMock : AsyncMock;
  if (mock instanceof MagicMock || mock instanceof NonCallableMagicMock)
    return own_kind(mock, MagicMock);
  return own_kind(mock, Mock);
}

/** Of a program's own class of mocks the children are of that class. */
function own_kind(mock: NonCallableMock, kind: typeof Mock): typeof Mock {
  const type = mock.constructor as typeof Mock;
  return mock instanceof Mock && type !== PropertyMock ? type : kind;
}

/** The mock behind a special method. AttributeError where the kind of mock has none. */
function magic_child(mock: NonCallableMock, name: string): Dynamic {
  const state = state_of(mock);
  if (!has_magic(mock, name)) {
    const found: Dynamic = generic_find(mock, name);
    if (found !== MISSING) return found;
    throw new AttributeError(name);
  }
  const value = magic_value(name);
  const made = child(mock, {
    name,
    _new_name: name,
    _new_parent: mock,
    ...(value === undefined ? {} : { return_value: value }),
  });
  state.children.set(name, made);
  return made;
}

function has_magic(mock: NonCallableMock, name: string): boolean {
  const { methods } = state_of(mock);
  if (!DEFAULT_MAGIC.has(name) || (methods !== null && !methods.has(name))) return false;
  return (
    mock instanceof MagicMock || mock instanceof NonCallableMagicMock || mock instanceof AsyncMock
  );
}

/** A function gets the mock first; a mock does not. */
function set_magic(mock: NonCallableMock, name: string, value: Dynamic): void {
  const state = state_of(mock);
  if (state.methods !== null && !state.methods.has(name))
    throw new AttributeError(`Mock object has no attribute '${name}'`);
  state.children.set(name, value);
  const is_own = adopt(mock, value, null, name);
  define(mock, name, (...values) =>
    call_now(value, is_own || is_mock(value) ? values : [mock, ...values]),
  );
}

function define(
  target: object,
  name: string,
  value: (...values: readonly Dynamic[]) => Dynamic,
): void {
  const key = name === "__iter__" ? Symbol.iterator : name;
  const own =
    name === "__iter__" ? (...values: readonly Dynamic[]) => iter(value(...values)) : value;
  Object.defineProperty(target, key, { value: own, configurable: true, writable: true });
}

/** The mock becomes part of another one, unless it has a name or belongs to one already. */
function adopt(parent: object, value: Dynamic, name: string | null, new_name: string): boolean {
  if (!is_mock(value)) return false;
  const state = state_of(value);
  const is_free = state.name === null || state.name === "";
  if (!is_free || state.new_name !== "" || state.parent !== null || state.new_parent !== null)
    return false;
  for (let each: Dynamic = parent; each !== null; each = state_of(each).new_parent)
    if (each === value) return false;
  state.new_parent = parent;
  state.new_name = new_name;
  if (name !== null) {
    state.parent = parent;
    state.name = name;
  }
  return true;
}

/** `mock.method().other`: the way from the outermost mock. */
function full_name(mock: object): string {
  const names = [state_of(mock).new_name];
  let dot = names[0] === "()" ? "" : ".";
  let last: object = mock;
  for (
    let each: Dynamic = state_of(mock).new_parent;
    each !== null;
    each = state_of(each).new_parent
  ) {
    last = each;
    names.push(state_of(each).new_name + dot);
    dot = state_of(each).new_name === "()" ? "" : ".";
  }
  names.reverse();
  let first = state_of(last).name || "mock";
  if (names.length > 1 && names[1] !== "()" && names[1] !== "().") first += ".";
  return [first, ...names.slice(1)].join("");
}

function note_call(mock: object, given: Arguments): void {
  const state = state_of(mock);
  const pair = new Call("", given, { is_pair: true });
  state.called = true;
  state.call_count++;
  state.call_args = pair;
  state.call_args_list.push(pair);
  state.mock_calls.push(new Call("", given));
  let is_method = state.parent !== null;
  let method_name = state.name ?? "";
  let name = state.new_name;
  for (let each: Dynamic = state.new_parent; each !== null; each = state_of(each).new_parent) {
    const above: MockState = state_of(each);
    if (is_method) {
      above.method_calls.push(new Call(method_name, given));
      is_method = above.parent !== null;
      if (is_method) method_name = `${above.name}.${method_name}`;
    }
    above.mock_calls.push(new Call(name, given));
    if (above.new_name !== "") name = above.new_name + (name.startsWith("()") ? "" : ".") + name;
  }
}

/** What the call gives or raises. */
function outcome(mock: NonCallableMock, given: Arguments): Dynamic {
  const { side_effect, return_value, wraps } = state_of(mock);
  if (side_effect !== null) {
    if (is_exception(side_effect)) throw raised(side_effect);
    const result: Dynamic = callable(side_effect)
      ? call_now(side_effect, spread(given))
      : next(side_effect);
    if (!callable(side_effect) && is_exception(result)) throw raised(result);
    if (result !== DEFAULT) return result;
  }
  if (return_value !== DEFAULT) return return_value;
  return wraps === null ? mock.return_value : call_now(wraps, spread(given));
}

async function awaited(mock: AsyncMock, given: Arguments): Promise<Dynamic> {
  const state = state_of(mock);
  const pair = new Call("", given, { is_pair: true });
  state.await_count++;
  state.await_args = pair;
  state.await_args_list.push(pair);
  const { side_effect, wraps } = state;
  const runs = side_effect ?? (state.return_value === DEFAULT ? wraps : null);
  let result: Dynamic;
  try {
    result = outcome(mock, given);
  } catch (error) {
    const exception = as_exception(error);
    if (exception instanceof StopIteration) throw new StopAsyncIteration();
    throw exception;
  }
  return typeof runs === "function" && is_coroutine_function(runs) ? await result : result;
}

function reset(
  mock: Dynamic,
  options: { readonly return_value: boolean; readonly side_effect: boolean },
  visited: Set<object>,
): void {
  if (!is_mock(mock) || visited.has(mock)) return;
  visited.add(mock);
  const state = state_of(mock);
  Object.assign(state, {
    called: false,
    call_count: 0,
    call_args: null,
    await_count: 0,
    await_args: null,
  });
  for (const key of ["call_args_list", "mock_calls", "method_calls", "await_args_list"] as const)
    state[key] = [];
  if (options.return_value) state.return_value = DEFAULT;
  if (options.side_effect) state.side_effect = null;
  for (const each of state.children.values()) reset(each, options, visited);
  if (is_mock(state.return_value))
    reset(state.return_value, { return_value: false, side_effect: false }, visited);
}

function is_exception(value: Dynamic): boolean {
  if (value instanceof BaseException) return true;
  return (
    typeof value === "function" &&
    is_class(value) &&
    (value === BaseException || value.prototype instanceof BaseException)
  );
}

function raised(value: Dynamic): Dynamic {
  return typeof value === "function" ? new value() : value;
}

function kept_iterator(value: Dynamic): Dynamic {
  try {
    return iter(value);
  } catch (error) {
    if (as_exception(error) instanceof TypeError) return value;
    throw error;
  }
}

/** Special methods of those kinds that have them are there natively too: operators and statements call them. */
function define_magic(type: { readonly prototype: object }): void {
  for (const name of DEFAULT_MAGIC) {
    const key = name === "__iter__" ? Symbol.iterator : name;
    Object.defineProperty(type.prototype, key, {
      configurable: true,
      get(this: Dynamic): Dynamic {
        if (!is_mock(this) || !has_magic(this, name)) return undefined;
        if (name === "__iter__") return () => iterated(this);
        if (name === "__aiter__") return () => iterated_later(this);
        return (...values: readonly Dynamic[]) => call_now(this.__getattribute__(name), values);
      },
      set(this: object, value: Dynamic) {
        Object.defineProperty(this, key, { value, configurable: true, writable: true });
      },
    });
  }
}

/** The same, item by item to be awaited. */
function iterated_later(mock: NonCallableMock): Dynamic {
  const own: Dynamic = mock.__getattribute__("__aiter__");
  const result: Dynamic = call_now(own, []);
  const is_given = !is_mock(result);
  return (async function* items(): AsyncGenerator<Dynamic> {
    if (is_given) for (const each of iter(result)) yield each;
  })();
}

/** Nothing, unless a result was set. */
function iterated(mock: NonCallableMock): Iterator<Dynamic> {
  const own: Dynamic = mock.__getattribute__("__iter__");
  const result: Dynamic = call_now(own, []);
  return is_mock(result) ? [][Symbol.iterator]() : iter(result)[Symbol.iterator]();
}
