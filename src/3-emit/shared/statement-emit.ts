// What emitters of statements are handed beyond `Emit`: loops, handlers and declarations around them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, Frame } from "../emit.ts";
import type { Declarations } from "./declarations.ts";

/** Where a statement stands, as far as `break`, `continue` and `raise` ask. */
export interface Surroundings {
  /** What `break` of the innermost Python loop leaves: its label, or `null` for the plain statement. */
  readonly break_label: string | null;
  /** What `continue` continues; a label where other loops stand between. */
  readonly continue_label: string | null;
  /** The exception that is being handled: what a bare `raise` raises again. */
  readonly handled: string | null;
  /** The variable that tells the runtime of it, in programs that can see which exception is handled. */
  readonly handling: string | null;
  /** Handlers of the same function catch what is raised here. */
  readonly is_tried: boolean;
  /** A `finally` runs between a `return` here and the end of the function. */
  readonly is_finalized: boolean;
  /** Directly in the module, where things can be exported. */
  readonly is_top_level: boolean;
}

export interface StatementEmit extends Emit {
  /** The attributes that the project reads of what is no class itself. */
  readonly instance_reads: ReadonlySet<string>;
  /** Attributes that the program stores on instances of classes. */
  readonly instance_stores: ReadonlyMap<ast.ClassDef, ReadonlySet<string>>;
  /** Names that the program calls, or asks `isinstance` for. */
  readonly asked_names: ReadonlySet<string>;
  readonly surroundings: Surroundings;
  /** Declarations of the innermost function's or module's variables. */
  readonly declarations: Declarations;
  /** What a module of the project imports of this one, or may import. */
  is_exported(binding: Binding): boolean;
  /** The same emitter inside a loop or handler. */
  within(surroundings: Partial<Surroundings>): StatementEmit;
  inside(frame: Omit<Frame, "parent">): StatementEmit;
  /** The declarations of all temporaries that the function's code asked for. */
  temporaries(): readonly target.Statement[];
  /** A suite, as statements. */
  statements(body: readonly ast.Statement[], owner: ast.Node): readonly target.Statement[];
  /** `let x: T;` for a variable that is bound later. */
  declare(binding: Binding, before?: ast.Statement | null): target.Statement;
  /** An import whose module runs at the head of the file, used or not. */
  run_module(alias: ast.Alias): void;
  /** What an import statement's name means; `null` for what vanishes (`__future__`, typing only). */
  import_target(alias: ast.Alias): ImportedAs | null;
  /** A name that one small block alone sees. */
  scoped(hint: string): string;
  /** Reports what can't be translated in a statement. */
  /** An imported name without a counterpart as a value that raises, where the emission keeps going. */
  missing_name(node: ast.Node, reason: string): target.Expression | null;
  refuse(node: ast.Node, reason: string, way_out: string): readonly target.Statement[];
}

export interface Loaded {
  /** The constant that `import a.b` fills with it, if something reads it. */
  readonly local: string | null;
  readonly value: target.Expression;
}

export interface ImportedAs {
  readonly kind: "runtime" | "user" | "missing";
  readonly is_guarded: boolean;
  readonly module: string;
  /** A module that is no package, in which Python looks for a missing one. */
  readonly no_package: string | null;
  /** What of the module is meant; `null` for the module itself. */
  readonly name: string | null;
  /** The same as the module's TypeScript exports it. */
  readonly exported: string | null;
  readonly is_typing: boolean;
  /** `import a.b` in a function, which alone reads the module. */
  is_held_inside(): boolean;
  /** Loads the module where the expressions stand, packages first unless code above has. The last is the module. */
  loaded(is_top_level: boolean): readonly Loaded[];
  /** The value that the import gives: a namespace or a name. */
  value(): target.Expression;
}
