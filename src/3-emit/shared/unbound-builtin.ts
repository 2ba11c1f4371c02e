// Built-in functions as class attributes: written in C, they are no methods, `self.key(x)` gives them `x` alone.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";

/** `len`, `enumerate`, `math.sqrt`: instances get the function itself. */
export function is_unbound_builtin(value: ast.Expression, emit: Emit): boolean {
  if (value.tag === "Name" && emit.facts.scopes.resolve(value).kind === "builtin")
    return /^[a-z]/.test(value.id) && !CLASSES.has(value.id);
  if (value.tag === "Call") return is_partial(value, emit);
  return IN_C.has(module_of(value, emit) ?? "");
}

/** `functools.partial(…)` is an object, no function. */
function is_partial(value: ast.Call, { facts }: Emit): boolean {
  const callee = facts.calls.callee(value);
  if (callee.kind !== "runtime" && callee.kind !== "runtime_class") return false;
  return callee.callable.module === "functools" && callee.callable.name === "partial";
}

/** The module of the library that the value is taken from. */
function module_of(value: ast.Expression, { facts }: Emit): string | null {
  if (value.tag === "Attribute") {
    const type = facts.types.of(value.value);
    return type.type === "module" && type.origin === "runtime" ? type.name : null;
  }
  if (value.tag !== "Name") return null;
  const resolution = facts.scopes.resolve(value);
  if (resolution.kind !== "binding") return null;
  const { imported } = resolution.binding;
  return imported?.origin === "runtime" && imported.name !== null ? imported.module : null;
}

/** Types that are classes in TypeScript, too. */
const CLASSES: ReadonlySet<string> = new Set(
  (
    "bool bytearray bytes classmethod complex dict float frozenset int list memoryview object property range set slice " +
    "staticmethod str super tuple type"
  ).split(" "),
);

/** Modules of which CPython has all that programs call in C. */
const IN_C: ReadonlySet<string> = new Set(
  "_thread cmath errno itertools math operator sys time unicodedata".split(" "),
);
