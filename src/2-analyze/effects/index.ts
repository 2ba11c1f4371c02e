// Effects: which functions block, as a fixed point over whom they call.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Callee, RuntimeCallable } from "../../facts/calls.ts";
import type { CallEffect, Effect, Effects, FunctionNode } from "../../facts/effects.ts";
import type { Type } from "../../facts/types.ts";
import type { Project } from "../../project.ts";
import type { Prepared } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import { mro } from "../program/mro.ts";
import type { Base, Family, FunctionRecord, ModuleRecord } from "../program/records.ts";
import { method_of, methods_of, runtime_bases } from "../types/class-members.ts";
import { members } from "../types/values.ts";
import {
  awaiting_method_names,
  blocking_method_names,
  has_blocking_method,
} from "./blocking-names.ts";
import { ModuleEffects } from "./module-effects.ts";
import { own_code, type OwnCode } from "./own-calls.ts";
import { shows_tasks } from "./shown-tasks.ts";
import { program_traits, type ProgramTraits } from "./program-traits.ts";
import { replaceable_modules, type Replacements } from "../scopes/replaced-names.ts";
import { find_stops } from "./stops.ts";
import { called_name, takes_task_factory } from "./task-factories.ts";

export function analyze_effects(
  project: Project,
  prepared: Prepared,
  { patched, replacements }: Patches,
): ReadonlyMap<ModuleRecord, Effects> {
  const analysis = new EffectAnalysis(prepared, program_traits(project, prepared), [
    ...prepared.modules.values(),
  ]);
  analysis.run();
  const effects = new Map<ModuleRecord, Effects>();
  for (const module of prepared.modules.values())
    effects.set(
      module,
      analysis.facts(module, patched.get(module.source.name) ?? new Set(), replacements),
    );
  return effects;
}

/** What patches replace, in the project and in the library. */
interface Patches {
  readonly patched: ReadonlyMap<string, ReadonlySet<string>>;
  readonly replacements: Replacements;
}

const ASYNC_STEPS: ReadonlySet<string> = new Set(["__anext__", "aclose", "asend", "athrow"]);

type Owner = ast.Module | FunctionNode;

class EffectAnalysis {
  private readonly blocking = new Set<Owner>();
  private readonly code = new Map<Owner, OwnCode>();
  private readonly owner_of_call = new Map<ast.Call, Owner>();
  private readonly module_of = new Map<Owner, ModuleRecord>();
  /** Who has to look again when a function turns out to block. */
  private readonly callers = new Map<Owner, Set<Owner>>();
  /** Those who call something that nobody knows, by the name of the method; `""` where it is none. */
  private readonly unknowing = new Map<string, Set<Owner>>();
  /** Names of functions that block and that code which we do not know can call. */
  private readonly loose = new Set<string>();
  /** Task factories: who asks the loop for a task waits for its first step, they can't. */
  private readonly task_factories = new Set<Owner>();
  private known_blocking_names: ReadonlySet<string> | null = null;
  private readonly program: Program;
  private readonly modules: ModuleEffects;
  private readonly traits: ProgramTraits;
  private readonly may_stop: (record: FunctionRecord) => boolean;
  private readonly families_with_tests = new Map<Family, boolean>();

  constructor(
    { program, mentions }: Prepared,
    traits: ProgramTraits,
    modules: readonly ModuleRecord[],
  ) {
    this.program = program;
    this.traits = traits;
    const records = modules.flatMap(({ functions }) => functions);
    this.may_stop = find_stops(records, mentions);
    this.modules = new ModuleEffects(program.modules);
    for (const module of modules) {
      const functions = module.functions.map(({ node }) => node);
      for (const owner of [module.source.module, ...functions]) this.collect(owner, module);
    }
  }

  run(): void {
    this.spread([...this.code.keys()]);
    const importers = [...this.code].filter(([, { statements }]) => statements.some(is_import));
    // What waits while it is imported makes others import it late, functions too: these wait then.
    for (let known = -1; known !== this.waiting_modules();) {
      known = this.waiting_modules();
      this.modules.know_awaiting(({ source }) => this.blocking.has(source.module));
      this.spread(importers.flatMap(([owner]) => (this.imports_late(owner) ? [owner] : [])));
    }
  }

  private waiting_modules(): number {
    let count = 0;
    for (const { source } of this.program.modules.values())
      if (this.blocking.has(source.module)) count += 1;
    return count;
  }

  private imports_late(owner: Owner): boolean {
    const module = this.module_of.get(owner);
    if (module === undefined || this.blocking.has(owner)) return false;
    const statements = this.code.get(owner)?.statements ?? [];
    return statements.some((each) => is_import(each) && this.blocks(each, module));
  }

  /** Looks at the owners, and at the callers of those that turn out to block. */
  private spread(owners: readonly Owner[]): void {
    const pending = [...owners];
    const queued = new Set(pending);
    for (let owner = pending.pop(); owner !== undefined; owner = pending.pop()) {
      queued.delete(owner);
      if (this.blocking.has(owner) || !this.may_become_blocking(owner)) continue;
      if (!this.has_blocking_code(owner)) continue;
      this.blocking.add(owner);
      for (const caller of [...(this.callers.get(owner) ?? []), ...this.loosened(owner)]) {
        if (!queued.has(caller)) pending.push(caller);
        queued.add(caller);
      }
    }
  }

  /** The first function of its name that blocks and may be called by anyone: those who have to look again. */
  private loosened(owner: Owner): Iterable<Owner> {
    // Lambdas are handed to those who say whether they wait.
    if (owner.tag === "Module" || owner.tag === "Lambda") return [];
    if (this.loose.has(owner.name) || !this.is_loose(this.program.function(owner))) return [];
    this.loose.add(owner.name);
    const callers = [...(this.unknowing.get(owner.name) ?? [])];
    return this.loose.size > 1 ? callers : [...callers, ...(this.unknowing.get("") ?? [])];
  }

  /** Tests are called by their runner, which waits; those of a class that only its heirs make a test, too. */
  private is_loose({ is_open, owner }: FunctionRecord): boolean {
    if (!is_open) return false;
    return owner === null || !this.has_tests(owner.family);
  }

  private has_tests(family: Family): boolean {
    const known =
      this.families_with_tests.get(family) ??
      family.members.some((each) => mro(each).some(({ bases }) => bases.some(is_test_case)));
    this.families_with_tests.set(family, known);
    return known;
  }

  facts(module: ModuleRecord, patched: ReadonlySet<string>, replacements: Replacements): Effects {
    return {
      patched_names: patched,
      replaceable_modules: replaceable_modules(replacements),
      looked_up_modules: replacements.looked_up.get(module.source) ?? new Set(),
      uses_mocks: this.traits.imported_modules.has("unittest.mock"),
      of_function: (node) => this.of_function(this.program.function(node)),
      of_call: (node) => this.of_call(node, module),
      may_stop: (node) => this.may_stop(this.program.function(node)),
      blocks: (node) => this.blocks(node, module),
      outcome_of: (node) => this.outcome_of(node, module),
      waits_for_callback: (node) => this.waits_for_callback(node),
      starts_eagerly: (node) => this.starts_eagerly(node, module),
      is_late_import: (alias) => this.modules.is_late(alias, module),
      is_visible_import: (alias) => this.modules.is_visible_import(alias, module),
      packages_before: (alias) => this.modules.packages_before(alias, module),
      is_entangled_import: (alias) => this.modules.is_entangled(alias, module),
      takes_turns: this.modules.takes_turns(module),
      runs_after: this.modules.predecessor(module),
      module_blocks: this.blocking.has(module.source.module),
      threaded: this.traits.threaded,
      uses_processes: this.traits.uses_processes,
      sees_handled: this.traits.sees_handled,
      sees_recursion: this.traits.sees_recursion,
      sees_annotations: this.traits.sees_annotations,
      sees_docstrings: this.traits.sees_docstrings,
      sees_subclasses: this.traits.sees_subclasses,
      sees_functions: this.traits.sees_functions,
      sees_qualnames: this.traits.sees_qualnames,
      needs_python_311: this.traits.needs_python_311,
      sees_coroutines: this.traits.sees_coroutines,
      sees_tasks: this.traits.sees_tasks,
      finds_tasks: this.traits.finds_tasks,
      sees_modules: this.traits.sees_modules,
      shows_tasks:
        this.traits.imported_modules.has("asyncio") &&
        shows_tasks(module, this.traits.handles_tasks),
    };
  }

  private collect(owner: Owner, module: ModuleRecord): void {
    const code = own_code(owner);
    this.code.set(owner, code);
    this.module_of.set(owner, module);
    for (const call of code.calls) {
      this.owner_of_call.set(call, owner);
      if (module.calls.get(call)?.is_unknown === true) this.note_unknowing(call, owner);
      if (takes_task_factory(call))
        for (const node of handed_functions(call, module)) this.task_factories.add(node);
      for (const record of this.reached(call, module)) this.note_caller(record.node, owner);
      if (call.func.tag === "Attribute" && this.callers_back().has(call.func.attr))
        for (const node of handed_functions(call, module)) this.note_caller(node, owner);
    }
    for (const statement of code.statements) {
      for (const record of this.hidden(statement, module)) this.note_caller(record.node, owner);
    }
  }

  private note_unknowing({ func }: ast.Call, caller: Owner): void {
    const name = func.tag === "Attribute" ? func.attr : "";
    const known = this.unknowing.get(name) ?? new Set();
    this.unknowing.set(name, known);
    known.add(caller);
  }

  private note_caller(callee: FunctionNode, caller: Owner): void {
    const known = this.callers.get(callee) ?? new Set();
    this.callers.set(callee, known);
    known.add(caller);
  }

  private may_become_blocking(owner: Owner): boolean {
    return owner.tag === "Module" || this.program.function(owner).kind === "plain";
  }

  private has_blocking_code(owner: Owner): boolean {
    const code = this.code.get(owner);
    const module = this.module_of.get(owner);
    if (code === undefined || module === undefined) return false;
    return (
      code.calls.some((call) => this.of_call(call, module) === "blocking") ||
      code.statements.some((statement) => this.blocks(statement, module))
    );
  }

  private of_function(record: FunctionRecord): Effect {
    return this.blocking.has(record.node) ? "blocking" : record.kind;
  }

  private of_call(node: ast.Call, module: ModuleRecord): CallEffect {
    const effects = this.effects_of(node, module);
    const effect = this.effect_among(effects, node, module);
    if (effect !== "unknown" || !this.may_meet_blocking(node, module, effects)) return effect;
    const owner = this.owner_of_call.get(node);
    return owner !== undefined && this.can_wait(owner) ? "blocking" : effect;
  }

  /** Where one of several blocks, and another gives an awaitable as a value, only the run time tells what to wait for. */
  private effect_among(
    effects: ReadonlySet<CallEffect>,
    node: ast.Call,
    module: ModuleRecord,
  ): CallEffect {
    const effect = combined(effects);
    const is_mixed = effect === "blocking" && effects.size > 1;
    return is_mixed && this.may_give_awaitable(module.types.get(node)) ? "unknown" : effect;
  }

  private may_give_awaitable(type: Type | undefined): boolean {
    return (type === undefined ? [] : members(type)).some((member) => {
      if (member.type === "instance")
        return methods_of(this.program.class(member.node), "__await__").length > 0;
      if (member.type === "runtime_instance") return /^asyncio\b/.test(member.module);
      return member.type === "unknown" || member.type === "coroutine";
    });
  }

  private effects_of(node: ast.Call, module: ModuleRecord): ReadonlySet<CallEffect> {
    const record = module.calls.get(node);
    if (this.starts_eagerly(node, module)) return new Set(["blocking"]);
    if (record === undefined) return new Set(["unknown"]);
    const effects = new Set<CallEffect>();
    for (const found of this.reached(node, module)) {
      const is_constructor = record.others.size > 0 && !record.functions.has(found);
      const effect = this.of_function(found);
      effects.add(is_constructor && effect !== "blocking" ? "plain" : effect);
    }
    for (const callable of record.runtime) effects.add(this.of_runtime(callable, node));
    for (const other of record.others.values()) {
      const is_runtime = other.kind === "runtime_class";
      effects.add(is_runtime ? other.callable.effect : this.of_builtin(other, node, module));
    }
    if (record.is_unknown) effects.add(this.of_unknown(node, module));
    return effects;
  }

  /** A call of something unknown, or of several things: one of them may block. */
  private may_meet_blocking(
    node: ast.Call,
    module: ModuleRecord,
    effects: ReadonlySet<CallEffect>,
  ): boolean {
    const owner = this.owner_of_call.get(node);
    if (owner === undefined || this.code.get(owner)?.awaited.has(node) === true) return false;
    if (effects.has("blocking")) return true;
    const { func } = node;
    if (module.calls.get(node)?.is_unknown !== true || this.loose.size === 0) return false;
    return func.tag !== "Attribute" || this.loose.has(func.attr);
  }

  /** Whose outcome it is: what blocks may be among those who are called, and may give an awaitable as well. */
  private outcome_of(node: ast.Call, module: ModuleRecord): "waits" | "at_once" | null {
    const effects = this.effects_of(node, module);
    const effect = this.effect_among(effects, node, module);
    if (effect !== "unknown" || !this.may_meet_blocking(node, module, effects)) return null;
    return this.of_call(node, module) === "blocking" ? "waits" : "at_once";
  }

  private starts_eagerly(node: ast.Call, module: ModuleRecord): boolean {
    if (!this.traits.makes_eager_tasks) return false;
    const owner = this.owner_of_call.get(node);
    if (owner !== undefined && this.task_factories.has(owner)) return false;
    const { keywords } = node;
    const name = called_name(node);
    const is_eager = MAKES_TASKS.has(name) || keywords.some(({ arg }) => arg === "eager_start");
    // A function of the program's own is asked for what it calls itself.
    return is_eager && (module.calls.get(node)?.functions.size ?? 0) === 0;
  }

  /** `self.assertRaises(E, f)` where `f` blocks: the method's sibling awaits what it calls. */
  private waits_for_callback(node: ast.Call): boolean {
    const { func } = node;
    const owner = this.owner_of_call.get(node);
    const module = owner === undefined ? undefined : this.module_of.get(owner);
    if (func.tag !== "Attribute" || owner === undefined || module === undefined) return false;
    if (!this.callers_back().has(func.attr) || !this.can_wait(owner)) return false;
    return node.args.some((argument) => this.may_block(argument, module));
  }

  /** Whether calling the value blocks, as far as can be seen. */
  private may_block(node: ast.Expression, module: ModuleRecord): boolean {
    const type = module.types.get(node);
    for (const member of type === undefined ? [] : members(type)) {
      if (member.type === "function" || member.type === "bound_method") {
        if (this.blocking.has(member.node)) return true;
      } else if (member.type === "runtime_function") {
        const found = this.program.api.find(member.module, member.name);
        if (found?.kind === "function" && found.signature.effect === "blocking") return true;
      } else if (member.type === "runtime_method") {
        if (this.blocking_names().has(member.name)) return true;
      } else if (member.type === "unknown" && node.tag === "Attribute") {
        if (this.blocking_names().has(node.attr)) return true;
      }
    }
    return node.tag === "Lambda" && this.blocking.has(node);
  }

  private known_callers_back: ReadonlySet<string> | null = null;

  /** Names of methods with a sibling that awaits the functions given to it. */
  private callers_back(): ReadonlySet<string> {
    this.known_callers_back ??= awaiting_method_names(
      this.program.api,
      this.traits.imported_modules,
    );
    return this.known_callers_back;
  }

  /** `time.sleep` gives way in a threaded program, where its caller can wait. */
  private of_runtime({ module, name, effect }: RuntimeCallable, node: ast.Call): CallEffect {
    if (effect !== "plain") return effect;
    if (this.waits_for_callback(node)) return "blocking";
    if (!this.traits.threaded) return effect;
    if (this.program.api.find(module, `${name}_yielding`) === null) return effect;
    const owner = this.owner_of_call.get(node);
    return owner !== undefined && this.can_wait(owner) ? "blocking" : effect;
  }

  private can_wait(owner: Owner): boolean {
    if (owner.tag === "Module") return true;
    if (this.task_factories.has(owner)) return false;
    const { kind, method_kind } = this.program.function(owner);
    if (owner.tag === "Lambda" || kind === "generator" || method_kind === "property") return false;
    return kind !== "plain" || !/^__\w+__$/.test(owner.name);
  }

  /** `list(pool.map(…))`: every step of such an iterator blocks. */
  private of_builtin(callee: Callee, node: ast.Call, module: ModuleRecord): CallEffect {
    // What steps an async generator is a coroutine of its own.
    if (callee.kind === "builtin" && callee.name === "anext") return "coroutine";
    if (callee.kind === "builtin_method" && ASYNC_STEPS.has(callee.name))
      if (callee.receiver.type === "async_generator") return "coroutine";
    const blocks = node.args.some((argument) => steps_block(module.types.get(argument)));
    return blocks ? "blocking" : "plain";
  }

  private of_unknown(node: ast.Call, module: ModuleRecord): CallEffect {
    const { func } = node;
    if (this.waits_for_callback(node)) return "blocking";
    if (func.tag !== "Attribute" || !this.blocking_names().has(func.attr)) return "unknown";
    const owner = this.owner_of_call.get(node);
    const code = owner === undefined ? undefined : this.code.get(owner);
    const is_text_join = func.attr === "join" && node.args.length > 0;
    const receiver = module.types.get(func.value);
    const is_known =
      receiver !== undefined &&
      receiver.type !== "unknown" &&
      receiver.type !== "union" &&
      !(receiver.type === "instance" && this.may_inherit_blocking(receiver.node, func.attr));
    return code?.awaited.has(node) === true || is_text_join || is_known ? "unknown" : "blocking";
  }

  /** `self.doCleanups()` where some class below may be anything: the method is the library's all the same. */
  private may_inherit_blocking(node: ast.ClassDef, name: string): boolean {
    return runtime_bases(this.program.class(node)).some(({ module, name: base }) =>
      has_blocking_method(this.program.api, module, base, name),
    );
  }

  private blocking_names(): ReadonlySet<string> {
    this.known_blocking_names ??= blocking_method_names(
      this.program.api,
      this.traits.imported_modules,
    );
    return this.known_blocking_names;
  }

  /** The program's own functions that a call may run at once; for a class, its `__init__`. */
  private reached(node: ast.Call, module: ModuleRecord): FunctionRecord[] {
    const record = module.calls.get(node);
    if (record === undefined) return [];
    const found = [...record.functions.keys()];
    for (const callee of record.others.values()) {
      if (callee.kind !== "class") continue;
      const init = method_of(this.program.class(callee.node), "__init__");
      if (init !== null) found.push(init);
    }
    return found;
  }

  /** Methods that `with` and `for` call. */
  private hidden(node: ast.Statement, module: ModuleRecord): FunctionRecord[] {
    const found: FunctionRecord[] = [];
    const look = (type: Type | undefined, names: readonly string[]): void => {
      for (const member of type === undefined ? [] : members(type)) {
        if (member.type !== "instance") continue;
        const record = this.program.class(member.node);
        for (const name of names) found.push(...methods_of(record, name));
      }
    };
    if (node.tag === "For") look(module.types.get(node.iter), ["__iter__", "__next__"]);
    if (node.tag === "With") {
      for (const { context_expr } of node.items) {
        look(module.types.get(context_expr), ["__enter__", "__exit__"]);
      }
    }
    return found;
  }

  private blocks(node: ast.Statement, module: ModuleRecord): boolean {
    if (this.hidden(node, module).some((record) => this.blocking.has(record.node))) return true;
    if (is_import(node)) return node.names.some((alias) => this.modules.is_late(alias, module));
    if (node.tag === "For") return steps_block(module.types.get(node.iter));
    if (node.tag !== "With") return false;
    return node.items.some(({ context_expr }) => {
      const type = module.types.get(context_expr);
      return type !== undefined && members(type).some((member) => this.manager_blocks(member));
    });
  }

  private manager_blocks(type: Type): boolean {
    if (type.type !== "runtime_instance") return false;
    const { api } = this.program;
    const seen = new Set<string>();
    const look = (module: string, name: string): boolean => {
      const found = api.find(module, name);
      if (found?.kind !== "class" || seen.has(`${module}:${name}`)) return false;
      seen.add(`${module}:${name}`);
      for (const method of ["__enter__", "__exit__"]) {
        if (found.class.methods.get(method)?.effect === "blocking") return true;
      }
      return found.class.bases.some((base) => {
        const [base_module = "", base_name = ""] = base.name.split(":");
        return look(base_module, base_name);
      });
    };
    return look(type.module, type.name);
  }
}

/** What makes tasks of the coroutines that it is given. */
const MAKES_TASKS: ReadonlySet<string> = new Set([
  "as_completed",
  "create_task",
  "ensure_future",
  "gather",
  "shield",
]);

function is_test_case(base: Base): boolean {
  return base.kind === "runtime" && base.module === "unittest";
}

/** The program's functions among the arguments of a call. */
function handed_functions(call: ast.Call, module: ModuleRecord): FunctionNode[] {
  return call.args.flatMap((argument) => {
    const type = module.types.get(argument);
    return (type === undefined ? [] : members(type)).flatMap((member) =>
      member.type === "function" || member.type === "bound_method" ? [member.node] : [],
    );
  });
}

function steps_block(type: Type | undefined): boolean {
  if (type === undefined) return false;
  return members(type).some(
    (member) => member.type === "runtime_instance" && member.name === "BlockingIterator",
  );
}

const WAITED_FOR: ReadonlySet<CallEffect> = new Set(["blocking", "plain", "unknown"]);

/** What a call does that may reach several functions. Awaiting a plain result changes nothing. */
function combined(effects: ReadonlySet<CallEffect>): CallEffect {
  const [only] = effects;
  if (effects.size === 1 && only !== undefined) return only;
  if (effects.size === 0) return "plain";
  if (!effects.has("blocking")) return "unknown";
  // The one that is known is the likely one.
  const is_waiting = [...effects].every((effect) => WAITED_FOR.has(effect));
  return is_waiting ? "blocking" : "unknown";
}

function is_import(node: ast.Statement): node is ast.Import | ast.ImportFrom {
  return node.tag === "Import" || node.tag === "ImportFrom";
}
