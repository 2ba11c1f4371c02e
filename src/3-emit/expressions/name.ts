// x → x; a built-in's name → its import; a name that may be unbound → unbound("x", x)
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { docstring } from "../comments.ts";
import type { Emit } from "../emit.ts";
import { annotations_in } from "../shared/annotations-block.ts";
import { builtin_name } from "../shared/builtin-name.ts";
import { is_of_subclass } from "../shared/this-value.ts";
import { read_variable } from "../shared/read-variable.ts";

export function name(node: ast.Name, emit: Emit): target.Expression {
  const resolution = emit.facts.scopes.resolve(node);
  switch (resolution.kind) {
    case "binding":
      return variable(node, resolution.binding, emit);
    case "builtin":
      return builtin(node, emit);
    case "replaced":
      return build.member(emit.runtime_module("builtins"), node.id);
    case "undefined":
      if (node.id === "__class__") return enclosing_class(emit) ?? unknown_name(node, emit);
      return unknown_name(node, emit);
  }
}

function unknown_name(node: ast.Name, emit: Emit): target.Expression {
  return build.call(emit.builtin("name_error"), [build.string(node.id)]);
}

/** `__class__` in a method: the class in whose body it stands. */
function enclosing_class(emit: Emit): target.Expression | null {
  for (let at = emit.frame.parent; at !== null; at = at.parent)
    if (at.node.tag === "ClassDef")
      return build.identifier(emit.name(emit.facts.scopes.defined_by(at.node)));
  return null;
}

function variable(node: ast.Name, binding: Binding, emit: Emit): target.Expression {
  if (node.ctx === "Load") {
    const read = read_variable(binding, emit, node);
    const is_cast = read.kind === "This" && is_of_subclass(node, emit);
    return is_cast ? { ...build.as_(read, build.type_name("any")), of_value: true } : read;
  }
  const local = emit.name(binding);
  return local === "this" ? build.this_() : build.identifier(local);
}

function builtin(node: ast.Name, emit: Emit): target.Expression {
  switch (node.id) {
    case "__name__":
      return build.string(emit.module_name);
    case "__file__":
      return emit.python_file === null
        ? build.member(build.import_meta(), "filename")
        : build.string(emit.python_file);
    case "__package__":
      return emit.package_name === null ? build.null_() : build.string(emit.package_name);
    case "__annotations__": {
      const module = emit.facts.scopes.module.node;
      const own = module.tag === "Module" ? annotations_in(module.body, emit) : [];
      return build.call(emit.builtin("dict"), [build.object(own)]);
    }
    case "__debug__":
      return build.boolean(true);
    case "__doc__": {
      const module = emit.facts.scopes.module.node;
      const doc = module.tag === "Module" ? docstring(module.body) : null;
      return doc === null ? build.null_() : build.string(doc);
    }
    default:
      return builtin_name(node, node.id, emit);
  }
}
