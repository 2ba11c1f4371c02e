// The type of every kind of expression, its parts evaluated in Python's order.
import { take_class } from "./taken-classes.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { exactly } from "../ranges/interval.ts";
import { evaluate_call } from "./call-expressions.ts";
import { evaluate_comprehension } from "./comprehensions.ts";
import type { Inference } from "./inference.ts";
import { subscript } from "./iteration.ts";
import { is_never_negative } from "./signs.ts";
import { name_type } from "./names.ts";
import { binary, compare, unary } from "./operators.ts";
import { is_parameterized } from "./parameterized.ts";
import { truth_part } from "./truth.ts";
import {
  BOOL,
  BYTES,
  COMPLEX,
  Dict,
  ELLIPSIS,
  FLAT,
  FLOAT,
  function_of,
  Int,
  List,
  members,
  NEVER,
  NONE,
  SetOf,
  STR,
  text_of,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

type Rules = {
  readonly [Tag in ast.Expression["tag"]]: (
    inference: Inference,
    node: Extract<ast.Expression, { tag: Tag }>,
  ) => Type;
};

export function evaluate(inference: Inference, node: ast.Expression): Type {
  const rule = RULES[node.tag] as (inference: Inference, node: ast.Expression) => Type;
  return rule(inference, node);
}

const RULES: Rules = {
  Constant: (_, node) => constant(node.value),
  Name: (inference, node) => as_value(inference, name_type(inference, node)),
  NamedExpr(inference, node) {
    const type = inference.of(node.value);
    inference.assign(node.target, type);
    return type;
  },
  BinOp(inference, node) {
    const left = inference.of(node.left);
    const type = binary(inference, node.op, left, inference.of(node.right), node);
    // Only a negative base gives a complex number.
    if (node.op === "Pow" && is_real(left) && is_never_negative(node.left, inference))
      return inference.last(node.right).type === "float" ? FLOAT : type;
    return type;
  },
  UnaryOp(inference, node) {
    return unary(inference, node.op, inference.of(node.operand), node);
  },
  BoolOp: bool_op,
  Compare(inference, node) {
    let left = inference.of(node.left);
    const results: Type[] = [];
    node.ops.forEach((op, index) => {
      const comparator = node.comparators[index];
      if (comparator === undefined) return;
      const right = inference.of(comparator);
      results.push(compare(inference, op, left, right));
      left = right;
    });
    return inference.heap.join_all(results);
  },
  IfExp: conditional,
  Lambda(inference, node) {
    inference.defaults(node);
    inference.program.function(node).is_value = true;
    return function_of(node);
  },
  Call: evaluate_call,
  Attribute(inference, node) {
    const object = inference.of(node.value);
    if (node.attr === "__class__") take_class(inference, node, object);
    return as_value(inference, inference.attribute(object, node.attr));
  },
  Subscript(inference, node) {
    const container = inference.of(node.value);
    if (is_parameterized(inference, node, container)) {
      inference.heap.escape(container);
      inference.heap.escape(inference.of(node.slice));
      return UNKNOWN;
    }
    return subscript(inference, container, inference.of(node.slice), node);
  },
  Slice(inference, node) {
    for (const part of [node.lower, node.upper, node.step]) {
      if (part !== null) inference.of(part);
    }
    return { type: "slice" };
  },
  Starred(inference, node) {
    inference.of(node.value);
    return UNKNOWN;
  },
  List(inference, node) {
    const cell = inference.program.site(node);
    for (const type of element_types(inference, node.elts)) inference.heap.store(cell, type);
    return new List(cell);
  },
  Set(inference, node) {
    const cell = inference.program.site(node);
    for (const type of element_types(inference, node.elts)) inference.heap.store(cell, type);
    return new SetOf(cell);
  },
  Tuple(inference, node) {
    const types = element_types(inference, node.elts);
    const has_star = node.elts.some(({ tag }) => tag === "Starred");
    return has_star || types.length > 32 ? tuple_of(inference.heap.join_all(types)) : tuple(types);
  },
  Dict: dict,
  ListComp: evaluate_comprehension,
  SetComp: evaluate_comprehension,
  DictComp: evaluate_comprehension,
  GeneratorExp: evaluate_comprehension,
  JoinedStr(inference, node) {
    return text_of(node.values.map((part) => inference.of(part)));
  },
  FormattedValue(inference, node) {
    const value = inference.of(node.value);
    if (node.format_spec === null) return text_of([value]);
    const spec = inference.of(node.format_spec);
    return is_character_format(node.format_spec) ? STR : text_of([value, spec]);
  },
  Await(inference, node) {
    return inference.awaited(inference.of(node.value));
  },
  Yield(inference, node) {
    const { record } = inference.unit;
    const given = node.value === null ? NONE : inference.of(node.value);
    if (record === null) return UNKNOWN;
    inference.heap.store(record.yields, given);
    // What drives a generator-based coroutine may send anything.
    if (record.kind === "coroutine") return UNKNOWN;
    return inference.heap.join(inference.heap.read(record.sent), NONE);
  },
  YieldFrom: yield_from,
};

function is_real(type: Type): boolean {
  return members(type).every((member) => member.type === "float" || member instanceof Int);
}

/** `f"{code:c}"`, or a format that is not in the text. */
function is_character_format(spec: ast.Expression): boolean {
  const last = spec.tag === "JoinedStr" ? spec.values.at(-1) : spec;
  if (last?.tag !== "Constant" || last.value.type !== "str") return last !== undefined;
  return last.value.value.endsWith("c");
}

/** Functions that are mentioned, not called, are values that may be called from anywhere. */
function as_value(inference: Inference, type: Type): Type {
  for (const member of members(type)) {
    if (member.type === "function") inference.program.function(member.node).is_value = true;
  }
  return type;
}

function constant(value: ast.ConstantValue): Type {
  switch (value.type) {
    case "None":
      return NONE;
    case "Ellipsis":
      return ELLIPSIS;
    case "bool":
      return BOOL;
    case "int":
      return new Int(exactly(value.value));
    case "float":
      return FLOAT;
    case "complex":
      return COMPLEX;
    case "str":
      return /[\ud800-\udfff]/.test(value.value) ? STR : FLAT;
    case "bytes":
      return BYTES;
  }
}

/** The types of the elements; a starred one gives those that it is unpacked to. */
function element_types(inference: Inference, nodes: readonly ast.Expression[]): Type[] {
  return nodes.map((node) => {
    if (node.tag !== "Starred") return inference.of(node);
    return inference.element(inference.of(node.value));
  });
}

function dict(inference: Inference, node: ast.Dict): Type {
  const { heap, program } = inference;
  const made = new Dict(program.site(node, "keys"), program.site(node, "values"));
  node.values.forEach((value_node, index) => {
    const key_node = node.keys[index] ?? null;
    if (key_node !== null) {
      heap.store(made.keys, inference.of(key_node));
      heap.store(made.values, inference.of(value_node));
      return;
    }
    for (const member of members(inference.of(value_node))) {
      const is_dict = member instanceof Dict;
      heap.store(made.keys, is_dict ? heap.read(member.keys) : UNKNOWN);
      heap.store(made.values, is_dict ? heap.read(member.values) : UNKNOWN);
    }
  });
  return made;
}

/** `a or b` gives a where a is true, else b. */
function bool_op(inference: Inference, node: ast.BoolOp): Type {
  const { control, state } = inference;
  const goes_on = node.op === "And";
  const mark = state.mark();
  const paths: ReturnType<typeof state.since>[] = [];
  const results: Type[] = [];
  node.values.forEach((value, index) => {
    if (!state.is_reachable) return;
    if (index === node.values.length - 1) {
      results.push(inference.of(value));
      return;
    }
    const [when_true, when_false] = control.test(value);
    results.push(truth_part(inference, inference.last(value), !goes_on));
    const here = state.mark();
    state.apply(goes_on ? when_false : when_true);
    paths.push(state.since(mark));
    state.take(here);
    state.apply(goes_on ? when_true : when_false);
  });
  paths.push(state.take(mark));
  state.merge(paths);
  return inference.heap.join_all(results);
}

function conditional(inference: Inference, node: ast.IfExp): Type {
  const { state } = inference;
  const results: Type[] = [];
  const paths = inference.control.test(node.test).map((path, index) => {
    const mark = state.mark();
    state.apply(path);
    if (state.is_reachable) results.push(inference.of(index === 0 ? node.body : node.orelse));
    return state.take(mark);
  });
  state.merge(paths);
  return inference.heap.join_all(results);
}

function yield_from(inference: Inference, node: ast.YieldFrom): Type {
  const { record } = inference.unit;
  const source = inference.of(node.value);
  const { heap } = inference;
  if (record?.kind === "coroutine") return inference.awaited(source);
  const results = members(source).map((member) => {
    if (member.type === "coroutine") return member.returns;
    if (record !== null) heap.store(record.yields, inference.element(member));
    if (member.type !== "generator") return member.type === "list" ? NONE : UNKNOWN;
    inference.flow_sent(member);
    return member.returns;
  });
  return results.length === 0 ? NEVER : heap.join_all(results);
}
