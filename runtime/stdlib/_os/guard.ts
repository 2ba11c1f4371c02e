// Calls of the file system with Python's arguments and errors.
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { error_number, error_text } from "../../builtins/exceptions/errno.ts";
import { OSError, TypeError } from "../../builtins/exceptions/index.ts";
import { bytes_of } from "../../builtins/bytes/like.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { type_name } from "../../builtins/type-name.ts";

/** Does something with files; what Node throws becomes the OSError that Python raises, naming these files. */
export function with_os_errors<T>(paths: readonly Dynamic[], action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
    const number = typeof code === "string" ? error_number(code) : null;
    if (number === null) throw as_exception(error);
    const [first = null, second = null] = paths;
    const names = second === null ? [first] : [first, null, second];
    throw new OSError(number, error_text(number), ...names);
  }
}

/** The text of a path: a str, bytes, or an object with `__fspath__`. TypeError for anything else. */
export function fspath(path: Dynamic): string {
  if (typeof path === "string") return path;
  if (typeof path?.__fspath__ === "function") return path.__fspath__();
  const bytes = bytes_of(path);
  if (bytes !== null) return new TextDecoder().decode(bytes);
  throw new TypeError(`expected str, bytes or os.PathLike object, not ${type_name(path)}`);
}
