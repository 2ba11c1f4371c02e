// Python's sys: the program's arguments, streams and end, and what the interpreter says of itself.
import type { Dynamic } from "../builtins/dynamic.ts";
import { type BaseException, SystemExit, ValueError } from "../builtins/exceptions/index.ts";
import type { int } from "../builtins/int.ts";
import { standard_input } from "../builtins/files/index.ts";
import { int_limits } from "../builtins/numbers/int-text.ts";
import { handled_exception } from "../builtins/raising/handling.ts";
import { uncaught } from "../builtins/report-uncaught.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import { format_exception } from "../builtins/traceback/format-exception.ts";
import { Tuple } from "../builtins/tuple.ts";
import { recursion } from "../builtins/recursion-limit.ts";
import { set_recursion_limit } from "../builtins/recursion.ts";
import { executable_path, platform_name } from "../platform/interpreter.ts";
import { program_arguments } from "../platform/process.ts";
import { as_float } from "../builtins/float.ts";
import { FloatInfo } from "./_sys/float-info.ts";
import { IntInfo } from "./_sys/int-info.ts";
import { VersionInfo } from "./_sys/version-info.ts";

/** The Python whose behaviour this runtime has. */
const VERSION = [3, 13, 0, "final", 0] as const;

export const argv: string[] = [...program_arguments()];
export const stdin = standard_input();
export let stdout: Dynamic = standard_streams().stdout;
export let stderr: Dynamic = standard_streams().stderr;
export const __stdin__ = stdin;
export const __stdout__ = standard_streams().__stdout__;
export const __stderr__ = standard_streams().__stderr__;

export const version_info = VersionInfo.of(...VERSION) as unknown as VersionInfo;
export const version = "3.13.0 (pyasync2ts)";
export const hexversion: int = 0x030d00f0;
export const api_version: int = 1013;
export const platform = platform_name();
export const byteorder = "little";
export const maxsize: int = 9223372036854775807n as unknown as int;
export const maxunicode: int = 0x10ffff;
export const executable = executable_path();
export const prefix = "";
export const path: string[] = [];
export const float_info = /* @__PURE__ */ FloatInfo.of(
  as_float(Number.MAX_VALUE),
  1024,
  308,
  2.2250738585072014e-308,
  -1021,
  -307,
  15,
  53,
  Number.EPSILON,
  2,
  1,
) as unknown as FloatInfo;
export const int_info = /* @__PURE__ */ IntInfo.of(30, 4, 4300, 640) as unknown as IntInfo;
export const float_repr_style = "short";
export const builtin_module_names: readonly string[] = Tuple.of();

/** Ends the program: raises SystemExit. */
export function exit(status: Dynamic = null): never {
  if (status === null) throw new SystemExit();
  throw status instanceof Tuple ? new SystemExit(...status) : new SystemExit(status);
}

/** The exception that is being handled; `null` outside of handlers. */
export function exception(): BaseException | null {
  return handled_exception();
}

/** Class, exception and traceback of what is being handled: the emitter names it where the text shows which it is. */
export function exc_info(
  error: BaseException | null = handled_exception(),
): readonly [Dynamic, Dynamic, Dynamic] {
  return error === null
    ? Tuple.of(null, null, null)
    : Tuple.of(error.constructor, error, error.__traceback__);
}

/** What `sys.excepthook = hook` is emitted as: it is told of exceptions that nobody catches. */
export function set_excepthook(hook: Dynamic): void {
  excepthook = hook;
  uncaught.hook = hook === __excepthook__ ? null : hook;
}

/** Prints the traceback of an exception on stderr. */
export function __excepthook__(_type: Dynamic, value: Dynamic, _traceback: Dynamic): void {
  standard_streams().stderr?.write(format_exception(value));
}

export let excepthook: Dynamic = __excepthook__;

/** What `sys.stdout = stream` is emitted as: `print` writes to the stream from now on. */
export function set_stdout(stream: Dynamic): void {
  stdout = stream;
  standard_streams().stdout = stream;
}

/** What `sys.stderr = stream` is emitted as. */
export function set_stderr(stream: Dynamic): void {
  stderr = stream;
  standard_streams().stderr = stream;
}

export function getrecursionlimit(): int {
  return recursion.limit;
}

/** Deeper than the engine's own stack calls can't nest. */
export function setrecursionlimit(limit: int): void {
  set_recursion_limit(limit);
}

let switch_interval = 0.005;

export function getswitchinterval(): number {
  return switch_interval;
}

export function setswitchinterval(interval: number): void {
  switch_interval = interval;
}

let origin_tracking_depth = 0;

/** How much of the calls that make a coroutine is remembered: kept, and of no other use here. */
export function get_coroutine_origin_tracking_depth(): int {
  return origin_tracking_depth;
}

export function set_coroutine_origin_tracking_depth(depth: int): void {
  if (depth < 0) throw new ValueError("depth must be >= 0");
  origin_tracking_depth = depth;
}

export function getdefaultencoding(): string {
  return "utf-8";
}

export function getfilesystemencoding(): string {
  return "utf-8";
}

export function get_int_max_str_digits(): int {
  return int_limits.max_str_digits;
}

export function set_int_max_str_digits(maxdigits: int): void {
  int_limits.max_str_digits = maxdigits;
}

/** The same string: JavaScript's strings are equal by their text anyway. */
export function intern(string: string): string {
  return string;
}
