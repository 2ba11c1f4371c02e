// Truth: where JavaScript's idea of it is Python's, and what to ask where it is not.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { has_method, members } from "./types.ts";

/** `x` as a truth test, for a value of the type. `x` is read once. */
export function truth(x: target.Expression, type: Type, emit: Emit): target.Expression {
  if (is_native_truth(type, emit.facts)) return x;
  const kinds = members(type).map((member) => member.type);
  if (kinds.every((kind) => HAS_LENGTH.has(kind)))
    return build.binary(">", build.member(x, "length"), build.number(0));
  if (kinds.every((kind) => HAS_SIZE.has(kind)))
    return build.binary(">", build.member(x, "size"), build.number(0));
  // `x?.length`: TypeScript then knows that x is there.
  const present = kinds.filter((kind) => kind !== "none");
  if (present.length > 0 && present.every((kind) => HAS_LENGTH.has(kind)))
    return { ...build.member(x, "length"), optional: true };
  if (present.length > 0 && present.every((kind) => HAS_SIZE.has(kind)))
    return { ...build.member(x, "size"), optional: true };
  if (kinds.every((kind) => kind === "float")) return build.binary("!=", x, build.number(0));
  return build.call(emit.builtin("bool"), [x]);
}

const HAS_LENGTH: ReadonlySet<Type["type"]> = new Set(["list", "tuple", "tuple_of"] as const);
const HAS_SIZE: ReadonlySet<Type["type"]> = new Set(["dict", "set", "frozenset"] as const);

/** Whether JavaScript takes every value of the type for true exactly when Python does. */
export function is_native_truth(type: Type, facts: Facts): boolean {
  const kinds = members(type);
  // TypeScript does not let `void` be tested.
  if (kinds.every((member) => member.type === "none")) return false;
  return kinds.every((member) => {
    if (NATIVE.has(member.type)) return true;
    if (member.type === "instance") return !decides_itself(member.node, facts);
    if (member.type !== "runtime_instance") return false;
    return ALWAYS_TRUE_MODULES.has(member.module);
  });
}

const NATIVE: ReadonlySet<Type["type"]> = new Set([
  "never",
  "none",
  "bool",
  "int",
  "str",
  "function",
  "bound_method",
  "runtime_function",
  "runtime_method",
  "class",
  "runtime_class",
  "module",
  "coroutine",
  "generator",
  "async_generator",
] as const);

/** Their objects have neither `__bool__` nor `__len__`. */
const ALWAYS_TRUE_MODULES: ReadonlySet<string> = new Set([
  "asyncio",
  "threading",
  "concurrent.futures",
]);

/** The class or one below it says what its truth is. */
function decides_itself(node: ast.ClassDef, facts: Facts): boolean {
  if (has_method(node, "__bool__", facts) || has_method(node, "__len__", facts)) return true;
  if (extends_value(node, facts)) return true;
  return facts.classes.info(node).subclasses.some((each) => decides_itself(each, facts));
}

/** `class Stack(list)`: the built-in type says it. */
function extends_value(node: ast.ClassDef, facts: Facts): boolean {
  return facts.classes.info(node).bases.some((base) => {
    if (base.type === "class") return extends_value(base.node, facts);
    return base.type === "runtime_class" && base.module === "builtins" && VALUES.has(base.name);
  });
}

const VALUES: ReadonlySet<string> = new Set(
  "int float complex str bytes bytearray list tuple dict set frozenset".split(" "),
);

/** The truth of a literal; `null` for what is only known at run time. */
export function literal_truth(node: ast.Expression): boolean | null {
  if (node.tag !== "Constant") return null;
  const { value } = node;
  switch (value.type) {
    case "None":
      return false;
    case "bool":
      return value.value;
    case "int":
      return value.value !== 0n;
    case "float":
      return value.value !== 0;
    case "str":
    case "bytes":
      return value.value !== "";
    case "complex":
      return value.imag !== 0;
    default:
      return true;
  }
}
