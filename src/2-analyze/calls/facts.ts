// The facts about calls, read out of whom each call has been seen to reach.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Callee, Calls, ParameterInfo } from "../../facts/calls.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Types } from "../../facts/facts.ts";
import { types_of } from "../types/facts.ts";
import type { Program } from "../program/program.ts";
import type { CallRecord, ModuleRecord } from "../program/records.ts";

const UNKNOWN: Callee = { kind: "unknown" };

export function calls_of(program: Program, module: ModuleRecord, types: Types): Calls {
  return {
    callee(node) {
      const record = module.calls.get(node);
      return record === undefined ? UNKNOWN : the_callee(node, record, types);
    },
    parameters: (node) => parameters_of(program, node),
    is_closed(node) {
      const record = program.functions.get(node);
      return record !== undefined && !record.is_open && !record.is_value;
    },
  };
}

/** The one that a call reaches, if there is but one. */
function the_callee(node: ast.Call, record: CallRecord, types: Types): Callee {
  const count = record.functions.size + record.runtime.size + record.others.size;
  if (record.is_unknown || count !== 1) return UNKNOWN;
  for (const [found, owner] of record.functions) {
    const is_lambda = found.node.tag === "Lambda";
    if (found.owner === null || is_lambda) return { kind: "function", node: found.node };
    const is_method_call = owner !== null && is_bound_by(node, found.method_kind, types);
    return is_method_call
      ? { kind: "method", node: found.node, class_node: found.owner.node }
      : UNKNOWN;
  }
  for (const callable of record.runtime) return { kind: "runtime", callable };
  for (const callee of record.others.values()) return callee;
  return UNKNOWN;
}

/** `object.method()`, not `Class.method(object)` and not a bound method kept in a variable. */
function is_bound_by(node: ast.Call, kind: string, types: Types): boolean {
  if (node.func.tag !== "Attribute") return false;
  return types.of(node.func.value).type !== "class" || kind === "class" || kind === "static";
}

function parameters_of(program: Program, node: FunctionNode): readonly ParameterInfo[] {
  const record = program.functions.get(node);
  if (record === undefined) return [];
  const { args } = node;
  const types = types_of(program, record.module);
  const info = (arg: ast.Arg, kind: ParameterInfo["kind"], optional: boolean): ParameterInfo => ({
    name: arg.arg,
    kind,
    optional,
    type: types.parameter(arg),
  });
  const required = args.posonlyargs.length + args.args.length - args.defaults.length;
  const found = [...args.posonlyargs, ...args.args].map((arg, index) => {
    const kind = index < args.posonlyargs.length ? "positional_only" : "positional";
    return info(arg, kind, index >= required);
  });
  if (args.vararg !== null) found.push(info(args.vararg, "rest", true));
  args.kwonlyargs.forEach((arg, index) =>
    found.push(info(arg, "keyword_only", (args.kw_defaults[index] ?? null) !== null)),
  );
  if (args.kwarg !== null) found.push(info(args.kwarg, "keyword_rest", true));
  return found;
}
