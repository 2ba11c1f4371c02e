// What the program's own imports become: runtime modules by package name, the project's own by relative path.
import type * as ast from "../../grammar/ast/index.ts";
import type { Facts } from "../facts/facts.ts";
import type { Binding } from "../facts/scopes.ts";
import {
  binds_package,
  import_path,
  type ImportedName,
  module_named,
  type Project,
  type SourceModule,
  typescript_path,
  with_packages,
} from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { Emit } from "./emit.ts";
import type { Imports } from "./imports.ts";
import { asked_names } from "./asked-names.ts";
import { instance_reads } from "./instance-reads.ts";
import { instance_stores } from "./instance-stores.ts";
import { is_plain_import } from "./shared/declarations.ts";
import { modules_named } from "./module-uses.ts";
import { children } from "./shared/walk.ts";
import { type ModuleVariable, module_variable } from "./module-variables.ts";
import type { ImportedAs, Loaded } from "./shared/statement-emit.ts";
import { type Naming, type Spelling, spelling_of } from "./spelling.ts";

export interface ModuleImportOptions {
  readonly project: Project;
  /** What is known of all modules of the project. */
  readonly facts: ReadonlyMap<SourceModule, Facts>;
  /** Where the runtime's built modules are, a folder's URL; without it they are imported by package name. */
  readonly runtime_url?: string;
  /** The folder of the runtime as the text of a file names it, with a slash at its end: `../runtime/`. */
  readonly runtime_folder?: (file: string) => string;
  /** What the text of a file imports for a module that the user maps to another. */
  readonly mapped?: (module: string, file: string) => string;
  /** How the project's names are spelt: `keep` where nothing is said. */
  readonly naming?: Naming;
  /** `.js` for output that is compiled before it runs. */
  readonly extension?: ".ts" | ".js";
}

/** What an import leads to. */
interface Target {
  readonly module: string;
  readonly name: string | null;
  readonly origin: "runtime" | "user" | "config" | "missing";
}

/** Modules that say something to Python's compiler only. */
const VANISHING: ReadonlySet<string> = new Set(["__future__"]);

export class ModuleImports {
  private readonly source: SourceModule;
  private readonly facts: Facts;
  private readonly imports: Imports;
  private readonly options: ModuleImportOptions;

  constructor(source: SourceModule, facts: Facts, imports: Imports, options: ModuleImportOptions) {
    this.source = source;
    this.facts = facts;
    this.imports = imports;
    this.options = options;
  }

  /** The specifier of a runtime module: `pyasync2ts/asyncio`. */
  runtime(module: string): string {
    const { runtime_url, runtime_folder } = this.options;
    const folder = runtime_url ?? runtime_folder?.(this.source.file);
    if (folder === undefined) return `pyasync2ts/${module}`;
    const is_core = module === "builtins" || module === "asyncio";
    return `${folder}${is_core ? "" : "stdlib/"}${module}.js`;
  }

  /** The name under which the program itself imports a module of the runtime as a whole, if it does. */
  namespace_of(module: string): string | null {
    if (this.facts.effects.replaceable_modules.has(module)) return null;
    for (const binding of this.facts.scopes.module.bindings.values()) {
      const { imported } = binding;
      if (imported?.module !== module || imported.name !== null) continue;
      if (imported.origin === "runtime" && is_plain_import(binding)) return this.local(binding);
    }
    return null;
  }

  /** Modules of the library that are objects here, for patches to replace something in them: module → constant. */
  private readonly replaceable = new Map<string, string>();

  /** `const time = replaceable("time", library);` for each of them. */
  replaceable_modules(emit: Emit): readonly target.Statement[] {
    for (const module of this.facts.effects.looked_up_modules) this.runtime_module(module);
    return [...this.replaceable].map(([module, local]) => {
      const library = build.identifier(
        this.imports.namespace(this.runtime(module), `${local}_library`),
      );
      const value = build.call(emit.builtin("replaceable"), [build.string(module), library]);
      return build.const_(local, value);
    });
  }

  /** The local name of a module of the library. */
  runtime_module(module: string): string {
    const last = module.slice(module.lastIndexOf(".") + 1);
    return this.local_of({ module, name: null, origin: "runtime" }, last);
  }

  private replaceable_module(module: string, hint: string): string {
    const local = this.replaceable.get(module) ?? this.imports.own(hint);
    this.replaceable.set(module, local);
    return local;
  }

  /** The local name of an imported binding; the import is printed from then on. */
  local(binding: Binding): string {
    const { imported } = binding;
    if (imported === null) return binding.name;
    const late = imported.name === null ? this.late_namespace(imported.module) : null;
    if (late !== null) return late;
    return this.local_of(imported, this.spelling.of(binding.name));
  }

  /** A dotted expression that means a module (`concurrent.futures`), as that module's namespace. */
  of_expression(node: ast.Expression): target.Identifier | null {
    if (node.tag !== "Attribute" || !is_dotted(node)) return null;
    const type = this.facts.types.of(node);
    if (type.type !== "module") return null;
    const late = this.late_namespace(type.name);
    if (late !== null) return build.identifier(late);
    const imported = { module: type.name, name: null, origin: type.origin };
    const last = type.name.slice(type.name.lastIndexOf(".") + 1);
    return build.identifier(this.local_of(imported, last));
  }

  /** What an import statement's name stands for; `null` where nothing of it remains. */
  target(alias: ast.Alias): ImportedAs | null {
    const found = this.source.imports.get(alias);
    if (found === undefined || VANISHING.has(found.module)) return null;
    const kind =
      found.origin === "runtime" ? "runtime" : found.origin === "missing" ? "missing" : "user";
    const last = alias.asname ?? alias.name.slice(alias.name.lastIndexOf(".") + 1);
    const hint = this.spelling.of(last);
    const module = kind === "missing" ? this.not_found(found.module) : found.module;
    return {
      kind,
      is_guarded: found.is_guarded,
      module,
      no_package: kind === "missing" ? this.no_package(module) : null,
      is_typing: found.is_typing,
      value: () => build.identifier(this.local_of(bound(alias, found), hint)),
      is_held_inside: () => this.is_held_inside(alias),
      loaded: (is_top_level) => this.loaded(alias, found, is_top_level),
      name: found.name,
      exported: this.exported(found),
    };
  }

  /** The constant that holds a module which `import a.b.c` loads where it stands; `null` for others. */
  late_namespace(module: string): string | null {
    this.late_namespaces ??= this.name_late_modules();
    return this.late_namespaces.get(module) ?? null;
  }

  private late_namespaces: ReadonlyMap<string, string> | null = null;

  private name_late_modules(): ReadonlyMap<string, string> {
    const { module, imports } = this.source;
    const { effects } = this.facts;
    const found = new Map<string, string>();
    const late = dotted_imports(module.body).filter((alias) => effects.is_late_import(alias));
    this.name_late_in_functions(found);
    if (late.length === 0) return found;
    const used = modules_named(module, this.facts);
    for (const alias of late) {
      const target = imports.get(alias)?.module ?? alias.name;
      for (const name of [...effects.packages_before(alias), target])
        if (used.has(name) && !found.has(name))
          found.set(name, this.imports.own(name.slice(name.lastIndexOf(".") + 1)));
    }
    return found;
  }

  /** A function that imports `a.b` late has a constant for it, where nothing outside of such functions reads it. */
  private name_late_in_functions(found: Map<string, string>): void {
    const { module, imports } = this.source;
    const inside = new Map<string, number>();
    const late = new Set<string>();
    for (const each of outer_functions(module)) {
      const aliases = dotted_imports(each.body).filter((alias) =>
        this.facts.effects.is_late_import(alias),
      );
      const named = new Set(aliases.map((alias) => imports.get(alias)?.module ?? alias.name));
      if (named.size === 0) continue;
      for (const [name, count] of modules_named(each, this.facts))
        if (named.has(name)) inside.set(name, (inside.get(name) ?? 0) + count);
      for (const name of named) late.add(name);
    }
    if (late.size === 0) return;
    const all = modules_named(module, this.facts);
    for (const name of late) {
      const count = all.get(name) ?? 0;
      if (count !== (inside.get(name) ?? 0)) continue;
      this.in_functions.add(name);
      if (count > 0) found.set(name, this.imports.own(name.slice(name.lastIndexOf(".") + 1)));
    }
  }

  private readonly in_functions = new Set<string>();

  /** Whether the module that a function imports by a dotted name is known inside of it alone. */
  is_held_inside(alias: ast.Alias): boolean {
    this.late_namespaces ??= this.name_late_modules();
    const module = this.source.imports.get(alias)?.module;
    return module !== undefined && this.in_functions.has(module);
  }

  /** Modules that code above at the module's own level has loaded, and those of them that a constant holds. */
  private readonly awaited = new Set<string>();
  private readonly held = new Set<string>();

  /** What is not loaded yet of the packages around it, and the module. */
  private loaded(alias: ast.Alias, found: ImportedName, is_top_level: boolean): readonly Loaded[] {
    const is_dotted = binds_package(alias, found) && (is_top_level || this.is_held_inside(alias));
    return [...this.facts.effects.packages_before(alias), found.module].flatMap((module) => {
      const is_held = is_top_level && this.held.has(module);
      const local = is_dotted && !is_held ? this.late_namespace(module) : null;
      const is_target = module === found.module && !is_dotted;
      if (this.awaited.has(module) && local === null && !is_target) return [];
      if (is_top_level) this.awaited.add(module);
      if (is_top_level && local !== null) this.held.add(module);
      const specifier = this.specifier({ ...found, module, name: null });
      return [{ local, value: build.await_(build.import_call(specifier)) }];
    });
  }

  /** Python looks for the packages first: the outermost one that there is not. */
  private not_found(module: string): string {
    const { project } = this.options;
    const missing = with_packages(module).find((name) => module_named(project, name) === undefined);
    return missing ?? module;
  }

  private no_package(missing: string): string | null {
    const around = missing.slice(0, Math.max(0, missing.lastIndexOf(".")));
    return module_named(this.options.project, around)?.is_package === false ? around : null;
  }

  /** The comment behind an import statement goes where the import goes. */
  remember(node: ast.Import | ast.ImportFrom, comment: target.CommentLine | null): void {
    const found = node.names[0] === undefined ? undefined : this.source.imports.get(node.names[0]);
    if (comment !== null && found !== undefined) this.imports.note(this.specifier(found), comment);
  }

  /** A module of the project runs when it is imported, used or not. */
  run(alias: ast.Alias): void {
    const found = this.source.imports.get(alias);
    if (found === undefined || found.origin === "runtime" || found.origin === "missing") return;
    for (const module of this.facts.effects.packages_before(alias))
      this.imports.run(this.specifier({ module, name: null, origin: "user" }));
    this.imports.run(this.specifier(found));
  }

  /** The module of its import cycle that has to run before this one is imported before all others. */
  run_predecessor(): void {
    const module = this.facts.effects.runs_after;
    if (module !== null) this.imports.run(this.specifier({ module, name: null, origin: "user" }));
  }

  /** Others find the imported name in this module as well. */
  give_on({ name, imported }: Binding): void {
    if (imported === null) return;
    this.imports.give_on(this.specifier(imported), this.exported(imported), this.spelling.of(name));
  }

  /** The setter of another module's variable. */
  setter(module: string, variable: string): string {
    return this.spelling_of(module).setter(variable);
  }

  /** Under which name a module exports what Python knows as `name`. */
  exported_name(module: string, name: string): string {
    return this.spelling_of(module).of(name);
  }

  private exported({ module, name, origin }: Target): string | null {
    return origin === "user" && name !== null && name !== "*"
      ? this.exported_name(module, name)
      : name;
  }

  private spelling_of(module: string): Spelling {
    const { project, facts, naming } = this.options;
    const owner = module_named(project, module);
    const own = (owner === undefined ? undefined : facts.get(owner)) ?? this.facts;
    return spelling_of(own.scopes.module, naming);
  }

  private get spelling(): Spelling {
    return spelling_of(this.facts.scopes.module, this.options.naming);
  }

  get asked_names(): ReadonlySet<string> {
    return asked_names(this.options.project);
  }

  get instance_stores(): ReadonlyMap<ast.ClassDef, ReadonlySet<string>> {
    return instance_stores(this.options);
  }

  get instance_reads(): ReadonlySet<string> {
    return instance_reads(this.options);
  }

  class_elsewhere(node: ast.ClassDef): string | null {
    const module = top_level_classes(this.options.project).get(node);
    if (module === undefined || module === this.source) return null;
    const specifier = this.specifier({ module: module.name, name: node.name, origin: "user" });
    return this.imports.type(specifier, this.exported_name(module.name, node.name));
  }

  variable(module: string, name: string): ModuleVariable {
    return module_variable(module, name, this.options);
  }

  has_variable(module: string, name: string): boolean {
    const { project, facts } = this.options;
    const owner = module_named(project, module);
    const own = owner === undefined ? undefined : facts.get(owner);
    const binding = own?.scopes.module.bindings.get(name);
    return binding !== undefined && !is_plain_import(binding);
  }

  private local_of(imported: Target, hint: string): string {
    const { module, name: part, origin } = imported;
    if (origin === "runtime" && part === null && this.facts.effects.replaceable_modules.has(module))
      return this.replaceable_module(module, hint);
    const specifier = this.specifier(imported);
    const name = this.exported(imported);
    if (name === null || name === "*") return this.imports.namespace(specifier, hint);
    return this.imports.named(specifier, name, hint);
  }

  private specifier({ module, origin }: Target): string {
    if (origin === "runtime") return this.runtime(module);
    if (origin === "config") return this.options.mapped?.(module, this.source.file) ?? module;
    if (this.options.runtime_url !== undefined) return `./${module}.mjs`;
    const file = module_named(this.options.project, module)?.file;
    if (file === undefined) return module.startsWith(".") ? module : `./${module}.ts`;
    return import_path(this.source.file, typescript_path(file, this.options.extension));
  }
}

const known_classes = new WeakMap<Project, ReadonlyMap<ast.ClassDef, SourceModule>>();

/** The classes that a module's exports name. */
function top_level_classes(project: Project): ReadonlyMap<ast.ClassDef, SourceModule> {
  let classes = known_classes.get(project);
  if (classes === undefined) {
    const found = new Map<ast.ClassDef, SourceModule>();
    for (const module of project.modules)
      for (const node of module.module.body) if (node.tag === "ClassDef") found.set(node, module);
    classes = found;
    known_classes.set(project, found);
  }
  return classes;
}

function bound(alias: ast.Alias, found: ImportedName): Target {
  const [root = found.module] = found.module.split(".");
  return binds_package(alias, found) ? { ...found, module: root } : found;
}

/** `import a.b` among the statements, without a name of its own. */
function dotted_imports(body: readonly ast.Statement[]): readonly ast.Alias[] {
  return body.flatMap((node) =>
    node.tag === "Import"
      ? node.names.filter(({ name, asname }) => asname === null && name.includes("."))
      : [],
  );
}

/** The functions that stand in no other one. */
function outer_functions(root: ast.Node): readonly (ast.FunctionDef | ast.AsyncFunctionDef)[] {
  const found: (ast.FunctionDef | ast.AsyncFunctionDef)[] = [];
  const pending: ast.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef")
      found.push(node as ast.FunctionDef);
    else pending.push(...children(node));
  }
  return found;
}

function is_dotted(node: ast.Expression): boolean {
  return node.tag === "Name" || (node.tag === "Attribute" && is_dotted(node.value));
}
