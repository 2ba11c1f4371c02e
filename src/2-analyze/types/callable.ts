// Functions of the runtime as the facts tell them: parameters and result as far as declarations go.
import type { ParameterInfo, RuntimeCallable } from "../../facts/calls.ts";
import type { Declared, Signature } from "../../facts/declared-api.ts";
import type { Type } from "../../facts/types.ts";
import { UNKNOWN } from "./values.ts";

export function callable(signature: Signature, module: string, name: string): RuntimeCallable {
  const known = callables.get(signature);
  if (known !== undefined) return known;
  const made: RuntimeCallable = {
    module,
    name,
    parameters: signature.parameters.map(parameter_info),
    returns: outline(signature.result),
    effect: signature.effect,
  };
  callables.set(signature, made);
  return made;
}

const callables = new WeakMap<Signature, RuntimeCallable>();

function parameter_info(parameter: Signature["parameters"][number]): ParameterInfo {
  const { name, kind, optional, type } = parameter;
  return { name, kind, optional, type: outline(type) };
}

/** A declared type as far as it can be said without knowing its variables. */
function outline(declared: Declared): Type {
  const inner = (index: number): Type => {
    const part = declared.arguments[index];
    return part === undefined ? UNKNOWN : outline(part);
  };
  switch (declared.name) {
    case "int":
    case "float":
    case "bool":
    case "str":
    case "bytes":
    case "bytearray":
    case "none":
    case "complex":
    case "never":
      return { type: declared.name };
    case "list":
    case "set":
    case "frozenset":
    case "iterator":
      return { type: declared.name, element: inner(0) };
    case "dict":
      return { type: "dict", key: inner(0), value: inner(1) };
    case "tuple":
      return { type: "tuple", elements: declared.arguments.map(outline) };
    case "coroutine":
      return { type: "coroutine", returns: inner(0) };
    case "union": {
      const types = declared.arguments.map(outline);
      return types.some(({ type }) => type === "unknown")
        ? UNKNOWN
        : { type: "union", members: types };
    }
    case "number":
      return { type: "union", members: [{ type: "int" }, { type: "float" }] };
    case "function":
      return { type: "callable", parameters: null, returns: UNKNOWN };
    default: {
      const [module = "", name] = declared.name.split(":");
      if (name === undefined) return UNKNOWN;
      return { type: "runtime_instance", module, name, arguments: declared.arguments.map(outline) };
    }
  }
}
