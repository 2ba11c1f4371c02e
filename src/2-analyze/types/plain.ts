// Types as the facts give them: cells read out, ranges left off.
import type { Type } from "../../facts/types.ts";
import { is_never, UNKNOWN } from "./values.ts";

const DEEPEST = 8;

/** What was never reached is unknown to the reader; inside containers `never` says that they stay empty. */
export function plain_type(type: Type | undefined): Type {
  if (type === undefined || is_never(type)) return UNKNOWN;
  return plain(type, 0);
}

function plain(type: Type, depth: number): Type {
  if (depth > DEEPEST) return UNKNOWN;
  const inner = (part: Type): Type => plain(part, depth + 1);
  switch (type.type) {
    case "int":
    case "range":
      return { type: type.type };
    case "list":
    case "set":
    case "frozenset":
    case "iterator":
    case "tuple_of":
      return { type: type.type, element: inner(type.element) };
    case "tuple":
      return { type: "tuple", elements: type.elements.map(inner) };
    case "dict":
      return { type: "dict", key: inner(type.key), value: inner(type.value) };
    case "generator": {
      const { yields, sends, returns } = type;
      return {
        type: "generator",
        yields: inner(yields),
        sends: inner(sends),
        returns: inner(returns),
      };
    }
    case "async_generator":
      return { type: "async_generator", yields: inner(type.yields), sends: inner(type.sends) };
    case "coroutine":
      return { type: "coroutine", returns: inner(type.returns) };
    case "callable":
      return {
        ...type,
        parameters: type.parameters?.map(inner) ?? null,
        returns: inner(type.returns),
      };
    case "bound_method":
    case "runtime_method":
      return { ...type, receiver: inner(type.receiver) };
    case "instance":
      return { ...type, arguments: type.arguments.map(inner) };
    case "runtime_instance": {
      const { module, name } = type;
      return { type: "runtime_instance", module, name, arguments: type.arguments.map(inner) };
    }
    case "union":
      return { type: "union", members: type.members.map(inner) };
    default:
      return type;
  }
}
