// The part of a type that is true, and the part that is false.
import type { Type } from "../../facts/types.ts";
import { intersection } from "../ranges/interval.ts";
import { has_runtime_base, is_opaque, methods_of } from "./class-members.ts";
import type { Inference } from "./inference.ts";
import { Int, int, members } from "./values.ts";

export function truth_part(inference: Inference, type: Type, outcome: boolean): Type {
  if (type.type === "unknown") return type;
  const parts = members(type).flatMap((member) => {
    const part = outcome ? true_part(inference, member) : false_part(inference, member);
    return part === null ? [] : [part];
  });
  return inference.heap.join_all(parts);
}

function true_part(_inference: Inference, type: Type): Type | null {
  if (type.type === "none") return null;
  if (!(type instanceof Int)) return type;
  const { range } = type;
  if (range.min === 0 && range.max === 0) return null;
  if (range.min === 0) return int({ min: 1, max: range.max });
  return range.max === 0 ? int({ min: range.min, max: -1 }) : type;
}

function false_part(inference: Inference, type: Type): Type | null {
  if (type instanceof Int) {
    const zero = intersection(type.range, { min: 0, max: 0 });
    return zero === null ? null : int(zero);
  }
  switch (type.type) {
    case "function":
    case "bound_method":
    case "runtime_function":
    case "runtime_method":
    case "class":
    case "runtime_class":
    case "module":
    case "coroutine":
    case "generator":
    case "async_generator":
    case "ellipsis":
      return null;
    case "instance": {
      const record = inference.program.class(type.node);
      const may_be_false =
        is_opaque(record) ||
        has_runtime_base(record) ||
        methods_of(record, "__bool__").length > 0 ||
        methods_of(record, "__len__").length > 0;
      return may_be_false ? type : null;
    }
    default:
      return type;
  }
}
