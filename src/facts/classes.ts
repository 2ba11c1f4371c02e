// What the program's classes are made of.
import type * as ast from "../../grammar/ast/index.ts";
import type { Enumeration } from "./enumerations.ts";
import type { Type } from "./types.ts";

export interface ClassInfo {
  readonly node: ast.ClassDef;
  /** Bases in source order; what each is known to be. Those that give nothing to inherit (`Generic[T]`) are `object`. */
  readonly bases: readonly Type[];
  /** Attributes set on instances anywhere (`self.x = …`, annotated class fields without value). */
  readonly instance_attributes: ReadonlyMap<string, AttributeInfo>;
  readonly class_attributes: ReadonlyMap<string, Type>;
  readonly methods: ReadonlyMap<string, ast.FunctionDef | ast.AsyncFunctionDef>;
  readonly subclasses: readonly ast.ClassDef[];
  /** `null` for classes that are no enumeration. */
  readonly enumeration: Enumeration | null;
  /** Several bases, `__new__`, a metaclass, keywords, `__init_subclass__` in its family: `extends bases(…)`. */
  readonly is_made_by_runtime: boolean;
  readonly is_protocol: boolean;
  /** Objects of other classes may count as its instances. */
  readonly is_virtual: boolean;
}

export interface AttributeInfo {
  readonly type: Type;
  /** Assigned at the top level of `__init__`, before anything can read it. */
  readonly assigned_in_init: boolean;
}

export interface Classes {
  info(node: ast.ClassDef): ClassInfo;
  /** The classes of all modules of the program. */
  readonly program: readonly ast.ClassDef[];
  /** Every instance of the class, or of one below it, has the attribute once its `__init__` is done. */
  always_has(node: ast.ClassDef, name: string): boolean;
  /** Nothing but an `__init__` stores the attribute, on whatever object it may be. */
  is_settled(name: string): boolean;
  readonly all: readonly ast.ClassDef[];
  /** Whether some statement of the program binds the name in a class or stores an attribute of it. */
  is_attribute(name: string): boolean;
  /** Some class of the program derives from str, or may. */
  readonly has_text_classes: boolean;
}
