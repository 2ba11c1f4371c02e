// What the analysis knows of a value → the TypeScript type. What it doesn't know is `any`: Python checks at run time.
import type * as ast from "../../../grammar/ast/index.ts";
import { dataclass_of } from "../../facts/dataclasses.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, Frame } from "../emit.ts";
import { is_view_type, may_be_awaitable } from "../shared/types.ts";

export function type(node: Type, emit: Emit): target.Type {
  switch (node.type) {
    case "never":
      return build.type_name("never");
    case "none":
      return build.literal_type(null);
    case "bool":
      return build.type_name("boolean");
    case "int":
    case "float":
      return build.type_name("number");
    case "str":
      return build.type_name("string");
    case "complex":
      return builtin("Complex", [], emit);
    case "bytes":
      return builtin("Bytes", [], emit);
    case "bytearray":
      return builtin("ByteArray", [], emit);
    case "range":
      return builtin("Range", [], emit);
    case "slice":
      return builtin("Slice", [], emit);
    case "list":
      return build.array_type(emit.type(known(node.element)));
    case "tuple":
      return build.tuple_type(node.elements.map((each) => emit.type(known(each))));
    case "tuple_of":
      return build.array_type(emit.type(known(node.element)), { readonly: true });
    case "dict":
      return builtin("Dict", [known(node.key), known(node.value)], emit);
    case "set":
      return builtin("PySet", [known(node.element)], emit);
    case "frozenset":
      return builtin("FrozenSet", [known(node.element)], emit);
    case "iterator":
      return build.type_name("IterableIterator", [emit.type(known(node.element))]);
    case "generator":
      return build.type_name("Generator", [
        emit.type(known(node.yields)),
        returned(node.returns, emit),
        any(),
      ]);
    case "async_generator":
      return build.type_name("AsyncGenerator", [
        may_be_awaitable(node.yields, emit.facts) ? any() : emit.type(known(node.yields)),
        build.type_name("void"),
        any(),
      ]);
    case "coroutine":
      return build.type_name(emit.runtime_type("builtins", "Coroutine"), [
        result(node.returns, emit),
      ]);
    case "callable":
      return callable(node, emit);
    case "class":
    case "instance":
      if (emit.facts.classes.info(node.node).is_made_by_runtime) return any();
      // A variable whose type TypeScript has from the decorator's result.
      if (node.type === "class" && is_made_by_decorator(node.node)) return any();
      return class_name(node.node, emit, (name) =>
        node.type === "class" ? build.typeof_type(name) : build.type_name(name),
      );
    case "runtime_instance":
      return runtime_instance(node, emit);
    case "union":
      return build.union_type(node.members.map((each) => emit.type(each)));
    default:
      return any();
  }
}

function is_made_by_decorator(node: ast.ClassDef): boolean {
  return node.decorator_list.length > 0 && dataclass_of(node) === null;
}

function any(): target.Type {
  return build.type_name("any");
}

/** Elements of which nothing has been seen may turn out anything. */
function known(node: Type): Type {
  return node.type === "never" ? { type: "unknown" } : node;
}

/** A call that gives None gives nothing to TypeScript. */
function result(node: Type, emit: Emit): target.Type {
  if (node.type === "none" || node.type === "never") return build.type_name("void");
  return emit.type(node);
}

/** Of two generators one gives nothing (void), the other something: their common type says neither. */
function returned(node: Type, emit: Emit): target.Type {
  if (node.type === "union" && node.members.some((each) => each.type === "none")) return any();
  return result(node, emit);
}

function builtin(name: string, args: readonly Type[], emit: Emit): target.Type {
  return build.type_name(
    emit.runtime_type("builtins", name),
    args.map((each) => emit.type(each)),
  );
}

function runtime_instance(
  node: Extract<Type, { type: "runtime_instance" }>,
  emit: Emit,
): target.Type {
  // A class that its module does not give out has no name here.
  if (node.module === "_") return any();
  if (is_view_type(node))
    return build.type_name(
      "Iterable",
      node.arguments.map((each) => emit.type(known(each))),
    );
  const name = emit.runtime_type(node.module, node.name);
  return build.type_name(
    name,
    node.arguments.map((each) =>
      node.name === "Task" ? result(each, emit) : emit.type(known(each)),
    ),
  );
}

function callable(node: Extract<Type, { type: "callable" }>, emit: Emit): target.Type {
  const parameters =
    node.parameters === null
      ? [build.parameter("args", { type: build.array_type(any()), rest: true })]
      : node.parameters.map((each, index) =>
          build.parameter(`arg${index + 1}`, { type: emit.type(known(each)) }),
        );
  return build.function_type(parameters, result(node.returns, emit));
}

/** A class that can be named here: of the module itself, or of a function around. */
function class_name(
  node: ast.ClassDef,
  emit: Emit,
  make: (name: string) => target.Type,
): target.Type {
  if (!is_of_module(node, emit)) {
    const name = emit.class_elsewhere(node);
    return name === null ? any() : make(name);
  }
  const binding = emit.facts.scopes.defined_by(node);
  const { kind, node: owner } = binding.scope;
  if (kind === "module") return make(emit.name(binding));
  for (let at: Frame | null = emit.frame; at !== null; at = at.parent)
    if (at.node === owner && kind === "function") return make(emit.name(binding));
  return any();
}

function is_of_module(node: ast.ClassDef, emit: Emit): boolean {
  const { all } = emit.facts.classes;
  let set = known_classes.get(all);
  if (set === undefined) {
    set = new Set(all);
    known_classes.set(all, set);
  }
  return set.has(node);
}

const known_classes = new WeakMap<readonly ast.ClassDef[], ReadonlySet<ast.ClassDef>>();
