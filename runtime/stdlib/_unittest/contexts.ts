// Managers that enter a context and leave it in a clean-up, and clean-ups kept in reverse order.
import type { Blocking } from "../../builtins/blocking.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { bound } from "../../builtins/index.ts";
import { class_module, class_qualname } from "../../builtins/type-name.ts";
import { called, does_block } from "./calling.ts";

/** A function with its arguments, keywords in a trailing object. */
export type Cleanup = readonly [Dynamic, readonly Dynamic[]];

/** Enters the manager; `add` remembers how to leave it. TypeError for what is none. */
export function enter_context(cm: Dynamic, add: (f: Dynamic, ...args: Dynamic[]) => void): Dynamic {
  check(cm, "__enter__", "__exit__", "the context manager protocol");
  const value: Dynamic = cm.__enter__();
  add(bound(cm, "__exit__"), null, null, null);
  return value;
}

/** The same where entering blocks. */
export async function enter_context_awaiting(
  cm: Dynamic,
  add: (f: Dynamic, ...args: Dynamic[]) => void,
): Blocking<Dynamic> {
  check(cm, "__enter__", "__exit__", "the context manager protocol");
  const { value } = await called(bound(cm, "__enter__"));
  add(bound(cm, "__exit__"), null, null, null);
  return value;
}

/** Enters an asynchronous manager. */
export async function enter_async_context(
  cm: Dynamic,
  add: (f: Dynamic, ...args: Dynamic[]) => void,
): Promise<Dynamic> {
  check(cm, "__aenter__", "__aexit__", "the asynchronous context manager protocol");
  const value: Dynamic = await cm.__aenter__();
  add(bound(cm, "__aexit__"), null, null, null);
  return value;
}

/** Whether entering the manager blocks. */
export function is_blocking_manager(cm: Dynamic): boolean {
  return does_block(cm?.__enter__);
}

function check(cm: Dynamic, enter: string, exit: string, protocol: string): void {
  if (typeof cm?.[enter] === "function" && typeof cm[exit] === "function") return;
  const type: Dynamic = cm?.constructor ?? Object;
  const name = `${class_module(type)}.${class_qualname(type)}`;
  throw new TypeError(`'${name}' object does not support ${protocol}`);
}
