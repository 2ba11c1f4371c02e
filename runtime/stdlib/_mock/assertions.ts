// What a mock asserts of its calls, and of the awaits of them.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { AssertionError, type BaseException } from "../../builtins/exceptions/index.ts";
import { eq } from "../../builtins/equality.ts";
import { repr } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { type Arguments, Call, call_text } from "./call.ts";
import { calls_text, holds_run } from "./call-list.ts";
import { check_arguments } from "./spec.ts";
import { type MockState, state_of } from "./state.ts";

export function assert_not_called(mock: object): void {
  const state = state_of(mock);
  if (state.call_count === 0) return;
  throw new AssertionError(
    `Expected '${shown_name(state)}' to not have been called. Called ${state.call_count} times.${calls(state)}`,
  );
}

export function assert_called(mock: object): void {
  const state = state_of(mock);
  if (state.call_count > 0) return;
  throw new AssertionError(`Expected '${shown_name(state)}' to have been called.`);
}

export function assert_called_once(mock: object, words = "to have been called once"): void {
  const state = state_of(mock);
  if (state.call_count === 1) return;
  throw new AssertionError(
    `Expected '${shown_name(state)}' ${words}. Called ${state.call_count} times.${calls(state)}`,
  );
}

export function assert_called_with(mock: object, given: Arguments): void {
  const state = state_of(mock);
  if (state.call_args === null)
    throw new AssertionError(
      `expected call not found.\nExpected: ${call_text(shown_name(state), given)}\n  Actual: not called.`,
    );
  check_last(state, state.call_args, given, "call");
}

export function assert_any_call(mock: object, given: Arguments): void {
  const state = state_of(mock);
  const wrong = misfit(state, given);
  const expected = new Call("", given, { is_pair: true });
  if (wrong === null && state.call_args_list.some((each) => is_expected(expected, each))) return;
  throw caused(`${call_text(shown_name(state), given)} call not found`, wrong);
}

export function assert_has_calls(
  mock: object,
  wanted: readonly Dynamic[],
  any_order: boolean,
): void {
  const state = state_of(mock);
  if (!any_order) {
    if (holds_run(state.mock_calls, wanted)) return;
    throw new AssertionError(
      `Calls not found.\nExpected: ${calls_text(wanted)}\n  Actual: ${calls_text(state.mock_calls)}`,
    );
  }
  const [missing, rest] = not_in(state.mock_calls, wanted);
  if (missing.length === 0) return;
  throw new AssertionError(
    `${repr(shown_name(state))} does not contain all of ${repr(Tuple.from_iterable(missing))} in its call list, found ${repr([...rest])} instead`,
  );
}

export function assert_awaited(mock: object): void {
  const state = state_of(mock);
  if (state.await_count > 0) return;
  throw new AssertionError(`Expected ${shown_name(state)} to have been awaited.`);
}

export function assert_awaited_once(mock: object): void {
  const state = state_of(mock);
  if (state.await_count === 1) return;
  throw new AssertionError(
    `Expected ${shown_name(state)} to have been awaited once. Awaited ${state.await_count} times.`,
  );
}

export function assert_awaited_with(mock: object, given: Arguments): void {
  const state = state_of(mock);
  if (state.await_args === null)
    throw new AssertionError(`Expected await: ${call_text(shown_name(state), given)}\nNot awaited`);
  check_last(state, state.await_args, given, "await");
}

export function assert_any_await(mock: object, given: Arguments): void {
  const state = state_of(mock);
  const expected = new Call("", given, { is_pair: true });
  if (state.await_args_list.some((each) => is_expected(expected, each))) return;
  throw new AssertionError(`${call_text(shown_name(state), given)} await not found`);
}

export function assert_has_awaits(
  mock: object,
  wanted: readonly Dynamic[],
  any_order: boolean,
): void {
  const state = state_of(mock);
  if (!any_order) {
    if (holds_run(state.await_args_list, wanted)) return;
    throw new AssertionError(
      `Awaits not found.\nExpected: ${calls_text(wanted)}\nActual: ${calls_text(state.await_args_list)}`,
    );
  }
  const [missing] = not_in(state.await_args_list, wanted);
  if (missing.length > 0)
    throw new AssertionError(`${repr(Tuple.from_iterable(missing))} not all found in await list`);
}

export function assert_not_awaited(mock: object): void {
  const state = state_of(mock);
  if (state.await_count === 0) return;
  throw new AssertionError(
    `Expected ${shown_name(state)} to not have been awaited. Awaited ${state.await_count} times.`,
  );
}

function check_last(state: MockState, last: Call, given: Arguments, action: string): void {
  const wrong = misfit(state, given);
  if (wrong === null && is_expected(new Call("", given, { is_pair: true }), last)) return;
  const name = shown_name(state);
  throw caused(
    `expected ${action} not found.\nExpected: ${call_text(name, given)}\n  Actual: ${call_text(name, last.arguments_)}`,
    wrong,
  );
}

/** What is expected stands on the left, so that ANY there has its say. */
function is_expected(expected: Call, actual: Call): boolean {
  return truth(eq(expected.args, actual.args)) && truth(eq(expected.kwargs, actual.kwargs));
}

function misfit(state: MockState, given: Arguments): BaseException | null {
  if (state.spec_function === null) return null;
  try {
    check_arguments(state.spec_function, given);
    return null;
  } catch (error) {
    return as_exception(error);
  }
}

function caused(text: string, cause: BaseException | null): AssertionError {
  const error = new AssertionError(text);
  if (cause !== null) error.__cause__ = cause;
  return error;
}

function not_in(
  list: readonly Dynamic[],
  wanted: readonly Dynamic[],
): readonly [Dynamic[], Dynamic[]] {
  const rest = [...list];
  const missing = wanted.filter((each) => {
    const at = rest.findIndex((one) => truth(eq(one, each)));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [missing, rest];
}

function shown_name({ name }: MockState): string {
  return name === null || name === "" ? "mock" : name;
}

function calls({ mock_calls }: MockState): string {
  return mock_calls.length === 0 ? "" : `\nCalls: ${calls_text(mock_calls)}.`;
}
