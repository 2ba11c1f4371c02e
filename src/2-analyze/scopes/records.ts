// Scopes and bindings while they are being made; outside this folder they are read-only.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding, ImportedName, Scope, ScopeNode } from "../../facts/scopes.ts";

export class ScopeRecord implements Scope {
  readonly children: ScopeRecord[] = [];
  readonly bindings = new Map<string, BindingRecord>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly definitions: Definition[] = [];
  readonly references: Reference[] = [];
  /** Bindings of outer scopes that are meant somewhere inside. */
  readonly free = new Set<BindingRecord>();
  /** Of a generator expression: what it is handed to at once, and nobody else has it. */
  consumer: ast.Name | null = null;
  readonly node: ScopeNode;
  readonly kind: Scope["kind"];
  readonly parent: ScopeRecord | null;

  constructor(node: ScopeNode, kind: Scope["kind"], parent: ScopeRecord | null) {
    this.node = node;
    this.kind = kind;
    this.parent = parent;
    parent?.children.push(this);
  }
}

export interface Definition {
  readonly name: string;
  readonly node: ast.Node;
  readonly is_in_loop: boolean;
}

export interface Reference {
  readonly node: ast.Name;
  /** Stands in an annotation: a type for the reader, hardly ever evaluated. */
  readonly is_annotation: boolean;
}

export class BindingRecord implements Binding {
  readonly definitions: ast.Node[] = [];
  readonly references: ast.Name[] = [];
  is_parameter = false;
  is_read = false;
  is_rebound = false;
  is_captured = false;
  is_cell = false;
  is_captured_in_loop = false;
  is_in_loop = false;
  may_be_unbound = false;
  may_be_missing = false;
  is_read_early = false;
  is_deleted = false;
  /** Bound from a scope inside its own (`global`, `nonlocal`). */
  is_bound_from_inside = false;
  imported: ImportedName | null = null;
  /** Brought by a star import. */
  star: {
    readonly alias: ast.Alias;
    readonly imported: ImportedName;
    /** What that module itself imports under the name. */
    readonly original: ImportedName | null;
  } | null = null;
  readonly name: string;
  readonly scope: ScopeRecord;

  constructor(name: string, scope: ScopeRecord) {
    this.name = name;
    this.scope = scope;
  }
}
