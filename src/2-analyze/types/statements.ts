// Simple statements and definitions, evaluated for the types that they store.
import type * as ast from "../../../grammar/ast/index.ts";
import { define_class, define_function } from "./definitions.ts";
import { note_pattern } from "./found-texts.ts";
import type { Inference } from "./inference.ts";
import { store_item, subscript } from "./iteration.ts";
import { imported_value } from "./names.ts";
import { in_place } from "./operators.ts";
import { is_never_negative } from "./signs.ts";
import { NONE, UNKNOWN } from "./values.ts";

export function execute(inference: Inference, node: ast.Statement): void {
  switch (node.tag) {
    case "Expr":
      inference.of(node.value);
      return;
    case "Assign": {
      const type = inference.of(node.value);
      for (const target of node.targets) inference.assign(target, type);
      return note_value(inference, node.targets, node.value);
    }
    case "AugAssign":
      return augmented(inference, node);
    case "AnnAssign":
      if (node.value !== null) inference.assign(node.target, inference.of(node.value));
      return;
    case "Return":
      return return_value(inference, node);
    case "Raise":
      for (const part of [node.exc, node.cause]) if (part !== null) inference.of(part);
      return;
    case "Delete":
      for (const target of node.targets) evaluate_target(inference, target);
      return;
    case "Import":
    case "ImportFrom":
      return import_names(inference, node);
    case "FunctionDef":
    case "AsyncFunctionDef":
      return define_function(inference, node);
    case "ClassDef":
      return define_class(inference, node);
    case "TypeAlias":
      return inference.assign(node.name, UNKNOWN);
    default:
      return;
  }
}

/** `square = x * x`: a name that stands for nothing else has the sign of its value, the groups of its pattern. */
function note_value(
  inference: Inference,
  [target, ...others]: readonly ast.Expression[],
  value: ast.Expression,
): void {
  if (target?.tag !== "Name" || others.length > 0) return;
  if (value.tag === "Call") note_pattern(inference, target, value);
  if (inference.last(value).type !== "float") return;
  const binding = inference.module.scopes.defined_by(target);
  if (!binding.is_rebound)
    inference.unit.never_negative.set(binding, is_never_negative(value, inference));
}

/** `target op= value`: the target's parts are evaluated once, and before the value. */
function augmented(inference: Inference, node: ast.AugAssign): void {
  const { target, op } = node;
  const note = inference.module.augmented;
  const combine = (left: ReturnType<Inference["of"]>): ReturnType<Inference["of"]> => {
    inference.note(target, left);
    const result = in_place(inference, op, left, inference.of(node.value), node);
    const before = note.get(node);
    note.set(node, before === undefined ? result : inference.heap.join(before, result));
    return result;
  };
  if (target.tag === "Name") {
    const binding = inference.module.scopes.defined_by(target);
    inference.bind(binding, combine(inference.read(binding)));
  } else if (target.tag === "Attribute") {
    const receiver = inference.of(target.value);
    const result = combine(inference.attribute(receiver, target.attr));
    inference.store_attribute(receiver, target.attr, result);
  } else if (target.tag === "Subscript") {
    const container = inference.of(target.value);
    const index = inference.of(target.slice);
    const result = combine(subscript(inference, container, index, target));
    store_item(inference, container, index, result, target);
  }
}

function return_value(inference: Inference, node: ast.Return): void {
  const type = node.value === null ? NONE : inference.of(node.value);
  const { record } = inference.unit;
  if (record !== null) inference.heap.store(record.returns, type);
}

function evaluate_target(inference: Inference, target: ast.Expression): void {
  if (target.tag === "Attribute") inference.of(target.value);
  else if (target.tag === "Subscript") {
    inference.heap.shrink(inference.of(target.value));
    inference.of(target.slice);
  } else if (target.tag === "Tuple" || target.tag === "List") {
    for (const element of target.elts) evaluate_target(inference, element);
  }
}

/** Plain imports are known from the scopes; those that share their name with something else are bound. */
function import_names(inference: Inference, node: ast.Import | ast.ImportFrom): void {
  const { scopes } = inference.module;
  for (const alias of node.names) {
    if (alias.name === "*") {
      for (const { binding, imported } of scopes.star_bindings(alias))
        if (binding.imported === null) inference.bind(binding, imported_value(inference, imported));
      continue;
    }
    const binding = scopes.defined_by(alias);
    if (binding.imported !== null) continue;
    inference.bind(binding, imported_value(inference, scopes.import_of(alias)));
  }
}
