// How callbacks appear in the texts of handles, futures and error messages.
import { repr } from "../builtins/representation.ts";
import { code_named } from "../builtins/traceback/program-codes.ts";
import { class_qualname } from "../builtins/type-name.ts";

/** `name()` of a callback, and where it is defined; its arguments are shown in debug mode only. */
export function format_callback(
  callback: unknown,
  args: readonly unknown[] | null,
  is_debug = false,
): string {
  const values = args === null || !is_debug ? "" : args.map(repr).join(", ");
  if (typeof callback !== "function") return `${repr(callback)}(${values})`;
  const name = callback_name(callback);
  const code = is_plain_function(callback) ? code_named(name) : null;
  if (code === null) return `${name}(${values})`;
  return `${code.qualname}(${values}) at ${code.file}:${code.first_line}`;
}

/** The function with the name that CPython's own has. */
export function shown_as<F extends Function & { [LIBRARY_NAME]?: string }>(
  qualname: string,
  f: F,
): F {
  f[LIBRARY_NAME] = qualname;
  return f;
}

const LIBRARY_NAME: unique symbol = Symbol("library name");

function callback_name(callback: Function): string {
  const own: unknown = Reflect.get(callback, LIBRARY_NAME) ?? Reflect.get(callback, "__qualname__");
  if (typeof own === "string") return own;
  return class_qualname(callback).replace(/^bound /, "") || "<lambda>";
}

/** Python looks for the place of functions only, not of methods and what the library has made. */
function is_plain_function(callback: Function): boolean {
  return !Object.hasOwn(callback, "__self__") && !(LIBRARY_NAME in callback);
}
