// What the runtime's modules declare: decoded, name by name, from the generated table of signatures.
import type { RuntimeCallable } from "./calls.ts";

/**
 * A declared type as a term. Names: `int float number bool str bytes none unknown never list tuple dict
 * set frozenset iterable iterator async_iterable awaitable coroutine blocking generator
 * async_generator function union`, `$T` for type variables, `self` for the receiver, `pack<$T>` for the
 * arguments of a function that is handed over beside them, `module:Class` for classes of the runtime.
 * Of a `function`, the arguments are the parameters and, last, the result; `*` wraps a rest parameter.
 */
export interface Declared {
  readonly name: string;
  readonly arguments: readonly Declared[];
}

export interface DeclaredParameter {
  readonly name: string;
  readonly kind: "positional" | "rest" | "keyword_only" | "keyword_rest";
  readonly optional: boolean;
  readonly type: Declared;
}

export interface Signature {
  readonly parameters: readonly DeclaredParameter[];
  /** What a call gives when done: for coroutines the awaited result. */
  readonly result: Declared;
  readonly effect: RuntimeCallable["effect"];
  /** Of an overloaded function: all of them; the signature itself is the one with most parameters. */
  readonly overloads?: readonly Signature[];
}

export type RuntimeExport =
  | { readonly kind: "function"; readonly signature: Signature }
  | { readonly kind: "class"; readonly class: RuntimeClass }
  | { readonly kind: "constant"; readonly type: Declared };

export interface RuntimeClass {
  readonly module: string;
  readonly name: string;
  readonly type_parameters: readonly string[];
  readonly bases: readonly Declared[];
  /** `null`: inherited. */
  readonly constructor_signature: Signature | null;
  readonly methods: ReadonlyMap<string, Signature>;
  readonly static_methods: ReadonlyMap<string, Signature>;
  readonly properties: ReadonlyMap<string, Declared>;
}

export interface RuntimeApi {
  readonly modules: readonly string[];
  /** Names that a module exports; `null` when the runtime has no such module. */
  names(module: string): ReadonlySet<string> | null;
  find(module: string, name: string): RuntimeExport | null;
}

/** Module → name → compact text, as `scripts/generate-api.ts` writes it. */
export type CompactApi = Readonly<Record<string, Readonly<Record<string, string>>>>;
