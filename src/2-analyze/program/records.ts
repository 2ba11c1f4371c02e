// What the analysis keeps for each module, function and class of the program while it runs.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Callee, RuntimeCallable } from "../../facts/calls.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Binding, Scopes } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import type { SourceModule } from "../../project.ts";
import type { EnumRecord } from "./enum-record.ts";
import { Cell, type Reader } from "../types/cell.ts";

export interface ModuleRecord {
  readonly source: SourceModule;
  readonly scopes: Scopes;
  /** The type of each expression that was reached. */
  readonly types: Map<ast.Expression, Type>;
  /** What `x op= y` stores. */
  readonly augmented: Map<ast.AugAssign, Type>;
  readonly calls: Map<ast.Call, CallRecord>;
  readonly functions: FunctionRecord[];
  readonly classes: ClassRecord[];
  readonly unit: Unit;
}

/** Code that is evaluated as a whole: a module's top level, a function's body. */
export class Unit implements Reader {
  readonly id: number;
  readonly record: FunctionRecord | null;
  readonly owner: ast.Module | FunctionNode;
  has_run = false;
  /** Its variables of one definition, and whether what that stores is never negative. */
  readonly never_negative = new Map<Binding, boolean>();

  constructor(id: number, owner: ast.Module | FunctionNode, record: FunctionRecord | null) {
    this.id = id;
    this.owner = owner;
    this.record = record;
  }
}

export type FunctionKind = "plain" | "coroutine" | "generator" | "async_generator";
export type MethodKind = "function" | "method" | "static" | "class" | "property";

export class FunctionRecord {
  readonly returns = new Cell();
  readonly yields = new Cell();
  readonly sent = new Cell();
  readonly parameters = new Map<ast.Arg, Cell>();
  readonly defaults = new Map<ast.Arg, Cell>();
  /** Code that we do not know can call it: its parameters are what is declared, or unknown. */
  is_open = false;
  is_called = false;
  /** Called by something else than a call in the text: an operator, a built-in function, an attribute. */
  is_called_unseen = false;
  /** Its decorators make something else of it. */
  is_wrapped = false;
  /** Mentioned otherwise than to be called. */
  is_value = false;
  unit: Unit | null = null;
  readonly node: FunctionNode;
  readonly module: ModuleRecord;
  readonly owner: ClassRecord | null;
  readonly kind: FunctionKind;
  readonly method_kind: MethodKind;

  constructor(
    node: FunctionNode,
    module: ModuleRecord,
    owner: ClassRecord | null,
    kind: FunctionKind,
    method_kind: MethodKind,
  ) {
    this.node = node;
    this.module = module;
    this.owner = owner;
    this.kind = kind;
    this.method_kind = method_kind;
  }
}

export type Base =
  | { readonly kind: "user"; readonly record: ClassRecord }
  | { readonly kind: "runtime"; readonly module: string; readonly name: string }
  | { readonly kind: "unknown" };

export class ClassRecord {
  bases: readonly Base[] = [];
  /** One for each base that is written; `null` for those that give nothing to inherit. */
  written_bases: readonly (Base | null)[] = [];
  readonly subclasses: ClassRecord[] = [];
  readonly methods = new Map<string, FunctionRecord>();
  /** `@x.setter`; its getter is among the methods. */
  readonly setters = new Map<string, FunctionRecord>();
  /** Attributes assigned in its own methods or annotated in its body, in order. */
  readonly own_attributes = new Map<string, ast.Node>();
  /** Classes joined by inheritance share the cells of their attributes. */
  family: Family;
  /** Something about it is out of sight: an unknown base, metaclass or decorator, `__new__`, `__getattr__`. */
  is_opaque = false;
  /** Opaque for its bases alone, which are all known: a call still makes an instance of it. */
  is_mixed = false;
  is_dataclass = false;
  /** `Protocol` is among its bases. */
  is_protocol = false;
  /** Objects of other classes may count as its instances: a protocol, or one that registers or recognises them. */
  is_virtual = false;
  /** What it is as an enumeration. */
  enumeration: EnumRecord | null = null;
  is_open = false;
  readonly node: ast.ClassDef;
  readonly module: ModuleRecord;

  constructor(node: ast.ClassDef, module: ModuleRecord) {
    this.node = node;
    this.module = module;
    this.family = new Family(this);
  }
}

export class Family {
  readonly members: ClassRecord[];
  readonly attributes = new Map<string, Cell>();
  /** JavaScript's `extends` can't express it: several bases, `__new__`, a metaclass, keywords, `__init_subclass__`. */
  is_made_by_runtime = false;
  constructor(first: ClassRecord) {
    this.members = [first];
  }
}

/** Whom a call has been seen to reach: mostly one callee of one kind, so that what is not used is not made. */
export class CallRecord {
  is_unknown = false;
  private own_functions: Map<FunctionRecord, ClassRecord | null> | null = null;
  private own_others: Map<string, Callee> | null = null;
  private own_runtime: Set<RuntimeCallable> | null = null;

  get functions(): ReadonlyMap<FunctionRecord, ClassRecord | null> {
    return this.own_functions ?? NOTHING;
  }

  get others(): ReadonlyMap<string, Callee> {
    return this.own_others ?? NOTHING;
  }

  get runtime(): ReadonlySet<RuntimeCallable> {
    return this.own_runtime ?? NOBODY;
  }

  /** `seen_as`: the class by which a method was found. */
  reach_function(found: FunctionRecord, seen_as: ClassRecord | null): void {
    (this.own_functions ??= new Map()).set(found, seen_as);
  }

  reach_runtime(found: RuntimeCallable): void {
    (this.own_runtime ??= new Set()).add(found);
  }

  /** `key`: the same for the same callee. */
  reach(key: string, callee: Callee): void {
    (this.own_others ??= new Map()).set(key, callee);
  }
}

const NOTHING: ReadonlyMap<never, never> = new Map<never, never>();
const NOBODY: ReadonlySet<never> = new Set<never>();
