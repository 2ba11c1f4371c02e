// What is handed to each part of type inference, so that recursion needs no imports between them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import type { ControlFlow } from "../flow/control.ts";
import type { FlowState } from "../flow/state.ts";
import type { Program } from "../program/program.ts";
import type {
  CallRecord,
  ClassRecord,
  FunctionRecord,
  ModuleRecord,
  Unit,
} from "../program/records.ts";
import type { Heap } from "./heap.ts";

export interface Inference {
  readonly program: Program;
  readonly heap: Heap;
  readonly module: ModuleRecord;
  readonly unit: Unit;
  readonly state: FlowState<Binding, Type>;
  readonly control: ControlFlow<Binding, Type>;
  /** Inside a generator expression: runs later, when variables may have changed. */
  is_lazy: boolean;

  /** Evaluates an expression and records its type. */
  of(node: ast.Expression): Type;
  /** Records a type for an expression that is evaluated in another way. */
  note(node: ast.Expression, type: Type): Type;
  /** The type that `of` gave last, without evaluating again. */
  last(node: ast.Expression): Type;
  /** A name that is read only to be called. */
  callee(node: ast.Name): Type;
  /** Records the type of `receiver.name` that is read only to be called. */
  method_callee(node: ast.Attribute, receiver: Type): void;
  /** Evaluates the defaults of a function's parameters. */
  defaults(node: FunctionNode): void;
  /** What is sent into this generator goes on to the one that it delegates to. */
  flow_sent(generator: Type): void;
  assign(target: ast.Expression, type: Type): void;
  bind(binding: Binding, type: Type): void;
  read(binding: Binding): Type;
  /** `name` of a value, read to be kept, not to be called at once. */
  attribute(receiver: Type, name: string): Type;
  store_attribute(receiver: Type, name: string, value: Type): void;
  invoke(callee: Type, args: CallArguments): Type;
  invoke_method(receiver: Type, name: string, args: CallArguments): Type;
  call_function(record: FunctionRecord, args: CallArguments, seen_as: ClassRecord | null): Type;
  /** What a `for` gets from it. */
  element(iterable: Type): Type;
  async_element(iterable: Type): Type;
  awaited(awaitable: Type): Type;
  /** What an annotation says; its containers live in cells of the site. */
  annotation_in(module: ModuleRecord, node: ast.Expression, site: object): Type | null;
  call_record(node: ast.Call): CallRecord;
}

export interface Argument {
  readonly type: Type;
  readonly is_star: boolean;
}

export interface CallArguments {
  readonly positional: readonly Argument[];
  /** `name` is `null` for `**mapping` (the type is that of its values). */
  readonly keywords: readonly { readonly name: string | null; readonly type: Type }[];
  /** Where the call stands: values that it makes live in cells of this place. */
  readonly site: object;
  /** The call in the text, if it is one. */
  readonly call: ast.Call | null;
  /** The call in the text makes an object, whose `__init__` it reaches by that. */
  readonly is_construction?: boolean;
}

export function arguments_of(site: object, ...types: readonly Type[]): CallArguments {
  return {
    positional: types.map((type) => ({ type, is_star: false })),
    keywords: [],
    site,
    call: null,
  };
}

export function all_types(args: CallArguments): Type[] {
  return [...args.positional, ...args.keywords].map(({ type }) => type);
}
