// The error for a presentation type that a kind of value does not have.
import { ValueError } from "../exceptions/hierarchy.ts";

/** The ValueError for the presentation type `type` and values of the type `type_name`. */
export function unknown_code(type: string, type_name: string): ValueError {
  const code = type.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  return new ValueError(`Unknown format code '${shown}' for object of type '${type_name}'`);
}
