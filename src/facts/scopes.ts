// Which binding a name means, by Python's rules of scope.
import type * as ast from "../../grammar/ast/index.ts";
import type { ImportedName } from "../project.ts";

export type { ImportedName } from "../project.ts";

export type ScopeNode =
  | ast.Module
  | ast.ClassDef
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.Lambda
  | ast.ListComp
  | ast.SetComp
  | ast.DictComp
  | ast.GeneratorExp
  /** The scope of type parameters (PEP 695) bears the first of them. */
  | ast.TypeParameter;

export interface Scope {
  readonly node: ScopeNode;
  readonly kind: "module" | "class" | "function" | "comprehension" | "type_parameters";
  readonly parent: Scope | null;
  readonly children: readonly Scope[];
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  /** Every node that binds it (Name in Store, FunctionDef, ClassDef, Arg, Alias, ExceptHandler, MatchAs …), in source order. */
  readonly definitions: readonly ast.Node[];
  /** Every Name in Load (and Del) that means it, in source order. */
  readonly references: readonly ast.Name[];
  readonly is_parameter: boolean;
  /** Mentioned outside of annotations. */
  readonly is_read: boolean;
  /** Bound more than once in its life: several definitions, one in a loop, an augmented assignment, `global`/`nonlocal` writes, `del`. */
  readonly is_rebound: boolean;
  /** Referenced from a function, lambda, class or lazily run generator inside its scope. */
  readonly is_captured: boolean;
  /** The same, counting generators that are used up before anything else happens: CPython keeps it in a cell. */
  readonly is_cell: boolean;
  /** Bound inside a loop of its own function and captured: must be declared outside the loop, as Python shares it. */
  readonly is_captured_in_loop: boolean;
  /** Some reference may run before the first binding: reads need the check that raises NameError/UnboundLocalError. */
  readonly may_be_unbound: boolean;
  /** A variable of a module that may not be bound when the module has run: other modules may not find it. */
  readonly may_be_missing: boolean;
  /** Some reference of its own function runs before anything has bound it: there it is never bound. */
  readonly is_read_early: boolean;
  readonly is_deleted: boolean;
  /** Bound or deleted from a function inside its scope, by `global` or `nonlocal`. */
  readonly is_bound_from_inside: boolean;
  /** For imports: what it names. */
  readonly imported: ImportedName | null;
}

export type Resolution =
  | { readonly kind: "binding"; readonly binding: Binding }
  | { readonly kind: "builtin"; readonly name: string }
  /** A built-in that a patch replaces: it is looked up where it is used. */
  | { readonly kind: "replaced"; readonly name: string }
  | { readonly kind: "undefined"; readonly name: string };

/** A name that a star import brings, and what it means there. */
export interface StarBinding {
  readonly binding: Binding;
  readonly imported: ImportedName;
}

export interface Scopes {
  readonly module: Scope;
  /** Of a node of any module of the project. */
  scope_of(node: ScopeNode): Scope;
  resolve(name: ast.Name): Resolution;
  /** The binding that a defining node (FunctionDef, ClassDef, Arg, Alias, Name in Store …) binds; an error for others. */
  defined_by(node: ast.Node): Binding;
  /** What an imported name means; for `from m import *` the name is `"*"`. */
  import_of(node: ast.Alias): ImportedName;
  /** The bindings that a star import makes. */
  star_bindings(node: ast.Alias): readonly StarBinding[];
}
