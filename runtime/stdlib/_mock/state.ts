// What a mock remembers, beside the object itself: its attributes are all the program's.
import type { Dynamic } from "../../builtins/dynamic.ts";
import type { Call } from "./call.ts";
import { DEFAULT } from "./sentinels.ts";

export class MockState {
  name: string | null = null;
  new_name: string = "";
  parent: Dynamic = null;
  new_parent: Dynamic = null;
  /** Names that can be read; `null`: all. */
  methods: ReadonlySet<string> | null = null;
  /** Names that stand for coroutine functions of what is stood for. */
  asyncs: ReadonlySet<string> = new Set();
  is_spec_set = false;
  spec_class: Dynamic = null;
  /** The function whose parameters calls must fit. */
  spec_function: Dynamic = null;
  wraps: Dynamic = null;
  return_value: Dynamic = DEFAULT;
  side_effect: Dynamic = null;
  is_sealed = false;
  is_unsafe = false;
  readonly children = new Map<string, Dynamic>();
  readonly deleted = new Set<string>();
  /** What was set that is no mock. */
  readonly values = new Map<string, Dynamic>();

  called = false;
  call_count = 0;
  call_args: Call | null = null;
  call_args_list: Call[] = [];
  mock_calls: Call[] = [];
  method_calls: Call[] = [];
  await_count = 0;
  await_args: Call | null = null;
  await_args_list: Call[] = [];
}

const states = new WeakMap<object, MockState>();

export function state_of(mock: object): MockState {
  let state = states.get(mock);
  if (state === undefined) {
    state = new MockState();
    states.set(mock, state);
  }
  return state;
}

/** Whether a value is a mock of this module. */
export function is_mock(value: unknown): value is Dynamic {
  return typeof value === "object" && value !== null && states.has(value);
}
