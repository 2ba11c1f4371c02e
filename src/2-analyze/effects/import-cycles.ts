// Modules that import each other: which must run before which, so that ES modules run them as Python does.
import type * as ast from "../../../grammar/ast/index.ts";
import type { ImportedName } from "../../project.ts";
import type { ModuleRecord } from "../program/records.ts";
import { components } from "./components.ts";
import type { ModuleLoads } from "./module-loads.ts";
import { modules_read } from "./modules-read.ts";

/** What the order of a cycle depends on. */
export interface Running {
  /** Whether a statement of the module's top level can be seen from outside when it runs. */
  shows(node: ast.Node, module: ModuleRecord): boolean;
  /** Whether any of them can. */
  is_visible(module: ModuleRecord): boolean;
  /** Whether an import becomes a dynamic one: it waits for what it loads. */
  is_late(alias: ast.Alias, importer: ModuleRecord): boolean;
}

/** The modules of a cycle whose code shows itself, in the order in which it does. */
interface Shown {
  readonly shown: readonly ModuleRecord[];
  /** The import that comes to the cycle first runs them all. */
  readonly is_whole: boolean;
  /** With those outside of the cycle that this import runs. */
  readonly all: readonly ModuleRecord[];
}

interface Step {
  readonly loads: readonly ModuleRecord[];
  readonly shows: boolean;
}

interface Cycle {
  readonly members: ReadonlySet<ModuleRecord>;
  /** The order in which its modules have to run; `null` where the order does not matter or there is none. */
  readonly order: readonly ModuleRecord[] | null;
  /** No order of whole modules is Python's: code of one runs between that of another, and it shows. */
  readonly is_entangled: boolean;
}

/**
 * Python runs an imported module where the import stands, and gives a module that is under way as far as it is. ES
 * modules run whole, those that a module imports before it; within a cycle, the one that was reached last runs first.
 * So each module of a cycle whose order matters imports its predecessor first, and whoever imports any of them from
 * outside imports the last one first.
 */
export class ImportCycles {
  private readonly modules: ReadonlyMap<string, ModuleRecord>;
  private readonly loads: ModuleLoads;
  private readonly running: Running;
  private readonly mains: readonly ModuleRecord[];
  /** By their imports at the top level: what Python finds half imported. */
  private readonly of_python = new Map<ModuleRecord, ReadonlySet<ModuleRecord>>();
  private known_cycles: ReadonlyMap<ModuleRecord, Cycle> | null = null;

  constructor(modules: ReadonlyMap<string, ModuleRecord>, loads: ModuleLoads, running: Running) {
    this.modules = modules;
    this.loads = loads;
    this.running = running;
    this.mains = [...modules.values()].filter(({ source }) => source.is_main);
    const all = [...modules.values()];
    for (const members of components(all, (each) => this.imported_at_top(each)))
      for (const member of members) this.of_python.set(member, members);
  }

  /** Whether the import stands at the top level of one of two modules that import each other. */
  is_within(alias: ast.Alias, importer: ModuleRecord): boolean {
    const target = this.target(importer.source.imports.get(alias));
    if (target === null || target === importer) return false;
    const members = this.of_python.get(importer);
    return members?.has(target) === true && top_level_aliases(importer).has(alias);
  }

  /** Whether code of the two modules runs by turns in Python, so that it shows. */
  is_entangled(alias: ast.Alias, importer: ModuleRecord): boolean {
    if (!this.is_within(alias, importer)) return false;
    return this.cycles().get(importer)?.is_entangled === true;
  }

  /** Whether it is of such a cycle. */
  takes_turns(module: ModuleRecord): boolean {
    return this.cycles().get(module)?.is_entangled === true;
  }

  /** The module of its cycle that has to run right before it. */
  predecessor(module: ModuleRecord): ModuleRecord | null {
    const order = this.cycles().get(module)?.order ?? null;
    return order?.[order.indexOf(module) - 1] ?? null;
  }

  /** The module that is imported before another one of its cycle. */
  entry(target: ModuleRecord, importer: ModuleRecord): ModuleRecord | null {
    const cycle = this.cycles().get(target);
    if (cycle?.order === undefined || cycle.order === null || cycle.members.has(importer))
      return null;
    return cycle.order.at(-1) ?? null;
  }

  private cycles(): ReadonlyMap<ModuleRecord, Cycle> {
    if (this.known_cycles !== null) return this.known_cycles;
    const found = new Map<ModuleRecord, Cycle>();
    const all = [...this.modules.values()];
    for (const members of components(all, (each) => this.imported_while_run(each))) {
      const cycle = this.cycle(members);
      for (const member of members) found.set(member, cycle);
    }
    this.known_cycles = found;
    return found;
  }

  private cycle(members: ReadonlySet<ModuleRecord>): Cycle {
    const before = new Map<ModuleRecord, Set<ModuleRecord>>();
    for (const member of members) {
      const read = modules_read(member, this.modules);
      before.set(member, new Set([...read].filter((each) => each !== member && members.has(each))));
    }
    const ways: Shown[] = [];
    for (const start of this.starts(members)) {
      const way = this.shown_in_python(members, start);
      ways.push(way);
      // One program is enough to know.
      if (!way.is_whole || new Set(way.shown).size < way.shown.length)
        return { members, order: null, is_entangled: true };
    }
    const [shown = [], ...others] = ways.map((each) => each.shown);
    const is_mixed =
      [...members].some((each) => this.waits_within(each, members)) ||
      // Only functions import it: nobody knows when.
      [...members].some((each) => !shown.includes(each) && this.running.is_visible(each)) ||
      others.some((each) => each.some((module, at) => module !== shown[at]));
    for (const [at, module] of shown.entries()) {
      const previous = shown[at - 1];
      if (previous !== undefined) before.get(module)?.add(previous);
    }
    if (!is_mixed && ![...before.values()].some(({ size }) => size > 0))
      return { members, order: null, is_entangled: false };
    const order = is_mixed ? null : ordered([...members], before);
    // What stands outside of the cycle has its place in the order, too.
    const is_kept =
      order !== null && ways.every(({ all }) => is_same(all, this.run_by_javascript(order, all)));
    if (!is_kept) return { members, order: null, is_entangled: true };
    return { members, order, is_entangled: false };
  }

  /** The modules whose code shows itself, in the order in which it does in Python; twice where another's comes between. */
  private shown_in_python(members: ReadonlySet<ModuleRecord>, start: ModuleRecord): Shown {
    const shown: ModuleRecord[] = [];
    const started = new Set<ModuleRecord>();
    /** What shows itself before the first of them is done with. */
    let at_once: number | null = null;
    let is_inside = false;
    const all = new Set<ModuleRecord>();
    const run = (module: ModuleRecord): void => {
      started.add(module);
      const is_first = !is_inside && members.has(module);
      is_inside ||= is_first;
      for (const { loads, shows } of this.steps(module)) {
        for (const each of loads) if (!started.has(each)) run(each);
        if (!is_inside || !shows) continue;
        if (at_once === null) all.add(module);
        if (members.has(module) && shown.at(-1) !== module) shown.push(module);
      }
      if (is_first) {
        is_inside = false;
        at_once ??= shown.length;
      }
    };
    run(start);
    // What functions import comes later; `started` grows meanwhile.
    for (const { source } of started)
      for (const imported of source.imports.values())
        for (const each of this.loads.by(imported)) if (!started.has(each)) run(each);
    return { shown, is_whole: at_once === null || at_once === shown.length, all: [...all] };
  }

  private readonly known_steps = new Map<ModuleRecord, readonly Step[]>();

  /** What the statements of its top level do, as far as others see it. */
  private steps(module: ModuleRecord): readonly Step[] {
    let steps = this.known_steps.get(module);
    if (steps === undefined) {
      steps = module.source.module.body
        .map((node): Step => {
          const names = node.tag === "Import" || node.tag === "ImportFrom" ? node.names : [];
          return {
            loads: names.flatMap((alias) => this.loads.by(module.source.imports.get(alias))),
            shows: this.running.shows(node, module),
          };
        })
        .filter(({ loads, shows }) => shows || loads.length > 0);
      this.known_steps.set(module, steps);
    }
    return steps;
  }

  /** The programs that load modules of the cycle; where there is none, the module of it that was met first. */
  private starts(members: ReadonlySet<ModuleRecord>): readonly ModuleRecord[] {
    const starts = this.mains.filter((main) =>
      [...this.loads.reached(main)].some((each) => members.has(each)),
    );
    // The modules are in dependency order: the one that was met first stands last.
    const last = [...members].at(-1);
    return starts.length > 0 || last === undefined ? starts : [last];
  }

  /** In which order ES modules run those of the wanted ones, when the cycle is entered by the last of the order. */
  private run_by_javascript(
    order: readonly ModuleRecord[],
    wanted: readonly ModuleRecord[],
  ): readonly ModuleRecord[] {
    const found: ModuleRecord[] = [];
    const seen = new Set<ModuleRecord>();
    const visit = (module: ModuleRecord): void => {
      if (seen.has(module)) return;
      seen.add(module);
      const before = order[order.indexOf(module) - 1];
      if (before !== undefined) visit(before);
      for (const [alias, imported] of module.source.imports)
        if (!this.running.is_late(alias, module))
          for (const each of this.loads.by(imported, module.source.name)) visit(each);
      if (wanted.includes(module)) found.push(module);
    };
    const entry = order.at(-1);
    if (entry !== undefined) visit(entry);
    return found;
  }

  private imported_at_top(module: ModuleRecord): readonly ModuleRecord[] {
    return this.imported(module, (alias) => top_level_aliases(module).has(alias));
  }

  /** By its top level, and by functions where the ES module imports it at its head. */
  private imported_while_run(module: ModuleRecord): readonly ModuleRecord[] {
    const top = top_level_aliases(module);
    return this.imported(module, (alias) => top.has(alias) || !this.running.is_late(alias, module));
  }

  /** It would wait for another module of the cycle, and that one for it. */
  private waits_within(module: ModuleRecord, members: ReadonlySet<ModuleRecord>): boolean {
    const late = [...top_level_aliases(module)].filter((alias) =>
      this.running.is_late(alias, module),
    );
    return late.some((alias) =>
      this.loads
        .by(module.source.imports.get(alias), module.source.name)
        .some((each) => members.has(each)),
    );
  }

  private imported(
    { source }: ModuleRecord,
    is_wanted: (alias: ast.Alias) => boolean,
  ): readonly ModuleRecord[] {
    const found: ModuleRecord[] = [];
    for (const [alias, imported] of source.imports) {
      if (is_wanted(alias)) found.push(...this.loads.by(imported, source.name));
    }
    return found;
  }

  private target(imported: ImportedName | undefined): ModuleRecord | null {
    return imported?.origin === "user" ? (this.modules.get(imported.module) ?? null) : null;
  }
}

/** Each behind those that must come before it, otherwise as they stand; `null` where there is no such order. */
function ordered(
  modules: readonly ModuleRecord[],
  before: ReadonlyMap<ModuleRecord, ReadonlySet<ModuleRecord>>,
): readonly ModuleRecord[] | null {
  const order: ModuleRecord[] = [];
  const under_way = new Set<ModuleRecord>();
  const visit = (module: ModuleRecord): boolean => {
    if (order.includes(module)) return true;
    if (under_way.has(module)) return false;
    under_way.add(module);
    const is_possible = [...(before.get(module) ?? [])].every(visit);
    order.push(module);
    return is_possible;
  };
  return modules.every(visit) ? order : null;
}

const known_aliases = new WeakMap<ModuleRecord, ReadonlySet<ast.Alias>>();

/** What is imported while the module runs, not in functions. */
function top_level_aliases(module: ModuleRecord): ReadonlySet<ast.Alias> {
  const known = known_aliases.get(module);
  if (known !== undefined) return known;
  const found = new Set<ast.Alias>();
  collect(module.source.module.body, found);
  known_aliases.set(module, found);
  return found;
}

function collect(statements: readonly ast.Statement[], found: Set<ast.Alias>): void {
  for (const node of statements) {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) found.add(alias);
        break;
      case "FunctionDef":
      case "AsyncFunctionDef":
        break;
      case "Try":
      case "TryStar":
        for (const { body } of node.handlers) collect(body, found);
        collect([...node.body, ...node.orelse, ...node.finalbody], found);
        break;
      case "If":
      case "For":
      case "While":
        collect([...node.body, ...node.orelse], found);
        break;
      case "With":
      case "ClassDef":
        collect(node.body, found);
        break;
      default:
        break;
    }
  }
}

function is_same<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
