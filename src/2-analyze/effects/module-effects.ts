// Which modules do something that can be seen when they are imported: print, call the program's code, change others' state.
import type * as ast from "../../../grammar/ast/index.ts";
import { packages_of } from "../../project.ts";
import { children } from "../children.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";
import { ImportCycles } from "./import-cycles.ts";
import { ModuleLoads } from "./module-loads.ts";

export class ModuleEffects {
  private readonly modules: ReadonlyMap<string, ModuleRecord>;
  /** Programs that are started; each loads what it imports. */
  private readonly mains: readonly ModuleRecord[];
  private readonly own = new Map<ModuleRecord, boolean>();
  private readonly of_functions = new Map<FunctionRecord, boolean>();
  private readonly known_late = new Map<ast.Alias, boolean>();
  private readonly closures = new Map<ModuleRecord, ReadonlySet<ModuleRecord>>();
  private readonly loads: ModuleLoads;
  private readonly cycles: ImportCycles;

  constructor(modules: ReadonlyMap<string, ModuleRecord>) {
    this.modules = modules;
    this.loads = new ModuleLoads(modules);
    this.cycles = new ImportCycles(modules, this.loads, {
      shows: (node, module) => this.shows(node, module),
      is_visible: (module) => this.is_visible(module),
      is_late: (alias, importer) => this.is_late(alias, importer),
    });
    this.mains = [...modules.values()].filter(({ source }) => source.is_main);
  }

  /**
   * Whether it could be told apart if the import ran at the head of its file: what it imports is not loaded by then,
   * shows itself when it runs, and something comes before it. Modules that import this one in turn stay at the head.
   */
  is_late(alias: ast.Alias, importer: ModuleRecord): boolean {
    let known = this.known_late.get(alias);
    if (known === undefined) {
      known = this.find_late(alias, importer);
      this.known_late.set(alias, known);
    }
    return known;
  }

  private find_late(alias: ast.Alias, importer: ModuleRecord): boolean {
    const imported = importer.source.imports.get(alias);
    if (imported === undefined || imported.origin !== "user" || imported.is_typing) return false;
    if (this.imported_at_once(importer).has(alias)) return false;
    if (this.cycles.is_within(alias, importer)) return false;
    const target = this.modules.get(imported.module);
    if (target === undefined || this.is_loaded_before(target, importer)) return false;
    // The packages around it run before it; ES modules load at once what functions import, too.
    const loaded = this.loaded_by(alias, importer);
    return (
      !loaded.some((each) => this.closure(each).has(importer)) &&
      loaded.some((each) => this.is_any_visible(this.loads.reached(each), importer))
    );
  }

  /** Whether what the import loads, with all that this loads, shows itself when it runs. */
  is_visible_import(alias: ast.Alias, importer: ModuleRecord): boolean {
    return this.loaded_by(alias, importer).some((each) =>
      [...this.closure(each)].some((loaded) => this.is_visible(loaded)),
    );
  }

  /** The packages around an imported module that show themselves when they run, outermost first. */
  packages_before(alias: ast.Alias, importer: ModuleRecord): readonly string[] {
    const imported = importer.source.imports.get(alias);
    if (imported?.origin !== "user" || imported.is_typing) return [];
    const is_late = this.is_late(alias, importer);
    const shown = packages_of(imported.module).filter((name) => {
      const record = this.modules.get(name);
      if (record === undefined || record === importer) return false;
      if (importer.source.name.startsWith(`${name}.`)) return false;
      if (is_late) return this.is_any_visible(this.closure(record), importer);
      return [...this.closure(record)].some((each) => this.is_visible(each));
    });
    return this.with_entries(shown, imported.module, importer);
  }

  /** Whether the import stands in a cycle whose modules run by turns in Python, so that it shows. */
  is_entangled(alias: ast.Alias, importer: ModuleRecord): boolean {
    return this.cycles.is_entangled(alias, importer);
  }

  /** Whether it is in such a cycle. */
  takes_turns(module: ModuleRecord): boolean {
    return this.cycles.takes_turns(module);
  }

  /** The module that has to run before this one, with which it is in a cycle. */
  predecessor(module: ModuleRecord): string | null {
    return this.cycles.predecessor(module)?.source.name ?? null;
  }

  /** Before a module of a cycle the one by which the cycle has to be entered. */
  private with_entries(
    before: readonly string[],
    target: string,
    importer: ModuleRecord,
  ): readonly string[] {
    const found = new Set<string>();
    for (const name of [...before, target]) {
      const record = this.modules.get(name);
      const entry = record === undefined ? null : this.cycles.entry(record, importer);
      if (entry !== null) found.add(entry.source.name);
      // What enters the cycle loads the packages in it.
      if (name !== target && entry?.source.name !== target) found.add(name);
    }
    found.delete(target);
    return [...found];
  }

  /** Of what is not loaded yet. */
  private is_any_visible(modules: ReadonlySet<ModuleRecord>, importer: ModuleRecord): boolean {
    for (const each of modules)
      if (this.is_visible(each) && !this.is_loaded_before(each, importer)) return true;
    return false;
  }

  private is_visible(module: ModuleRecord): boolean {
    let known = this.own.get(module);
    if (known === undefined) {
      known = module.source.module.body.some((node) => this.shows(node, module));
      this.own.set(module, known);
    }
    return known;
  }

  private is_loaded_before(target: ModuleRecord, importer: ModuleRecord): boolean {
    if (target === importer) return true;
    for (const alias of this.imported_at_once(importer))
      for (const record of this.loaded_by(alias, importer))
        if (this.closure(record).has(target)) return true;
    return this.is_loaded_by_others(target, importer);
  }

  /** Whether it runs before the importer does. */
  private is_loaded_by_others(target: ModuleRecord, importer: ModuleRecord): boolean {
    const starts = this.mains.filter((main) => this.loads.reached(main).has(importer));
    return starts.length > 0 && starts.every((main) => this.is_begun(target, importer, main));
  }

  /** Whether the program has begun with the module when it comes to the other one. */
  private is_begun(target: ModuleRecord, importer: ModuleRecord, main: ModuleRecord): boolean {
    if (main === importer) return false;
    const begun = this.begun(main);
    const at = begun.get(target);
    return at !== undefined && at < (begun.get(importer) ?? Infinity);
  }

  private readonly known_begun = new Map<ModuleRecord, ReadonlyMap<ModuleRecord, number>>();

  /** The modules that the imports at the heads of files load, in the order in which they begin to run. */
  private begun(main: ModuleRecord): ReadonlyMap<ModuleRecord, number> {
    const known = this.known_begun.get(main);
    if (known !== undefined) return known;
    const found = new Map<ModuleRecord, number>();
    // What is imported first stands last.
    const pending = [main];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      if (found.has(each)) continue;
      found.set(each, found.size);
      for (const next of [...this.loaded_at_head(each)].reverse())
        if (!found.has(next)) pending.push(next);
    }
    this.known_begun.set(main, found);
    return found;
  }

  /** The module and all that its imports at the head load, and theirs; packages included. */
  private closure(module: ModuleRecord): ReadonlySet<ModuleRecord> {
    const known = this.closures.get(module);
    if (known !== undefined) return known;
    const found = new Set([module]);
    for (const each of found) for (const record of this.loaded_at_head(each)) found.add(record);
    this.closures.set(module, found);
    return found;
  }

  /** What the imports at its head load, in their order; the packages around it are loaded before it. */
  private loaded_at_head(module: ModuleRecord): readonly ModuleRecord[] {
    return [...this.imports_at_head(module)].flatMap((alias) => this.loaded_by(alias, module));
  }

  private loaded_by(alias: ast.Alias, { source }: ModuleRecord): readonly ModuleRecord[] {
    return this.loads.by(source.imports.get(alias), source.name);
  }

  private readonly heads = new Map<ModuleRecord, ReadonlySet<ast.Alias>>();

  /** The imports before which nothing happens that can be seen. */
  private imports_at_head(module: ModuleRecord): ReadonlySet<ast.Alias> {
    const known = this.heads.get(module);
    if (known !== undefined) return known;
    const head = new Set<ast.Alias>();
    this.heads.set(module, head);
    for (const node of module.source.module.body) {
      if (node.tag === "Import" || node.tag === "ImportFrom") {
        for (const alias of node.names) head.add(alias);
        // What is imported next may change it.
        if (node.names.some((alias) => this.takes_value(alias, module))) break;
      } else if (this.shows(node, module)) break;
    }
    return head;
  }

  /** `from m import count`, where functions give `count` other values: the value of the moment. */
  private takes_value(alias: ast.Alias, { source }: ModuleRecord): boolean {
    const imported = source.imports.get(alias);
    if (imported?.origin !== "user" || imported.name === null) return false;
    const owner = this.modules.get(imported.module);
    return owner?.scopes.module.bindings.get(imported.name)?.is_bound_from_inside === true;
  }

  private awaits: ((module: ModuleRecord) => boolean) | null = null;

  /** Modules that wait while they run: ES modules beside them would run meanwhile. */
  know_awaiting(awaits: (module: ModuleRecord) => boolean): void {
    this.awaits = awaits;
    this.known_late.clear();
    this.known_at_once.clear();
  }

  private readonly known_at_once = new Map<ModuleRecord, ReadonlySet<ast.Alias>>();

  /**
   * The imports that can be static: those at the head, up to one that shows itself behind one that waits. ES modules
   * that a module imports don't wait for each other.
   */
  private imported_at_once(module: ModuleRecord): ReadonlySet<ast.Alias> {
    const head = this.imports_at_head(module);
    const { awaits } = this;
    if (awaits === null) return head;
    const known = this.known_at_once.get(module);
    if (known !== undefined) return known;
    const found = new Set<ast.Alias>();
    const loaded = new Set<ModuleRecord>();
    let is_waiting = false;
    for (const alias of head) {
      for (const record of this.loaded_by(alias, module)) {
        const added = [...this.closure(record)].filter(
          (each) => !loaded.has(each) && !this.is_loaded_by_others(each, module),
        );
        if (is_waiting && added.some((each) => this.is_visible(each))) {
          this.known_at_once.set(module, found);
          return found;
        }
        for (const each of added) loaded.add(each);
        is_waiting ||= added.some(awaits);
      }
      found.add(alias);
    }
    this.known_at_once.set(module, found);
    return found;
  }

  /** Whether running the code can be seen from outside of its module. */
  private shows(node: ast.Node, module: ModuleRecord): boolean {
    switch (node.tag) {
      case "FunctionDef":
      case "AsyncFunctionDef": {
        const { decorator_list, args } = node as ast.FunctionDef;
        return (
          decorator_list.some((each) => this.is_own_code(each, module)) ||
          this.any_shows([...decorator_list, ...args.defaults, ...args.kw_defaults], module)
        );
      }
      case "Lambda": {
        const { args } = node as ast.Lambda;
        return this.any_shows([...args.defaults, ...args.kw_defaults], module);
      }
      case "ClassDef": {
        const { decorator_list, bases, keywords, body } = node as ast.ClassDef;
        return (
          keywords.length > 0 ||
          decorator_list.some((each) => this.is_own_code(each, module)) ||
          bases.some((each) => this.has_subclass_hook(each, module)) ||
          this.any_shows([...decorator_list, ...body], module)
        );
      }
      case "Raise":
        return true;
      case "Call":
        if (this.call_shows(node as ast.Call, module)) return true;
        break;
      case "Attribute":
      case "Subscript": {
        const { ctx } = node as ast.Attribute;
        if (ctx !== "Load" && is_imported(node as ast.Attribute, module)) return true;
        break;
      }
      case "If":
        if (is_main_guard(node as ast.If)) {
          const { body, orelse } = node as ast.If;
          return this.any_shows(module.source.is_main ? body : orelse, module);
        }
        break;
      default:
        break;
    }
    return this.any_shows(children(node), module);
  }

  private any_shows(nodes: readonly (ast.Node | null)[], module: ModuleRecord): boolean {
    return nodes.some((node) => node !== null && this.shows(node, module));
  }

  private call_shows(node: ast.Call, module: ModuleRecord): boolean {
    const record = module.calls.get(node);
    // never evaluated: the code cannot be reached
    if (record === undefined) return true;
    if (record.is_unknown) return true;
    for (const found of record.functions.keys()) if (this.function_shows(found)) return true;
    for (const callable of record.runtime)
      if (is_visible_name(callable.module, callable.name)) return true;
    for (const other of record.others.values()) {
      if (other.kind === "builtin" && is_visible_name("builtins", other.name)) return true;
      if (
        other.kind === "runtime_class" &&
        is_visible_name(other.callable.module, other.callable.name)
      )
        return true;
      if (
        other.kind === "builtin_method" &&
        node.func.tag === "Attribute" &&
        is_imported(node.func, module)
      )
        return true;
      if (other.kind === "unknown") return true;
    }
    return false;
  }

  private function_shows(record: FunctionRecord): boolean {
    const known = this.of_functions.get(record);
    if (known !== undefined) return known;
    this.of_functions.set(record, false);
    const { node, module, kind } = record;
    const body: readonly ast.Node[] = node.tag === "Lambda" ? [node.body] : node.body;
    const shows = kind === "plain" && this.any_shows(body, module);
    this.of_functions.set(record, shows);
    return shows;
  }

  /** A decorator that the program itself defines: it may put what it decorates anywhere. */
  private is_own_code(decorator: ast.Expression, module: ModuleRecord): boolean {
    const callee = decorator.tag === "Call" ? decorator.func : decorator;
    const type = module.types.get(callee)?.type;
    return type !== "runtime_function" && type !== "runtime_class" && !is_plain_decorator(callee);
  }

  private has_subclass_hook(base: ast.Expression, module: ModuleRecord): boolean {
    const type = module.types.get(base);
    if (type?.type !== "class") return false;
    return [...this.modules.values()].some(({ classes }) =>
      classes.some((each) => each.node === type.node && each.methods.has("__init_subclass__")),
    );
  }
}

const PLAIN_DECORATORS = new Set([
  "property",
  "staticmethod",
  "classmethod",
  "dataclass",
  "setter",
  "getter",
  "deleter",
]);

function is_plain_decorator(node: ast.Expression): boolean {
  if (node.tag === "Name") return PLAIN_DECORATORS.has(node.id);
  return node.tag === "Attribute" && PLAIN_DECORATORS.has(node.attr);
}

/** `registry.items["x"]` where `registry` is imported. */
function is_imported(node: ast.Expression, module: ModuleRecord): boolean {
  let root = node;
  while (root.tag === "Attribute" || root.tag === "Subscript" || root.tag === "Call")
    root = root.tag === "Call" ? root.func : root.value;
  if (root.tag !== "Name") return false;
  const resolution = module.scopes.resolve(root);
  return resolution.kind === "binding" && resolution.binding.imported?.origin === "user";
}

function is_main_guard({ test }: ast.If): boolean {
  if (test.tag !== "Compare") return false;
  const [other] = test.comparators;
  return [test.left, other].some((side) => side?.tag === "Name" && side.id === "__name__");
}

const VISIBLE_BUILTINS = new Set([
  "print",
  "input",
  "open",
  "exec",
  "eval",
  "compile",
  "setattr",
  "delattr",
  "next",
  "breakpoint",
  "exit",
  "quit",
  "__import__",
  "globals",
]);
const VISIBLE_MODULES = new Set([
  "asyncio",
  "atexit",
  "concurrent.futures",
  "logging",
  "os",
  "random",
  "shutil",
  "signal",
  "socket",
  "sqlite3",
  "subprocess",
  "sys",
  "tempfile",
  "threading",
  "time",
  "traceback",
  "warnings",
]);
const INVISIBLE_NAMES =
  /^(?:getLogger|getenv|environ\.get|path\..*|fspath|[A-Z]\w*|local|perf_counter|monotonic|time)$/;

/** Whether calling something of the runtime prints, waits, or changes what others can see. */
function is_visible_name(module: string, name: string): boolean {
  if (module === "builtins") return VISIBLE_BUILTINS.has(name);
  return VISIBLE_MODULES.has(module) && !INVISIBLE_NAMES.test(name);
}
