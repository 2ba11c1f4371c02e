// Annotations → TypeScript types: int → number, list[X] → X[], Optional[X] → X | null, Callable[[A], B] → (arg1: A) => B
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

/** `null`: it says nothing that TypeScript can use (type variables, text, names of other modules). */
export function annotation(node: ast.Expression, emit: Emit): target.Type | null {
  switch (node.tag) {
    case "Constant":
      return node.value.type === "None" ? build.literal_type(null) : null;
    case "Name":
    case "Attribute":
      return named(node, emit);
    case "Subscript":
      return subscripted(node, emit);
    case "BinOp":
      return node.op === "BitOr" ? union([node.left, node.right], emit) : null;
    default:
      return null;
  }
}

function any(): target.Type {
  return build.type_name("any");
}

function or_any(node: ast.Expression | undefined, emit: Emit): target.Type {
  return (node === undefined ? null : emit.annotation(node)) ?? any();
}

function union(nodes: readonly ast.Expression[], emit: Emit): target.Type | null {
  const types = nodes.map((each) => emit.annotation(each));
  return types.every((each) => each !== null) ? build.union_type(types) : null;
}

/** The last part of a dotted name: `typing.List`, `t.List`, `List`. */
function last_name(node: ast.Expression): string | null {
  if (node.tag === "Name") return node.id;
  return node.tag === "Attribute" ? node.attr : null;
}

function named(node: ast.Name | ast.Attribute, emit: Emit): target.Type | null {
  const type = emit.facts.types.of(node);
  if (type.type === "class" && is_typed_dict(type.node, emit))
    return build.type_name(emit.runtime_type("builtins", "Dict"), [
      build.type_name("string"),
      any(),
    ]);
  if (type.type === "class") return emit.type({ type: "instance", node: type.node, arguments: [] });
  if (node.tag === "Name") {
    const resolution = emit.facts.scopes.resolve(node);
    if (resolution.kind === "binding" && resolution.binding.imported === null) return null;
  }
  const name = last_name(node);
  return name === null ? null : generic(name, [], emit);
}

/** Its instances are dicts. */
function is_typed_dict(node: ast.ClassDef, emit: Emit): boolean {
  return emit.facts.classes.info(node).bases.some((base) => {
    if (base.type === "class") return is_typed_dict(base.node, emit);
    return base.type === "runtime_class" && base.name === "TypedDict";
  });
}

function subscripted(node: ast.Subscript, emit: Emit): target.Type | null {
  const name = last_name(node.value);
  if (name === null) return null;
  const args = node.slice.tag === "Tuple" ? node.slice.elts : [node.slice];
  return generic(name, args, emit);
}

function generic(name: string, args: readonly ast.Expression[], emit: Emit): target.Type | null {
  const [first, second] = args;
  switch (name) {
    case "int":
    case "float":
      return build.type_name("number");
    case "str":
    case "LiteralString":
      return build.type_name("string");
    case "bool":
      return build.type_name("boolean");
    case "None":
    case "NoneType":
      return build.literal_type(null);
    case "Any":
    case "object":
      return any();
    case "NoReturn":
    case "Never":
      return build.type_name("never");
    case "bytes":
      return build.type_name(emit.runtime_type("builtins", "Bytes"));
    case "bytearray":
      return build.type_name(emit.runtime_type("builtins", "ByteArray"));
    case "complex":
      return build.type_name(emit.runtime_type("builtins", "Complex"));
    case "list":
    case "List":
      return build.array_type(or_any(first, emit));
    case "dict":
    case "Dict":
      return build.type_name(emit.runtime_type("builtins", "Dict"), [
        or_any(first, emit),
        or_any(second, emit),
      ]);
    case "set":
    case "Set":
      return build.type_name(emit.runtime_type("builtins", "PySet"), [or_any(first, emit)]);
    case "frozenset":
    case "FrozenSet":
      return build.type_name(emit.runtime_type("builtins", "FrozenSet"), [or_any(first, emit)]);
    case "tuple":
    case "Tuple":
      return tuple(args, emit);
    case "Optional":
      return first === undefined
        ? null
        : build.union_type([or_any(first, emit), build.literal_type(null)]);
    case "Union":
      return union(args, emit);
    case "Callable":
      return callable(args, emit);
    case "Annotated":
    case "Final":
    case "ClassVar":
    case "Required":
    case "NotRequired":
      return first === undefined ? null : emit.annotation(first);
    case "Literal":
      return literal(args);
    default:
      // Protocols of iteration and awaiting, classes of other modules: values of many JavaScript kinds.
      return null;
  }
}

function tuple(args: readonly ast.Expression[], emit: Emit): target.Type {
  const [first, second] = args;
  if (first === undefined) return build.array_type(any(), { readonly: true });
  if (second?.tag === "Constant" && second.value.type === "Ellipsis")
    return build.array_type(or_any(first, emit), { readonly: true });
  return build.tuple_type(args.map((each) => or_any(each, emit)));
}

function callable(args: readonly ast.Expression[], emit: Emit): target.Type {
  const [parameters, returns] = args;
  const result = returns === undefined ? any() : or_any(returns, emit);
  const given =
    parameters?.tag === "List"
      ? parameters.elts.map((each, index) =>
          build.parameter(`arg${index + 1}`, { type: or_any(each, emit) }),
        )
      : [build.parameter("args", { type: build.array_type(any()), rest: true })];
  const is_none = result.kind === "LiteralType" && result.value === null;
  return build.function_type(given, is_none ? build.type_name("void") : result);
}

function literal(args: readonly ast.Expression[]): target.Type | null {
  const types = args.map((each): target.Type | null => {
    if (each.tag !== "Constant") return null;
    const { value } = each;
    if (value.type === "str" || value.type === "bool") return build.literal_type(value.value);
    if (value.type === "int") return build.literal_type(Number(value.value));
    return value.type === "None" ? build.literal_type(null) : null;
  });
  return types.every((each) => each !== null) ? build.union_type(types) : null;
}
