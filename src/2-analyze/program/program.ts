// The whole program under analysis: its tables, its heap, and the queue of code to evaluate (again).
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { RuntimeApi } from "../../facts/declared-api.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import { packages_of } from "../../project.ts";
import { Cell, type Reader } from "../types/cell.ts";
import { Heap } from "../types/heap.ts";
import { UNKNOWN } from "../types/values.ts";
import { is_operator_method } from "./operator-methods.ts";
import type { ClassRecord, Family, FunctionRecord, ModuleRecord, Unit } from "./records.ts";

export class Program {
  readonly heap: Heap;
  readonly functions = new Map<FunctionNode, FunctionRecord>();
  readonly classes = new Map<ast.ClassDef, ClassRecord>();
  readonly units: Unit[] = [];
  readonly modules = new Map<string, ModuleRecord>();
  /** Names of the library's modules that patches replace. */
  replaced: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  private folders: ReadonlySet<string> | null = null;
  readonly api: RuntimeApi;
  /** Methods of the program's classes by name: whom a call on an unknown object may reach. */
  /** Variables that stand for a compiled regular expression, and how many groups it has. */
  readonly patterns = new Map<Binding, number>();
  readonly methods_by_name = new Map<string, FunctionRecord[]>();
  readonly setters_by_name = new Map<string, FunctionRecord[]>();
  /** Every name that some statement stores as an attribute, and every name bound in a class body. */
  readonly deleted_attributes = new Set<string>();
  readonly stored_attributes = new Set<string>();
  readonly changed_attributes = new Set<string>();
  /** Attribute names with which unknown objects are read, and what is stored to them. */
  private readonly read_blindly = new Set<string>();
  private readonly stored_blindly = new Map<string, Cell>();
  private readonly cells_by_name = new Map<string, Cell[]>();
  private readonly bindings = new Map<Binding, Cell>();
  /** Cells of values made at a place in the text (a list display, a call), by what they hold of it. */
  private readonly sites = new Map<string, Map<object, Cell>>();
  private readonly queued = new Set<Unit>();
  private queue: Unit[] = [];
  /** Attributes are written under names that only the running program knows. */
  private has_dynamic_attributes = false;
  /** Attributes are read under such names. */
  private leaks_attributes = false;
  private has_lost_variables = false;
  private has_opened_classes = false;

  constructor(api: RuntimeApi) {
    this.api = api;
    this.heap = new Heap((reader) => this.enqueue(reader), {
      function_escapes: (type) => this.open_function(type.node),
      class_escapes: (type) => this.open_class(type.node),
      instance_escapes: (type) => this.open_operators(type.node),
    });
  }

  enqueue(reader: Reader): void {
    const unit = this.units[reader.id];
    if (unit === undefined || this.queued.has(unit)) return;
    this.queued.add(unit);
    this.queue.push(unit);
  }

  /** Evaluates until nothing is new. */
  run(evaluate: (unit: Unit) => void): void {
    while (this.queue.length > 0) {
      const round = this.queue;
      this.queue = [];
      for (const unit of round) {
        this.queued.delete(unit);
        this.heap.reader = unit;
        unit.has_run = true;
        evaluate(unit);
        this.heap.reader = null;
      }
    }
  }

  /** A module of the project, or a folder of modules without `__init__.py`. */
  is_module(name: string): boolean {
    if (this.modules.has(name)) return true;
    this.folders ??= new Set([...this.modules.keys()].flatMap(packages_of));
    return this.folders.has(name);
  }

  function(node: FunctionNode): FunctionRecord {
    return known(this.functions.get(node), node);
  }

  class(node: ast.ClassDef): ClassRecord {
    return known(this.classes.get(node), node);
  }

  /** What a variable ever holds. */
  binding(binding: Binding): Cell {
    const known_cell = this.bindings.get(binding);
    if (known_cell !== undefined) return known_cell;
    const cell = new Cell();
    this.bindings.set(binding, cell);
    return cell;
  }

  site(node: object, part = ""): Cell {
    let cells = this.sites.get(part);
    if (cells === undefined) this.sites.set(part, (cells = new Map<object, Cell>()));
    const known_cell = cells.get(node);
    if (known_cell !== undefined) return known_cell;
    const cell = new Cell();
    cells.set(node, cell);
    return cell;
  }

  /** The attribute of all classes of a family; `null` when nobody assigns it. */
  attribute(record: ClassRecord, name: string): Cell | null {
    return record.family.attributes.get(name) ?? null;
  }

  attribute_to_store(record: ClassRecord, name: string): Cell {
    const known_cell = record.family.attributes.get(name);
    if (known_cell !== undefined) return known_cell;
    const cell = new Cell();
    record.family.attributes.set(name, cell);
    this.attribute_cells(name).push(cell);
    if (this.has_dynamic_attributes) this.heap.store(cell, UNKNOWN);
    if (this.leaks_attributes || this.read_blindly.has(name)) this.heap.leak(cell);
    const stored = this.stored_blindly.get(name);
    if (stored !== undefined) this.heap.flow(stored, cell);
    return cell;
  }

  /** Somebody reads the attribute of an object that we know nothing about. */
  read_attribute_blindly(name: string): void {
    if (this.read_blindly.has(name)) return;
    this.read_blindly.add(name);
    for (const cell of this.attribute_cells(name)) this.heap.leak(cell);
  }

  is_stored_blindly(name: string): boolean {
    return this.has_dynamic_attributes || this.stored_blindly.has(name);
  }

  store_attribute_blindly(name: string, type: Type): void {
    const cell = this.stored_blindly.get(name) ?? new Cell();
    if (!this.stored_blindly.has(name)) {
      this.stored_blindly.set(name, cell);
      for (const target of this.attribute_cells(name)) this.heap.flow(cell, target);
    }
    this.heap.store(cell, type);
    this.heap.escape(type);
  }

  /** `getattr(x, name)`: code that we do not know may read any attribute, and call any method. */
  leak_attributes(): void {
    if (this.leaks_attributes) return;
    this.leaks_attributes = true;
    for (const family of this.families()) {
      for (const cell of family.attributes.values()) this.heap.leak(cell);
    }
    this.lose_methods();
  }

  /** `setattr(x, name, …)`, `x.__dict__`, `vars(x)`: any attribute may be anything. */
  lose_attributes(): void {
    if (this.has_dynamic_attributes) return;
    this.has_dynamic_attributes = true;
    this.leak_attributes();
    for (const family of this.families()) {
      for (const cell of family.attributes.values()) this.heap.store(cell, UNKNOWN);
    }
  }

  /** An operator on an object that we know nothing about may reach any method of these names. */
  open_methods(names: readonly string[]): void {
    for (const name of names)
      for (const method of this.methods_by_name.get(name) ?? []) this.open(method);
  }

  private lose_methods(): void {
    for (const record of this.classes.values()) {
      for (const method of record.methods.values()) this.open(method);
      for (const setter of record.setters.values()) this.open(setter);
    }
  }

  /** `globals()`, `exec`: any variable of a module may be anything. */
  lose_variables(): void {
    if (this.has_lost_variables) return;
    this.has_lost_variables = true;
    for (const module of this.modules.values()) {
      for (const binding of module.scopes.module.bindings.values()) {
        this.heap.leak(this.binding(binding));
        this.heap.store(this.binding(binding), UNKNOWN);
      }
    }
  }

  /** Something replaces these variables of a module. */
  lose_names(module: string, names: ReadonlySet<string>): void {
    const bindings = this.modules.get(module)?.scopes.module.bindings;
    for (const name of names) {
      const binding = bindings?.get(name);
      if (binding === undefined) continue;
      this.heap.leak(this.binding(binding));
      this.heap.store(this.binding(binding), UNKNOWN);
    }
  }

  open_function(node: FunctionNode): void {
    this.open(this.function(node));
  }

  open(record: FunctionRecord): void {
    record.is_value = true;
    if (record.is_open) return;
    record.is_open = true;
    record.is_called = true;
    this.heap.leak(record.returns);
    this.heap.leak(record.yields);
    this.heap.store(record.sent, UNKNOWN);
    if (record.unit !== null) this.enqueue(record.unit);
  }

  private readonly with_open_operators = new Set<Family>();

  /** Code that we do not know may calculate with the object. */
  private open_operators(node: ast.ClassDef): void {
    const { family } = this.class(node);
    if (this.with_open_operators.has(family)) return;
    this.with_open_operators.add(family);
    for (const { methods } of family.members)
      for (const [name, method] of methods) if (is_operator_method(name)) this.open(method);
  }

  /** Somebody takes the class of an object that may be of any. */
  open_classes(): void {
    if (this.has_opened_classes) return;
    this.has_opened_classes = true;
    for (const node of this.classes.keys()) this.open_class(node);
  }

  private open_class(node: ast.ClassDef): void {
    const record = this.class(node);
    if (record.is_open) return;
    record.is_open = true;
    const init = record.methods.get("__init__");
    if (init !== undefined) this.open(init);
    for (const base of record.bases) if (base.kind === "user") this.open_class(base.record.node);
    if (record.is_dataclass) {
      for (const name of record.own_attributes.keys()) {
        this.heap.store(this.attribute_to_store(record, name), UNKNOWN);
      }
    }
  }

  private *families(): Iterable<Family> {
    const seen = new Set<Family>();
    for (const { family } of this.classes.values()) {
      if (!seen.has(family)) yield family;
      seen.add(family);
    }
  }

  /** One for each family that has the attribute. */
  private attribute_cells(name: string): Cell[] {
    const cells = this.cells_by_name.get(name) ?? [];
    this.cells_by_name.set(name, cells);
    return cells;
  }
}

function known<T>(value: T | undefined, node: ast.Node): T {
  if (value === undefined) throw new Error(`${node.tag} at ${node.start} is not in the program`);
  return value;
}
