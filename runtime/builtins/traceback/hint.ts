// What a traceback adds to an error about a name: ". Did you mean: 'x'?"
import { names_of } from "../attributes/own-attributes.ts";
import type { BaseException } from "../exceptions/base.ts";
import { AttributeError, NameError } from "../exceptions/named-errors.ts";
import { is_class } from "../type-name.ts";
import { BUILTIN_NAMES, LIBRARY_MODULES } from "./known-names.ts";
import type { Frame } from "./frames.ts";
import { nearest_name } from "./suggestion.ts";

/** `frames`: those of the error, outermost first. */
export function hint(error: BaseException, frames: readonly Frame[]): string {
  const innermost = frames.at(-1);
  if (error instanceof AttributeError) {
    const { name, obj } = error;
    if (typeof name !== "string" || obj == null) return "";
    return told(nearest_name(name, attribute_names(obj, name, innermost)));
  }
  if (!(error instanceof NameError) || typeof error.name !== "string") return "";
  if (innermost === undefined) return "";
  const { name } = error;
  const is_attribute = innermost.attributes?.includes(name) === true;
  const likely = is_attribute
    ? `self.${name}`
    : nearest_name(name, [...(innermost.names ?? []), ...BUILTIN_NAMES]);
  if (!LIBRARY_MODULES.has(name)) return told(likely);
  return likely === null
    ? `. Did you forget to import '${name}'?`
    : `${told(likely)} Or did you forget to import '${name}'?`;
}

function told(name: string | null): string {
  return name === null ? "" : `. Did you mean: '${name}'?`;
}

function attribute_names(object: unknown, wrong: string, frame: Frame | undefined): string[] {
  const names = names_of(object).filter((name) => !is_native(object, name));
  const is_own = frame?.text?.includes(`self.${wrong}`) === true;
  return wrong.startsWith("_") || is_own ? names : names.filter((name) => !name.startsWith("_"));
}

/** Fields that only JavaScript sees. */
function is_native(object: unknown, name: string): boolean {
  return typeof object === "function" && is_class(object) && name === "prototype";
}
