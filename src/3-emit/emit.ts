// What is handed to every construct's emitter, so that recursion needs no imports between siblings.
import type * as ast from "../../grammar/ast/index.ts";
import type * as builtins from "../../runtime/builtins/index.ts";
import type { Binding } from "../facts/scopes.ts";
import type { Effect, FunctionNode } from "../facts/effects.ts";
import type { Facts } from "../facts/facts.ts";
import type { Type } from "../facts/types.ts";
import type * as target from "../target/nodes.ts";
import type { ModuleVariable } from "./module-variables.ts";

/** A name that `pyasync2ts/builtins` exports; a misspelt one does not compile. */
export type BuiltinName = keyof typeof builtins;

/** The function (or module, or class) whose code is being emitted. */
export interface Frame {
  readonly node: FunctionNode | ast.Module | ast.ClassDef;
  /** `plain` for modules and classes that don't block. */
  readonly effect: Effect;
  readonly parent: Frame | null;
}

export interface Emit {
  readonly facts: Facts;
  readonly trivia: ast.Trivia;
  readonly frame: Frame;

  // --- recursion
  expression(node: ast.Expression): target.Expression;
  /** The same where its number will do: a float that is kept as a plain number stays one. */
  unboxed(node: ast.Expression): target.Expression;
  /** The expression as a truth test: `if (…)`, `while (…)`, `!(…)`. */
  test(node: ast.Expression): target.Expression;
  /** What a store to the node assigns to, as native destructuring where that is the same. */
  target(node: ast.Expression): target.Target;
  statement(node: ast.Statement): readonly target.Statement[];
  /** A suite with its comments and blank lines, declarations of its variables included. */
  suite(body: readonly ast.Statement[], owner: ast.Node): target.Block;
  /** The test and the bindings of a pattern against a subject that is safe to read twice. */
  pattern(node: ast.Pattern, subject: target.Expression): PatternParts;
  type(type: Type): target.Type;
  /** An annotation as a type; `null` when it says nothing that TypeScript can use. */
  annotation(node: ast.Expression): target.Type | null;
  function_parts(node: FunctionNode): target.FunctionParts & { readonly body: target.Block };
  /** The same emitter, inside another function or class. */
  inside(frame: Omit<Frame, "parent">): Emit;

  // --- names and imports
  /** Imports a name of `pyasync2ts/builtins` (under an alias where the program uses the name itself). */
  builtin(name: BuiltinName): target.Identifier;
  /** Imports a name of another module of the runtime: `runtime("asyncio", "gather")`. */
  runtime(module: string, name: string): target.Identifier;
  /** The constant that stands for a module of the library in which something can be replaced. */
  runtime_module(module: string): target.Identifier;
  /** Imports a name that is only needed in types: `runtime_type("asyncio", "Awaitable")` gives its local name. */
  runtime_type(module: string, name: string): string;
  /** The name here of a class that another module of the project defines at its top level, for types only. */
  class_elsewhere(node: ast.ClassDef): string | null;
  /** The TypeScript name of a binding of the program. */
  name(binding: Binding): string;
  /** A closure made here and now will still find this value in the variable when it runs later. */
  is_fixed(binding: Binding): boolean;
  /** Imports a module of the runtime for what it does when it is imported. */
  runs_runtime(module: string): void;
  /** What a module of the project has under a name. */
  module_variable(module: string, name: string): ModuleVariable;
  /** Whether a module of the project has a variable of its own of that name. */
  has_variable(module: string, name: string): boolean;
  /** Under which name a module of the project exports what Python knows as `name`. */
  exported_name(module: string, name: string): string;
  /** The function by which a module of the project lets others assign its variable. */
  setter(module: string, variable: string): string;
  /** Full dotted name of the module that is emitted. */
  readonly module_name: string;
  /** What `__package__` is: `null` in a script. */
  readonly package_name: string | null;
  /** The Python file that runs from memory, which `__file__` then names; `null` for output that is a file itself. */
  readonly python_file: string | null;
  /** The line on which a node begins, decorators counted; from 1. */
  line_of(node: ast.Node): number;
  /** A new name for a temporary, unique in the function. */
  fresh(hint: string): string;
  /** Declares a temporary at the head of the current function: for expressions that need one. */
  temporary(hint: string, type: target.Type | null): target.Identifier;

  // --- diagnostics
  /** What can't be translated: reported with the construct's position, emission goes on. */
  unsupported(node: ast.Node, reason: string, way_out: string): target.Expression;
}

export interface PatternParts {
  readonly test: target.Expression;
  readonly bindings: readonly {
    readonly name: string;
    /** As the program writes it. */
    readonly python_name: string;
    readonly value: target.Expression;
  }[];
}
