// Values of a class body that mean the same on the class and on its instances: no functions, no descriptors.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Emit } from "../emit.ts";
import { members } from "./types.ts";

/** The value is data, whatever it is exactly. */
export function is_plain_value(value: ast.Expression, emit: Emit): boolean {
  if (PLAIN.has(value.tag)) return true;
  return members(emit.facts.types.of(value)).every((member) => is_data(member, emit));
}

const PLAIN: ReadonlySet<ast.Expression["tag"]> = new Set([
  "Constant",
  "List",
  "Tuple",
  "Dict",
  "Set",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
  "JoinedStr",
  "BinOp",
  "UnaryOp",
  "Compare",
] as const);

function is_data(type: Type, emit: Emit): boolean {
  switch (type.type) {
    case "unknown":
    case "function":
    case "runtime_function":
    case "callable":
      return false;
    case "runtime_instance":
      return type.module !== "builtins" && type.module !== "functools";
    case "instance":
      return !HOOKS.some((name) => has_method(type.node, name, emit));
    default:
      return true;
  }
}

const HOOKS = ["__get__", "__set__", "__delete__", "__set_name__"];

/** The class, or one of the program above or below it. */
function has_method(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  if (info.methods.has(name)) return true;
  const is_above = info.bases.some(
    (base) => base.type === "class" && has_method(base.node, name, emit),
  );
  return (
    is_above || info.subclasses.some((each) => emit.facts.classes.info(each).methods.has(name))
  );
}
