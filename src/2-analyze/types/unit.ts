// Evaluates one unit (a module's top level, a function's body) over the types that its variables have.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import { ControlFlow, type FlowClient } from "../flow/control.ts";
import { FlowState } from "../flow/state.ts";
import type { Program } from "../program/program.ts";
import type { ClassRecord, FunctionRecord, ModuleRecord, Unit } from "../program/records.ts";
import { CallRecord } from "../program/records.ts";
import { parameter_nodes } from "../scopes/declare.ts";
import { annotated_type } from "./annotations.ts";
import { attribute, store_attribute } from "./attributes.ts";
import { call_function, invoke, invoke_method } from "./calls.ts";
import { Cell } from "./cell.ts";
import { evaluate } from "./expressions.ts";
import type { Heap } from "./heap.ts";
import type { CallArguments, Inference } from "./inference.ts";
import { async_element, awaited, element } from "./iteration.ts";
import { entered, raised_types } from "./managed.ts";
import { bind_binding, name_type, read_binding } from "./names.ts";
import { entry_type } from "./parameters.ts";
import { matched, unmatched } from "./patterns.ts";
import { refine } from "./refine.ts";
import { execute } from "./statements.ts";
import { assign } from "./targets.ts";
import { Generator, is_never, NONE, UNKNOWN } from "./values.ts";

type SuppressionTest = (node: ast.With | ast.AsyncWith) => boolean;

export function evaluate_unit(
  program: Program,
  module: ModuleRecord,
  unit: Unit,
  may_suppress: SuppressionTest,
): void {
  const inference = new UnitInference(program, module, unit, may_suppress);
  if (unit.record === null) {
    inference.control.suite(module.source.module.body);
    return;
  }
  inference.enter_function(unit.record);
}

class UnitInference implements Inference, FlowClient<Binding, Type> {
  is_lazy = false;
  readonly heap: Heap;
  readonly state: FlowState<Binding, Type>;
  readonly control: ControlFlow<Binding, Type>;
  readonly program: Program;
  readonly module: ModuleRecord;
  readonly unit: Unit;
  readonly may_suppress: SuppressionTest;
  private readonly latest = new Map<ast.Expression, Type>();

  constructor(program: Program, module: ModuleRecord, unit: Unit, may_suppress: SuppressionTest) {
    this.program = program;
    this.module = module;
    this.unit = unit;
    this.may_suppress = may_suppress;
    this.heap = program.heap;
    this.state = new FlowState<Binding, Type>((left, right) => {
      if (left === undefined || right === undefined) return left ?? right;
      return this.heap.join(left, right);
    });
    this.control = new ControlFlow<Binding, Type>(this);
  }

  enter_function(record: FunctionRecord): void {
    const { node } = record;
    for (const arg of parameter_nodes(node.args)) {
      this.bind(this.module.scopes.defined_by(arg), entry_type(this, record, arg));
    }
    if (node.tag === "Lambda") {
      this.heap.store(record.returns, this.of(node.body));
      return;
    }
    this.control.suite(node.body);
    if (this.state.is_reachable) this.heap.store(record.returns, NONE);
  }

  of(node: ast.Expression): Type {
    return this.note(node, this.heap.bounded(evaluate(this, node)));
  }

  last(node: ast.Expression): Type {
    return this.latest.get(node) ?? UNKNOWN;
  }

  note(node: ast.Expression, type: Type): Type {
    this.latest.set(node, type);
    const { types } = this.module;
    const before = types.get(node);
    const joined = before === undefined ? type : this.heap.join(before, type);
    if (joined !== before) types.set(node, joined);
    return type;
  }

  callee(node: ast.Name): Type {
    return this.note(node, name_type(this, node));
  }

  method_callee(node: ast.Attribute, receiver: Type): void {
    if (receiver.type === "module") this.note(node, this.attribute(receiver, node.attr));
  }

  defaults(node: FunctionNode): void {
    const record = this.program.function(node);
    const { args } = node;
    const places = [...args.posonlyargs, ...args.args].slice(-args.defaults.length);
    args.defaults.forEach((value, index) => this.default(record, places[index], value));
    args.kw_defaults.forEach((value, index) => this.default(record, args.kwonlyargs[index], value));
  }

  private default(
    record: FunctionRecord,
    place: ast.Arg | undefined,
    value: ast.Expression | null,
  ): void {
    if (place === undefined || value === null) return;
    const cell = record.defaults.get(place) ?? new Cell();
    record.defaults.set(place, cell);
    this.heap.store(cell, this.of(value));
  }

  flow_sent(generator: Type): void {
    const { record } = this.unit;
    if (record === null || !(generator instanceof Generator)) return;
    this.heap.flow(record.sent, generator.sent);
    this.heap.store(generator.sent, NONE);
  }

  assign(target: ast.Expression, type: Type): void {
    assign(this, target, type);
    if (target.tag === "Name") this.note(target, type);
  }

  bind(binding: Binding, type: Type): void {
    bind_binding(this, binding, type);
  }

  read(binding: Binding): Type {
    return read_binding(this, binding);
  }

  attribute(receiver: Type, name: string): Type {
    return attribute(this, receiver, name);
  }

  store_attribute(receiver: Type, name: string, value: Type): void {
    store_attribute(this, receiver, name, value);
  }

  invoke(callee: Type, args: CallArguments): Type {
    return invoke(this, callee, args);
  }

  invoke_method(receiver: Type, name: string, args: CallArguments): Type {
    return invoke_method(this, receiver, name, args);
  }

  call_function(record: FunctionRecord, args: CallArguments, seen_as: ClassRecord | null): Type {
    return call_function(this, record, args, seen_as);
  }

  element(iterable: Type): Type {
    return element(this, iterable);
  }

  async_element(iterable: Type): Type {
    return async_element(this, iterable);
  }

  awaited(awaitable: Type): Type {
    return awaited(this, awaitable);
  }

  annotation_in(module: ModuleRecord, node: ast.Expression, site: object): Type | null {
    return annotated_type(this.program, module, node, site);
  }

  call_record(node: ast.Call): CallRecord {
    const known = this.module.calls.get(node);
    if (known !== undefined) return known;
    const made = new CallRecord();
    this.module.calls.set(node, made);
    return made;
  }

  // --- the points that control reaches

  is_same(left: Type | undefined, right: Type | undefined): boolean {
    if (left === undefined || right === undefined) return left === right;
    return this.heap.is_same(left, right);
  }

  widen(before: Type | undefined, next: Type | undefined): Type | undefined {
    return before === undefined || next === undefined ? next : this.heap.widen(before, next);
  }

  expression(node: ast.Expression): void {
    this.of(node);
  }

  refine(node: ast.Expression, outcome: boolean): void {
    refine(this, node, outcome);
  }

  statement(node: ast.Statement): void {
    execute(this, node);
  }

  next(node: ast.For | ast.AsyncFor): void {
    const source = this.last(node.iter);
    const given = node.tag === "For" ? this.element(source) : this.async_element(source);
    if (is_never(given)) this.state.is_reachable = false;
    else this.assign(node.target, given);
  }

  enter(item: ast.WithItem, node: ast.With | ast.AsyncWith): void {
    const type = entered(this, this.last(item.context_expr), node.tag === "AsyncWith");
    if (item.optional_vars !== null) this.assign(item.optional_vars, type);
  }

  caught(handler: ast.ExceptHandler, node: ast.Try | ast.TryStar): void {
    if (handler.name === null || handler.type === null) return;
    const type = raised_types(this, this.last(handler.type), node.tag === "TryStar");
    this.bind(this.module.scopes.defined_by(handler), type);
  }

  left(): void {
    // The name is unbound; nothing reads it before it is bound again.
  }

  matched(pattern: ast.Pattern, subject: ast.Expression): void {
    matched(this, pattern, subject);
  }

  unmatched(pattern: ast.Pattern, subject: ast.Expression): void {
    unmatched(this, pattern, subject);
  }
}
