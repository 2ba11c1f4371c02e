// 1 → 1, 1.0 → float(1), "a" → "a", b"a" → b("a"), None → null, ... → Ellipsis
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function constant(node: ast.Constant, emit: Emit): target.Expression {
  const { value } = node;
  switch (value.type) {
    case "None":
      return build.null_();
    case "Ellipsis":
      return emit.builtin("Ellipsis");
    case "bool":
      return build.boolean(value.value);
    case "int":
      return int(value.value, emit);
    case "float":
      return Number.isInteger(value.value)
        ? build.call(emit.builtin("float"), [build.number(value.value)])
        : build.number(value.value);
    case "complex":
      return build.call(emit.builtin("complex"), [build.number(0), build.number(value.imag)]);
    case "str":
      // The names of characters come with this module only.
      if (value.value === "namereplace") emit.runs_runtime("unicodedata");
      return text(value.value);
    case "bytes":
      return build.call(emit.builtin("b"), [build.string(value.value)]);
  }
}

/** Ints beyond 2**53 are bigints at run time and numbers to TypeScript. */
function int(value: bigint, emit: Emit): target.Expression {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return build.number(number);
  return build.call(emit.builtin("int"), [build.bigint(value)]);
}

/** Text of several lines is written on several lines. */
function text(value: string): target.Expression {
  const inner = value.trim();
  return inner.indexOf("\n") === inner.lastIndexOf("\n")
    ? build.string(value)
    : build.template([value], []);
}
