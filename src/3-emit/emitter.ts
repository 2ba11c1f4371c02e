// The Emit that every construct is handed: dispatch, names, imports, temporaries and diagnostics of one module.
import type * as ast from "../../grammar/ast/index.ts";
import { unsupported } from "../diagnostics/catalogue/emit.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Facts } from "../facts/facts.ts";
import type { FunctionNode } from "../facts/effects.ts";
import type { Binding, Scope } from "../facts/scopes.ts";
import type { Type } from "../facts/types.ts";
import { package_name, python_name, type SourceModule } from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import { attached_to, dangling, with_trivia, without_trailing } from "./comments.ts";
import type { BuiltinName, Frame, PatternParts } from "./emit.ts";
import { function_parts } from "./function-parts.ts";
import type { Imports } from "./imports.ts";
import type { ModuleVariable } from "./module-variables.ts";
import type { ModuleImports } from "./module-imports.ts";
import { line_at } from "./lines.ts";
import type { Names } from "./names.ts";
import { declarations, is_plain_import, type Declarations } from "./shared/declarations.ts";
import { self_name } from "./shared/receiver.ts";
import type { ImportedAs, StatementEmit, Surroundings } from "./shared/statement-emit.ts";
import * as table from "./table.ts";

/** What is shared by all of a module. */
export interface ModuleState {
  readonly source: SourceModule;
  readonly facts: Facts;
  readonly names: Names;
  readonly imports: Imports;
  readonly module_imports: ModuleImports;
  readonly diagnostics: Diagnostic[];
  readonly runs_from_memory: boolean;
  readonly exported: (binding: Binding) => boolean;
  /** What is refused becomes code that raises. */
  readonly keeps_going: boolean;
  readonly stubs: Stubs;
}

interface Stubs {
  /** Refusals that stubs stand for. */
  count: number;
  readonly placed: Set<object>;
}

/** What is shared by the code of one function (or of the module outside of functions). */
interface FunctionState {
  readonly parent: FunctionState | null;
  readonly taken: Set<string>;
  readonly temporaries: target.Declarator[];
  readonly declarations: Declarations;
}

const AT_HEAD: Surroundings = {
  break_label: null,
  continue_label: null,
  handled: null,
  handling: null,
  is_tried: false,
  is_finalized: false,
  is_top_level: false,
};

/** The emitter of a module's top level. */
export function module_emitter(state: ModuleState): Emitter {
  const { module } = state.source;
  const plan = declarations(state.facts.scopes.module, module.body, state.exported);
  const own = { parent: null, taken: new Set<string>(), temporaries: [], declarations: plan };
  const frame: Frame = { node: module, effect: "plain", parent: null };
  return new Emitter(state, own, frame, { ...AT_HEAD, is_top_level: true });
}

export class Emitter implements StatementEmit {
  readonly facts: Facts;
  readonly trivia: ast.Trivia;
  readonly frame: Frame;
  readonly surroundings: Surroundings;
  private readonly module: ModuleState;
  private readonly own: FunctionState;

  constructor(module: ModuleState, own: FunctionState, frame: Frame, surroundings: Surroundings) {
    this.facts = module.facts;
    this.trivia = module.source.trivia;
    this.module = module;
    this.own = own;
    this.frame = frame;
    this.surroundings = surroundings;
  }

  get declarations(): Declarations {
    return this.own.declarations;
  }

  // --- recursion

  expression(node: ast.Expression): target.Expression {
    const { floats } = this.facts;
    if (floats.is_sunk(node)) return table.number(node, this);
    const emitted = this.unboxed(node);
    if (floats.is_shown(node))
      return build.from(node, build.call(this.builtin("floats"), [emitted]));
    return is_read(node) && floats.is_plain(node)
      ? build.from(node, build.call(this.builtin("as_float"), [emitted]))
      : emitted;
  }

  unboxed(node: ast.Expression): target.Expression {
    const module = this.module.module_imports.of_expression(node);
    if (module !== null) return { ...module, origin: node };
    return table.expression(node, this);
  }

  test(node: ast.Expression): target.Expression {
    return table.test(node, this);
  }

  target(node: ast.Expression): target.Target {
    return table.store_target(node, this);
  }

  statement(node: ast.Statement): readonly target.Statement[] {
    return table.statement(node, this);
  }

  pattern(node: ast.Pattern, subject: target.Expression): PatternParts {
    return table.pattern(node, subject, this);
  }

  type(type: Type): target.Type {
    return table.type(type, this);
  }

  annotation(node: ast.Expression): target.Type | null {
    return table.annotation(node, this);
  }

  suite(body: readonly ast.Statement[], owner: ast.Node): target.Block {
    return { kind: "Block", statements: this.statements(body, owner) };
  }

  statements(body: readonly ast.Statement[], owner: ast.Node): readonly target.Statement[] {
    if (owner.tag !== "Module" && this.surroundings.is_top_level) {
      return this.within({ is_top_level: false }).statements(body, owner);
    }
    const found: target.Statement[] = [];
    for (const node of body) {
      const declared = this.own.declarations
        .before(node)
        .map((binding) => this.declare(binding, node));
      const made = [...declared, ...this.statement_or_stub(node)];
      if (node.tag === "Import" || node.tag === "ImportFrom") {
        found.push(...without_trailing(made, node, this.trivia));
        this.module.module_imports.remember(node, attached_to(node, this.trivia)?.trailing ?? null);
      } else {
        found.push(...with_trivia(made, node, this.trivia));
      }
    }
    for (const each of dangling(owner, body, this.trivia)) found.push(each);
    return found;
  }

  function_parts(node: FunctionNode): target.FunctionParts & { readonly body: target.Block } {
    return function_parts(node, this);
  }

  inside(frame: Omit<Frame, "parent">): Emitter {
    const full: Frame = { ...frame, parent: this.frame };
    if (frame.node.tag === "ClassDef" || frame.node.tag === "Module") {
      return new Emitter(this.module, this.own, full, AT_HEAD);
    }
    const scope = this.facts.scopes.scope_of(frame.node);
    const own: FunctionState = {
      parent: this.own,
      taken: new Set(),
      temporaries: [],
      declarations: this.declarations_of(frame.node, scope),
    };
    return new Emitter(this.module, own, full, AT_HEAD);
  }

  within(surroundings: Partial<Surroundings>): Emitter {
    return new Emitter(this.module, this.own, this.frame, {
      ...this.surroundings,
      ...surroundings,
    });
  }

  // --- names and imports

  builtin(name: BuiltinName): target.Identifier {
    return this.runtime("builtins", name);
  }

  runs_runtime(module: string): void {
    this.module.imports.run(this.module.module_imports.runtime(module));
  }

  runtime(module: string, name: string): target.Identifier {
    const local = this.module.imports.named(this.module.module_imports.runtime(module), name);
    return { kind: "Identifier", name: local, runtime: `${module}.${name}` };
  }

  runtime_module(module: string): target.Identifier {
    return build.identifier(this.module.module_imports.runtime_module(module));
  }

  runtime_type(module: string, name: string): string {
    const namespace = this.module.module_imports.namespace_of(module);
    if (namespace !== null) return `${namespace}.${name}`;
    return this.module.imports.type(this.module.module_imports.runtime(module), name);
  }

  name(binding: Binding): string {
    if (is_plain_import(binding)) return this.module.module_imports.local(binding);
    return self_name(binding, this.facts) ?? this.module.names.of(binding);
  }

  is_fixed(binding: Binding): boolean {
    const [definition] = binding.definitions;
    if (binding.may_be_unbound || binding.is_deleted || definition === undefined) return false;
    if (binding.scope.kind === "comprehension") return !binding.is_captured;
    if (!binding.is_rebound) return true;
    // Bound once each time round a loop, in a block of its own: every round has its own variable.
    if (binding.definitions.length > 1) return false;
    for (let each: FunctionState | null = this.own; each !== null; each = each.parent)
      if (each.declarations.declares(definition) === "const") return true;
    return false;
  }

  class_elsewhere(node: ast.ClassDef): string | null {
    return this.module.module_imports.class_elsewhere(node);
  }

  module_variable(module: string, name: string): ModuleVariable {
    return this.module.module_imports.variable(module, name);
  }

  has_variable(module: string, name: string): boolean {
    return this.module.module_imports.has_variable(module, name);
  }

  get asked_names(): ReadonlySet<string> {
    return this.module.module_imports.asked_names;
  }

  get instance_stores(): ReadonlyMap<ast.ClassDef, ReadonlySet<string>> {
    return this.module.module_imports.instance_stores;
  }

  get instance_reads(): ReadonlySet<string> {
    return this.module.module_imports.instance_reads;
  }

  exported_name(module: string, name: string): string {
    return this.module.module_imports.exported_name(module, name);
  }

  setter(module: string, variable: string): string {
    return this.module.module_imports.setter(module, variable);
  }

  get module_name(): string {
    return python_name(this.module.source);
  }

  get package_name(): string | null {
    return package_name(this.module.source);
  }

  line_of(node: ast.Node): number {
    const [first] = "decorator_list" in node ? (node as ast.FunctionDef).decorator_list : [];
    return line_at(this.module.source, first?.start ?? node.start);
  }

  get python_file(): string | null {
    return this.module.runs_from_memory ? this.module.source.file : null;
  }

  fresh(hint: string): string {
    const name = this.module.names.fresh(hint, (each) => is_taken(this.own, each));
    this.own.taken.add(name);
    return name;
  }

  scoped(hint: string): string {
    return this.module.names.scoped(hint);
  }

  temporary(hint: string, type: target.Type | null): target.Identifier {
    const identifier: target.Identifier = { kind: "Identifier", name: this.fresh(hint) };
    const any: target.Type = { kind: "TypeName", name: "any", arguments: [] };
    this.own.temporaries.push({
      target: identifier,
      definite: true,
      type: type ?? any,
      value: null,
    });
    return identifier;
  }

  /** The declarations of all temporaries that the function's code asked for. */
  temporaries(): readonly target.Statement[] {
    if (this.own.temporaries.length === 0) return [];
    return [
      {
        kind: "VariableDeclaration",
        keyword: "let",
        declarators: this.own.temporaries,
        export: false,
      },
    ];
  }

  is_exported(binding: Binding): boolean {
    return this.module.exported(binding);
  }

  declare(binding: Binding, before: ast.Statement | null = null): target.Statement {
    return table.declaration(binding, before, this);
  }

  import_target(alias: ast.Alias): ImportedAs | null {
    return this.module.module_imports.target(alias);
  }

  /** What could not be translated raises when it is reached, if the emission is to keep going. */
  private statement_or_stub(node: ast.Statement): readonly target.Statement[] {
    const { module } = this;
    if (!module.keeps_going) return this.statement(node);
    const before = module.diagnostics.length - module.stubs.count;
    const made = this.statement(node);
    const refused = module.diagnostics.length - module.stubs.count - before;
    if (refused === 0) return made;
    // a refusal whose expression went nowhere has left code without it
    const placed = stubs_in(made, module.stubs.placed);
    const is_whole = placed >= refused;
    module.stubs.count += refused;
    if (is_whole) return made;
    const last = module.diagnostics.at(-1);
    return [build.statement(this.stub(node, last?.message ?? ""))];
  }

  private stub(node: ast.Node, reason: string): target.Expression {
    const call = build.call(this.builtin("not_translated"), [this.reason_at(node, reason)]);
    this.module.stubs.placed.add(call);
    return call;
  }

  missing_name(node: ast.Node, reason: string): target.Expression | null {
    if (!this.module.keeps_going) return null;
    return build.call(this.builtin("not_translated_name"), [this.reason_at(node, reason)]);
  }

  private reason_at(node: ast.Node, reason: string): target.Expression {
    const { file } = this.module.source;
    const name = file.slice(file.lastIndexOf("/") + 1);
    return build.string(`${name}:${this.line_of(node)}: ${reason}`);
  }

  run_module(alias: ast.Alias): void {
    this.module.module_imports.run(alias);
  }

  // --- diagnostics

  unsupported(node: ast.Node, reason: string, way_out: string): target.Expression {
    this.module.diagnostics.push(unsupported(this.module.source.file, node, reason, way_out));
    return this.module.keeps_going ? this.stub(node, reason) : { kind: "NullLiteral" };
  }

  refuse(node: ast.Node, reason: string, way_out: string): readonly target.Statement[] {
    const stub = this.unsupported(node, reason, way_out);
    return this.module.keeps_going ? [build.statement(stub)] : [];
  }

  private declarations_of(node: FunctionNode, scope: Scope): Declarations {
    return declarations(scope, node.tag === "Lambda" ? [] : node.body, () => false);
  }
}

function is_read(node: ast.Expression): boolean {
  return node.tag === "Call" || ("ctx" in node && node.ctx === "Load");
}

function is_taken(state: FunctionState | null, name: string): boolean {
  for (let each = state; each !== null; each = each.parent) if (each.taken.has(name)) return true;
  return false;
}

/** How many of the stubs lie in what was emitted. */
function stubs_in(made: readonly target.Statement[], stubs: ReadonlySet<object>): number {
  const found = new Set<object>();
  const pending: object[] = [...made];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (stubs.has(node)) found.add(node);
    for (const [key, value] of Object.entries(node) as [string, unknown][])
      if (key !== "origin" && typeof value === "object" && value !== null) pending.push(value);
  }
  return found.size;
}
