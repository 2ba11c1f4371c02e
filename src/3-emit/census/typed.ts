// Which parameters and results of a module say what they are.
import type * as target from "../../target/nodes.ts";
import { parts } from "./emitted.ts";

export interface TypedPlaces {
  readonly typed: number;
  /** `any`, `unknown`. */
  readonly untyped: number;
}

/** Counts annotations; what TypeScript infers itself (parameters of callbacks) counts as neither. */
export function typed_places(program: target.Program): TypedPlaces {
  const counts = { typed: 0, untyped: 0 };
  const pending: object[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const type of annotations(node)) counts[is_open(type) ? "untyped" : "typed"]++;
    for (const part of parts(node)) pending.push(part);
  }
  return counts;
}

function annotations(node: object): target.Type[] {
  if ("kind" in node && node.kind === "Parameter" && "type" in node) return types(node.type);
  return "parameters" in node && "returns" in node ? types(node.returns) : [];
}

function types(type: unknown): target.Type[] {
  return type === null || type === undefined ? [] : [type as target.Type];
}

/** `any`, `any[]`, `Promise<any>`; a dictionary of them says something. */
function is_open(type: target.Type): boolean {
  if (type.kind === "ArrayType") return is_open(type.element);
  if (type.kind !== "TypeName") return false;
  if (type.name === "any" || type.name === "unknown") return true;
  const [only] = type.arguments;
  return type.arguments.length === 1 && only !== undefined && is_open(only);
}
