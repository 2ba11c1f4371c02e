// Whom a call reaches, and which argument lands in which parameter.
import type * as ast from "../../grammar/ast/index.ts";
import type { FunctionNode } from "./effects.ts";
import type { Type } from "./types.ts";

/** A parameter of a function, of the program's or of the runtime's (there read from its exported types). */
export interface ParameterInfo {
  readonly name: string;
  readonly kind: "positional_only" | "positional" | "rest" | "keyword_only" | "keyword_rest";
  readonly optional: boolean;
  readonly type: Type;
}

/** A callable of the runtime, as its declaration says (generated from the runtime's own types). */
export interface RuntimeCallable {
  readonly module: string;
  /** "sleep", or "Queue.get" for methods. */
  readonly name: string;
  readonly parameters: readonly ParameterInfo[];
  readonly returns: Type;
  readonly effect: "plain" | "coroutine" | "blocking" | "async_generator" | "generator";
}

export type Callee =
  | { readonly kind: "function"; readonly node: FunctionNode }
  /** `object.method(...)` that can only be this method (receiver's class known, not overridden below). */
  | {
      readonly kind: "method";
      readonly node: ast.FunctionDef | ast.AsyncFunctionDef;
      readonly class_node: ast.ClassDef;
    }
  | { readonly kind: "class"; readonly node: ast.ClassDef }
  | { readonly kind: "runtime"; readonly callable: RuntimeCallable }
  | { readonly kind: "runtime_class"; readonly callable: RuntimeCallable }
  /** A built-in function or type: `print`, `len`, `int`. */
  | { readonly kind: "builtin"; readonly name: string }
  /** A method of a built-in type: `"".join`, `xs.append`. */
  | { readonly kind: "builtin_method"; readonly receiver: Type; readonly name: string }
  | { readonly kind: "unknown" };

export interface Calls {
  callee(node: ast.Call): Callee;
  /** Parameters of a function of the program, in order. */
  parameters(node: FunctionNode): readonly ParameterInfo[];
  /** All calls that can reach this function are known (it never escapes as a value). */
  is_closed(node: FunctionNode): boolean;
}
