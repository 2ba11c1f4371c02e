// How callbacks appear in the texts of handles, futures and error messages.
import { repr } from "../builtins/representation.ts";
import { class_qualname } from "../builtins/type-name.ts";

/** `name()` of a callback; its arguments are shown in debug mode only. */
export function format_callback(
  callback: unknown,
  args: readonly unknown[] | null,
  is_debug = false,
): string {
  const values = args === null || !is_debug ? "" : args.map(repr).join(", ");
  return `${callback_name(callback)}(${values})`;
}

function callback_name(callback: unknown): string {
  if (typeof callback !== "function") return repr(callback);
  const name: unknown = Reflect.get(callback, "__qualname__");
  if (typeof name === "string") return name;
  return class_qualname(callback).replace(/^bound /, "") || "<lambda>";
}
