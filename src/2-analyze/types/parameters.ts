// Which argument goes into which parameter of a function of the program.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { FunctionRecord } from "../program/records.ts";
import type { CallArguments, Inference } from "./inference.ts";
import { Dict, is_unknown, NEVER, STR, tuple_of, UNKNOWN } from "./values.ts";

export function pass_arguments(
  inference: Inference,
  record: FunctionRecord,
  args: CallArguments,
): void {
  const passing = new Passing(inference, record);
  passing.positional(args);
  passing.keywords(args);
  passing.defaults();
}

/** The value of a parameter when the function begins. */
export function entry_type(inference: Inference, record: FunctionRecord, arg: ast.Arg): Type {
  const { heap, program } = inference;
  const given = heap.read(cell_of(record, arg));
  const signature = record.node.args;
  if (arg === signature.vararg) return tuple_of(record.is_open ? UNKNOWN : given);
  if (arg === signature.kwarg) {
    const [keys, values] = [program.site(arg, "keys"), program.site(arg, "values")];
    heap.store(keys, STR);
    heap.store(values, record.is_open ? UNKNOWN : given);
    return new Dict(keys, values);
  }
  if (!record.is_open) return given;
  const receiver = receiver_type(record, arg);
  if (receiver !== null) return receiver;
  const declared = declared_type(inference, record, arg) ?? UNKNOWN;
  return heap.join(heap.join(declared, given), default_type(inference, record, arg));
}

/** `self` and `cls` of a method that code out of sight may call. */
function receiver_type(record: FunctionRecord, arg: ast.Arg): Type | null {
  const { args } = record.node;
  const is_first = arg === (args.posonlyargs[0] ?? args.args[0]);
  if (!is_first || record.owner === null) return null;
  const { node } = record.owner;
  if (record.method_kind === "class") return { type: "class", node };
  if (record.method_kind === "static") return null;
  return { type: "instance", node, arguments: [] };
}

function declared_type(inference: Inference, record: FunctionRecord, arg: ast.Arg): Type | null {
  if (arg.annotation === null) return null;
  return inference.annotation_in(record.module, arg.annotation, arg);
}

function default_type(inference: Inference, record: FunctionRecord, arg: ast.Arg): Type {
  const cell = record.defaults.get(arg);
  return cell === undefined ? NEVER : inference.heap.read(cell);
}

function cell_of(
  record: FunctionRecord,
  arg: ast.Arg,
): ReturnType<FunctionRecord["parameters"]["get"]> & object {
  const cell = record.parameters.get(arg);
  if (cell === undefined) throw new Error(`parameter ${arg.arg} has no cell`);
  return cell;
}

class Passing {
  private readonly inference: Inference;
  private readonly record: FunctionRecord;
  private readonly places: readonly ast.Arg[];
  private readonly filled = new Set<ast.Arg>();

  constructor(inference: Inference, record: FunctionRecord) {
    this.inference = inference;
    this.record = record;
    this.places = [...record.node.args.posonlyargs, ...record.node.args.args];
  }

  positional(args: CallArguments): void {
    let has_star = false;
    args.positional.forEach(({ type, is_star }, index) => {
      has_star ||= is_star;
      const given = is_star ? this.inference.element(type) : type;
      if (!has_star) return this.pass_at(index, given);
      for (const place of this.places.slice(index)) this.pass(place, given, false);
      this.rest(given);
    });
  }

  keywords(args: CallArguments): void {
    const { args: signature } = this.record.node;
    for (const { name, type } of args.keywords) {
      const named = [...this.places, ...signature.kwonlyargs];
      if (name === null) {
        for (const place of named) if (!this.filled.has(place)) this.pass(place, type, false);
        this.keyword_rest(type);
        continue;
      }
      const place = named.find(({ arg }) => arg === name);
      if (place !== undefined) this.pass(place, type);
      else this.keyword_rest(type);
    }
  }

  /** What is not given for certain has its default. */
  defaults(): void {
    for (const [arg, cell] of this.record.defaults) {
      if (!this.filled.has(arg)) this.inference.heap.flow(cell, cell_of(this.record, arg));
    }
  }

  private pass_at(index: number, type: Type): void {
    const place = this.places[index];
    if (place === undefined) this.rest(type);
    else this.pass(place, type);
  }

  /** An argument of unknown type is taken to be what the parameter says. */
  private pass(place: ast.Arg, type: Type, is_certain = true): void {
    const declared = is_unknown(type) ? declared_type(this.inference, this.record, place) : null;
    this.inference.heap.store(cell_of(this.record, place), declared ?? type);
    if (is_certain) this.filled.add(place);
  }

  private rest(type: Type): void {
    const { vararg } = this.record.node.args;
    if (vararg !== null) this.inference.heap.store(cell_of(this.record, vararg), type);
  }

  private keyword_rest(type: Type): void {
    const { kwarg } = this.record.node.args;
    if (kwarg !== null) this.inference.heap.store(cell_of(this.record, kwarg), type);
  }
}
